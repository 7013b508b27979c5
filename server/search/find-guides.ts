import type { Corpus } from '../domain/corpus.ts';
import type { EssaySlug } from '../domain/ids.ts';
import { termsIn } from '../language/split-terms.ts';
import type { AlsoSearched } from './plan/also-searched.ts';
import { createExclusion } from './query/exclusion.ts';
import { type ParsedQuery, plainWords } from './query/parse-query.ts';
import type { Query } from './query/query.ts';

/** More than two guides would stand in the way of the passages. */
const MOST_GUIDES = 2;

/** A title has no more words than this; a longer search cannot stand in one. */
const MOST_WORDS = 20;

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
export function createGuideFinder({
  essays,
  concepts,
}: Corpus): (request: GuideRequest) => readonly EssaySlug[] {
  const guides = essays
    .filter(({ kind }) => kind === 'guide')
    .map(({ slug, title }) => ({ slug, title, terms: new Set(termsIn(title)) }))
    // A short title is more about each of its words.
    .sort((a, b) => a.terms.size - b.terms.size);
  const bySlug = new Map<string, (typeof guides)[number]>(guides.map((guide) => [guide.slug, guide]));
  const guideTo = new Map<string, string>(concepts.flatMap(({ id, guide }) => (guide ? [[id, guide]] : [])));

  return ({ query, parsed, alsoSearched, isPermitted }) => {
    if (query.page > 1 || query.isExact) return [];
    const isExcluded = createExclusion(parsed);
    const asked = termsIn(plainWords(query.text));
    const isAsked = asked.length > 0 && asked.length <= MOST_WORDS;
    const found = [
      ...(isAsked ? guides.filter(({ terms }) => asked.every((term) => terms.has(term))) : []),
      ...alsoSearched.flatMap(({ kind, id }) =>
        kind === 'concept' ? (bySlug.get(guideTo.get(id) ?? '') ?? []) : [],
      ),
    ];
    return [...new Set(found)]
      .filter(({ slug, title }) => isPermitted(slug) && !isExcluded(title))
      .slice(0, MOST_GUIDES)
      .map(({ slug }) => slug);
  };
}
