import type { Corpus } from '../domain/corpus.ts';
import type { EssaySlug } from '../domain/ids.ts';
import type { AlsoSearched } from './plan/also-searched.ts';
import { createExclusion } from './query/exclusion.ts';
import { type ParsedQuery, plainWords } from './query/parse-query.ts';
import type { Query } from './query/query.ts';
import type { Suggester } from './suggest/suggest.ts';

/** More than two guides would stand in the way of the passages. */
const MOST_GUIDES = 2;

/** What is asked, and what was made of it. */
export type GuideRequest = {
  readonly query: Query;
  readonly parsed: ParsedQuery;
  readonly alsoSearched: readonly AlsoSearched[];
  /** Whether any passage of an essay may be listed at all. */
  readonly isPermitted: (essay: EssaySlug) => boolean;
};

/**
 * Makes the finder of guides, for readers with a broad question who may want to read about it as a whole. First come
 * guides whose titles hold the words of the search (without its operators), then guides to the topics that its words
 * point to. Left out is what the reader keeps out: by a filter, by a minus before the essay, or by a minus before words
 * of its title.
 */
export function createGuideFinder(
  { essays, concepts }: Corpus,
  suggest: Suggester,
): (request: GuideRequest) => readonly EssaySlug[] {
  const guides = new Map(
    essays.flatMap(({ kind, slug, title }) => (kind === 'guide' ? [[String(slug), { slug, title }]] : [])),
  );
  const guideTo = new Map<string, string>(concepts.flatMap(({ id, guide }) => (guide ? [[id, guide]] : [])));

  return ({ query, parsed, alsoSearched, isPermitted }) => {
    if (query.page > 1 || query.isExact) return [];
    const isExcluded = createExclusion(parsed);
    const found = [
      ...suggest(plainWords(query.text)).flatMap(({ kind, id }) => (kind === 'essay' ? [id] : [])),
      ...alsoSearched.flatMap(({ kind, id }) => (kind === 'concept' ? (guideTo.get(id) ?? []) : [])),
    ];
    return [...new Set(found)]
      .flatMap((slug) => guides.get(slug) ?? [])
      .filter(({ slug, title }) => isPermitted(slug) && !isExcluded(title))
      .slice(0, MOST_GUIDES)
      .map(({ slug }) => slug);
  };
}
