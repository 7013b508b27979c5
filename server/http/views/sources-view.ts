import { harvardReference } from '../../citation/harvard-reference.ts';
import { inTextLabel } from '../../citation/in-text-label.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { formatIsoDate } from '../../domain/format.ts';
import type { Source } from '../../domain/source.ts';
import type { Addresses } from '../addresses/addresses.ts';
import { groupByLetter } from './group-by-letter.ts';
import type { Link } from './partials/links.ts';

/** The bibliography by the first letters of its authors, each work with the number of passages that cite it. */
export function toSourcesView(catalogue: Catalogue, address: Addresses) {
  const entries = catalogue.corpus.sources.map((source) => ({
    name: inTextLabel(source),
    href: address.source(source.id),
    reference: harvardReference(source),
    count: catalogue.passagesCiting(source).length,
  }));
  return { letters: groupByLetter(entries, ({ name }) => name) };
}

/** Words of the glossary and events of the timeline that rest on a source. */
export const findOtherUses = ({ id }: Source, { corpus }: Catalogue, address: Addresses) => ({
  words: corpus.glossary
    .filter(({ sources }) => sources.includes(id))
    .map((entry): Link => ({ label: entry.term, href: address.word(entry.id) })),
  events: corpus.timeline
    .filter(({ sources }) => sources.includes(id))
    .map((event): Link => ({ label: formatIsoDate(event.date), href: address.event(event.id) })),
});
