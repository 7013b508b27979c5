import { joinNames } from '../../citation/format-names.ts';
import { harvardReference } from '../../citation/harvard-reference.ts';
import { inTextLabel } from '../../citation/in-text-label.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { formatDate, formatIsoDate } from '../../domain/format.ts';
import { type FieldNotFound, READINGS, type Source } from '../../domain/source.ts';
import type { Addresses } from '../addresses/addresses.ts';
import { groupByLetter, NO_LETTER } from './group-by-letter.ts';
import type { Link } from './partials/links.ts';

/**
 * Makes the view of the works of one first letter of their authors, each with the number of passages that cite it, and links to
 * the other letters. All at once would be a page that takes a thousand steps to walk through by keyboard.
 *
 * @returns a function of the letter asked for, in either case; A, or the first there is, where there is no such letter
 */
export function createSourcesView(catalogue: Catalogue, address: Addresses) {
  const entries = catalogue.corpus.sources.map((source) => ({
    name: inTextLabel(source),
    href: address.source(source.id),
    reference: harvardReference(source),
    count: catalogue.passagesCiting(source).length,
  }));
  const groups = groupByLetter(entries, ({ name }) => name);
  return (wanted: string) => {
    const shown =
      groups.find(({ letter }) => letter === wanted.toUpperCase()) ??
      groups.find(({ letter }) => letter !== NO_LETTER) ??
      groups[0];
    return {
      total: entries.length,
      shown,
      letters: groups.map(({ letter, entries: ofLetter }) => ({
        letter,
        count: ofLetter.length,
        href: sourcesAddress(letter, address),
        isShown: letter === shown?.letter,
      })),
    };
  };
}

/** The address of the works of a letter. */
export const sourcesAddress = (letter: string, address: Addresses): string =>
  `${address.page('sources')}?letter=${letter.toLowerCase()}`;

/** How much of a source was read and when, and what could not be found out, in sentences; empty where nothing is said. */
export function describeReading({ read, accessed, unknown = [] }: Source): string {
  const on = accessed === undefined ? '' : ` on ${formatDate(...accessed['date-parts'][0])}`;
  return [
    ...(read === undefined
      ? []
      : [read === 'no' ? 'We have not read it ourselves.' : `We read it ${READINGS[read]}${on}.`]),
    ...(unknown.length === 0
      ? []
      : [`Looked for and not found: ${joinNames(unknown.map((field) => FIELD_NAMES[field]))}.`]),
  ].join(' ');
}

const FIELD_NAMES: Readonly<Record<FieldNotFound, string>> = {
  author: 'its author',
  issued: 'its date',
  'container-title': 'where it appeared',
  publisher: 'its publisher',
  volume: 'the volume',
  issue: 'the issue',
  page: 'the pages',
  number: 'its number',
  editor: 'its editor',
  DOI: 'a DOI',
  URL: 'an address where it can be read',
};

/** How many works there are, and how many of them were read in full and in excerpts. */
export const countReadings = (sources: readonly Source[]) => ({
  sources: sources.length,
  full: sources.filter(({ read }) => read === 'full').length,
  excerpts: sources.filter(({ read }) => read === 'excerpt').length,
});

/** Words of the glossary and events of the timeline that rest on a source. */
export const findOtherUses = ({ id }: Source, { corpus }: Catalogue, address: Addresses) => ({
  words: corpus.glossary
    .filter(({ sources }) => sources.includes(id))
    .map((entry): Link => ({ label: entry.term, href: address.word(entry.id) })),
  events: corpus.timeline
    .filter(({ sources }) => sources.includes(id))
    .map((event): Link => ({ label: formatIsoDate(event.date), href: address.event(event.id) })),
});
