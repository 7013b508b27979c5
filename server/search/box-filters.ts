import type { Corpus, Essay } from '../domain/corpus.ts';
import type { ConceptId, EssaySlug } from '../domain/ids.ts';
import type { Passage } from '../domain/passage.ts';
import { splitTerms } from '../language/split-terms.ts';
import { normalWords } from '../language/split-words.ts';
import { makeAuthorTest } from './filter-passages.ts';
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

/** What a minus before filters keeps out, and what of that fits nothing. */
export type BoxExclusions = {
  readonly isExcluded: (passage: Passage, essay: Essay) => boolean;
  readonly unknown: readonly string[];
};

/** Reads what was typed into the box beside words. */
export type BoxReader = {
  /** `tag:` by id, label or words of the name, `author:` by words of a name, `in:` by name or words of the title. */
  readFilters(typed: TypedFilters): BoxFilters;
  /** The same after a minus. Each is read on its own: a passage is kept out if any of them fits it. */
  readExclusions(typed: TypedFilters): BoxExclusions;
};

/** Makes the reader for a corpus. */
export function createBoxReader(corpus: Corpus): BoxReader {
  const conceptByLabel = new Map<string, ConceptId>();
  for (const { id, prefLabel, altLabels } of corpus.concepts)
    for (const label of [id, prefLabel, ...altLabels])
      if (!conceptByLabel.has(normalise(label))) conceptByLabel.set(normalise(label), id);
  const titles = corpus.essays.map(({ slug, title }) => ({ slug, words: new Set(normalWords(title)) }));
  const byTitle = new Map<string, EssaySlug[]>();
  for (const { slug, title } of corpus.essays)
    for (const name of new Set([normalise(title), slug]))
      byTitle.set(name, [...(byTitle.get(name) ?? []), slug]);

  const readFilters = ({ tags, authors, essays }: TypedFilters): BoxFilters => {
    const unknown: string[] = [];
    const concepts = tags.flatMap((typed) => {
      const concept = conceptByLabel.get(normalise(typed)) ?? conceptNamed(typed);
      if (!concept) unknown.push(`tag:${typed}`);
      return concept ?? [];
    });
    const slugs = essays.map((typed) => {
      const found = essaysNamed(typed);
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
  };

  /** The one concept whose name on the page holds all the words: "carer" or "money" will do. */
  function conceptNamed(typed: string): ConceptId | undefined {
    const terms = splitTerms(typed).map(({ term }) => term);
    if (terms.length === 0) return undefined;
    const found = corpus.concepts.filter(({ prefLabel }) => {
      const name = splitTerms(prefLabel).map(({ term }) => term);
      return terms.every((term) => name.includes(term));
    });
    return found.length === 1 ? found[0]?.id : undefined;
  }

  function essaysNamed(typed: string): readonly EssaySlug[] {
    const exact = byTitle.get(normalise(typed)) ?? byTitle.get(typed.toLowerCase());
    if (exact) return exact;
    const words = normalWords(typed);
    if (words.length === 0) return [];
    return titles.flatMap(({ slug, words: title }) => (words.every((word) => title.has(word)) ? slug : []));
  }

  return {
    readFilters,
    readExclusions({ tags, authors, essays }) {
      const none: TypedFilters = { tags: [], authors: [], essays: [] };
      const all = [
        ...tags.map((tag) => readFilters({ ...none, tags: [tag] })),
        ...authors.map((author) => readFilters({ ...none, authors: [author] })),
        ...essays.map((essay) => readFilters({ ...none, essays: [essay] })),
      ];
      const concepts = new Set(all.flatMap((one) => one.tags));
      const slugs = new Set(all.flatMap((one) => one.essays ?? []));
      const byAuthor = all.flatMap(({ author }) => (author === undefined ? [] : [makeAuthorTest(author)]));
      for (const essay of corpus.essays) if (byAuthor.some((isBy) => isBy(essay))) slugs.add(essay.slug);
      return {
        isExcluded: (passage, essay) =>
          slugs.has(essay.slug) || passage.tags.some(({ concept }) => concepts.has(concept)),
        unknown: all.flatMap(({ unknown }) => unknown.map((typed) => `-${typed}`)),
      };
    },
  };
}

const normalise = (text: string): string => normalWords(text).join(' ');
