import type { Corpus } from '../domain/corpus.ts';
import type { ConceptId, EssaySlug } from '../domain/ids.ts';
import { termOf, termsIn } from '../language/split-terms.ts';
import { createExclusion } from './query/exclusion.ts';
import type { ParsedQuery } from './query/parse-query.ts';
import type { Query } from './query/query.ts';

/** More than two guides would stand in the way of the passages. */
const MOST_GUIDES = 2;

/** A title has no more words than this; a longer search cannot stand in one. */
const MOST_WORDS = 20;

/** What is asked, and what was made of it. */
export type GuideRequest = {
  readonly query: Query;
  readonly parsed: ParsedQuery;
  /** The essays whose passages answer best, best first; see `addEssayContext`. */
  readonly best: readonly EssaySlug[];
  /** The topics that the whole of the search names: those of a label that holds all its words. */
  readonly topics: readonly ConceptId[];
  /** Whether any passage of an essay may be listed at all. */
  readonly isPermitted: (essay: EssaySlug) => boolean;
};

/**
 * Makes the finder of guides, for readers with a broad question who may want to read about it as a whole. First come essays
 * whose titles hold the words of the search (without its operators), then the guide whose passages answer best, then that of a
 * topic that the whole of the search names. Left out is what the reader keeps out: by a filter, by a minus before the essay, or
 * by a minus before words of its title.
 */
export function createGuideFinder({
  essays,
  concepts,
}: Corpus): (request: GuideRequest) => readonly EssaySlug[] {
  const titles = essays
    .filter(({ kind }) => kind === 'guide' || kind === 'reading-note')
    .map(({ slug, title, kind }) => ({ slug, title, kind, terms: new Set(termsIn(title)) }))
    // A guide says more than a note, and a short title is more about each of its words.
    .sort((a, b) => Number(a.kind !== 'guide') - Number(b.kind !== 'guide') || a.terms.size - b.terms.size);
  const bySlug = new Map<string, (typeof titles)[number]>(titles.map((essay) => [essay.slug, essay]));
  const guideTo = new Map<string, string>(concepts.flatMap(({ id, guide }) => (guide ? [[id, guide]] : [])));

  return ({ query, parsed, best, topics, isPermitted }) => {
    if (query.page > 1 || query.isExact) return [];
    const isExcluded = createExclusion(parsed);
    const asked = [...parsed.words.map(({ term }) => term), ...parsed.phrases.flat().map(termOf)];
    const isAsked = asked.length > 0 && asked.length <= MOST_WORDS;
    // One word stands in many titles of notes by chance.
    const holds = ({ kind, terms }: (typeof titles)[number]): boolean =>
      (kind === 'guide' || asked.length > 1) && asked.every((term) => terms.has(term));
    const found = [
      ...(isAsked ? titles.filter(holds) : []),
      ...best
        .flatMap((slug) => bySlug.get(slug) ?? [])
        .filter(({ kind }) => kind === 'guide')
        .slice(0, 1),
      ...topics.flatMap((id) => bySlug.get(guideTo.get(id) ?? '') ?? []),
    ];
    return [...new Set(found)]
      .filter(({ slug, title }) => isPermitted(slug) && !isExcluded(title))
      .slice(0, MOST_GUIDES)
      .map(({ slug }) => slug);
  };
}
