import type { Corpus } from '../domain/corpus.ts';
import type { ConceptId, EssaySlug } from '../domain/ids.ts';
import { normalWords } from '../language/split-words.ts';
import { type Candidate, makeAuthorTest } from './filter-passages.ts';
import type { TypedFilters } from './parse-query.ts';

/** The filters that were typed into the box. */
export type BoxFilters = {
  readonly tags: readonly ConceptId[];
  readonly author?: string;
  /** Essays whose title or name fits `in:`; absent if it was not typed. */
  readonly essays?: readonly EssaySlug[];
  /** What was typed and fits nothing, such as `tag:greif`. */
  readonly unknown: readonly string[];
};

/** Reads `tag:` by id or label, `in:` by name or words of the title. */
export function readBoxFilters({ tags, authors, essays }: TypedFilters, corpus: Corpus): BoxFilters {
  const unknown: string[] = [];
  const concepts = tags.flatMap((typed) => {
    const wanted = normalise(typed);
    const concept = corpus.concepts.find(({ id, prefLabel, altLabels }) =>
      [id, prefLabel, ...altLabels].some((label) => normalise(label) === wanted),
    );
    if (!concept) unknown.push(`tag:${typed}`);
    return concept ? [concept.id] : [];
  });
  const slugs = essays.map((typed) => {
    const words = normalise(typed).split(' ');
    const exact = corpus.essays.filter(
      ({ slug, title }) => slug === typed.toLowerCase() || normalise(title) === words.join(' '),
    );
    const near = corpus.essays.filter(({ title }) =>
      words.every((word) => normalise(title).split(' ').includes(word)),
    );
    const found = (exact.length > 0 ? exact : near).map(({ slug }) => slug);
    if (found.length === 0) unknown.push(`in:${typed}`);
    return found;
  });
  const known = slugs.filter((found) => found.length > 0);
  const author = authors.join(' ');
  const isAuthor = author !== '' && corpus.essays.some(makeAuthorTest(author));
  if (author !== '' && !isAuthor) unknown.push(...authors.map((typed) => `author:${typed}`));
  return {
    tags: [...new Set(concepts)],
    unknown,
    ...(isAuthor && { author }),
    ...(known.length > 0 && {
      essays: known.reduce((all, found) => all.filter((slug) => found.includes(slug))),
    }),
  };
}

/** A test whether a passage is kept out by a minus before a filter, and what of that fits nothing. */
export function readBoxExclusions(
  { tags, authors, essays }: TypedFilters,
  corpus: Corpus,
): { readonly isExcluded: (candidate: Candidate) => boolean; readonly unknown: readonly string[] } {
  // Each is read on its own: a passage is kept out if any of them fits it.
  const none: TypedFilters = { tags: [], authors: [], essays: [] };
  const all = [
    ...tags.map((tag) => readBoxFilters({ ...none, tags: [tag] }, corpus)),
    ...authors.map((author) => readBoxFilters({ ...none, authors: [author] }, corpus)),
    ...essays.map((essay) => readBoxFilters({ ...none, essays: [essay] }, corpus)),
  ];
  const tests = all.map(({ tags: concepts, author, essays: slugs }) => {
    const isBy = author === undefined ? undefined : makeAuthorTest(author);
    return ({ passage, essay }: Candidate) =>
      passage.tags.some(({ concept }) => concepts.includes(concept)) ||
      (isBy?.(essay) ?? false) ||
      (slugs?.includes(essay.slug) ?? false);
  });
  return {
    isExcluded: (candidate) => tests.some((test) => test(candidate)),
    unknown: all.flatMap(({ unknown }) => unknown.map((typed) => `-${typed}`)),
  };
}

const normalise = (text: string): string => normalWords(text).join(' ');
