import { inTextLabel } from '../../citation/in-text-label.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { GlossaryEntry } from '../../domain/glossary.ts';
import type { SourceId } from '../../domain/ids.ts';
import { explanationId, glossaryAddress } from './explain-words.ts';
import { groupByLetter } from './group-by-letter.ts';
import type { Link } from './link.ts';
import { toTagLink } from './passage-view.ts';

/** A word of the glossary as a page explains it. */
export type WordView = {
  /** Of its explanation, on whatever page that stands. */
  readonly id: string;
  readonly href: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly definition: string;
  readonly topics: readonly Link[];
  readonly sources: readonly Link[];
  readonly guide?: Link;
};

/** Makes the view of a word. */
export function toWordView(entry: GlossaryEntry, catalogue: Catalogue): WordView {
  const guide = entry.guide === undefined ? undefined : catalogue.essay(entry.guide);
  return {
    id: explanationId(entry),
    href: glossaryAddress(entry),
    term: entry.term,
    also: entry.also,
    definition: entry.definition,
    topics: entry.concepts.map((id) => toTagLink(id, catalogue)),
    sources: toSourceLinks(entry.sources, catalogue),
    ...(guide && { guide: { label: guide.title, href: `/essays/${guide.slug}` } }),
  };
}

/** Links to sources, each by the words that stand for it in a text. */
export function toSourceLinks(ids: readonly SourceId[], catalogue: Catalogue): Link[] {
  const sources = ids.flatMap((id) => catalogue.source(id) ?? []);
  return sources.map((source) => ({ label: inTextLabel(source), href: `/sources/${source.id}` }));
}

/** The glossary by first letters. */
export const toGlossaryView = (catalogue: Catalogue) => ({
  letters: groupByLetter(
    catalogue.corpus.glossary.map((entry) => toWordView(entry, catalogue)),
    ({ term }) => term,
  ),
});
