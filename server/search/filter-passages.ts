import type { Corpus, Essay } from '../domain/corpus.ts';
import { ESSAY_KINDS } from '../domain/essay.ts';
import { PERSPECTIVES } from '../domain/perspective.ts';
import { normalWords } from '../language/split-words.ts';
import type { Filters } from './query.ts';

/** What results can be narrowed by. */
export const FACET_NAMES = ['tags', 'perspectives', 'authors', 'kinds', 'essays'] as const;
/** One of {@link FACET_NAMES}. */
export type FacetName = (typeof FACET_NAMES)[number];

/** A value of a facet, with its place among the others by label: comparing by language takes too long in a query. */
export type FacetEntry = { readonly id: string; readonly label: string; readonly rank: number };

/** One facet of all passages, in numbers, so that thousands of passages are filtered and counted in a moment. */
export type FacetColumn = {
  /** The values; a value's number is its place. */
  readonly values: readonly FacetEntry[];
  /** By passage: the numbers of the values that choosing would keep it. */
  readonly rows: readonly (readonly number[])[];
};

/** All facets of all passages. A place is that of a passage in the corpus, 0-based. */
export type FacetTable = Readonly<Record<FacetName, FacetColumn>>;

/** The names that an essay is found under: its authors, and those whose work it is about. */
export const namesOf = (essay: Essay): string[] =>
  [...essay.authors, ...(essay.about?.authors ?? [])].map(({ name }) => name);

/** A test whether an essay is by, or about the work of, someone whose name holds all the words of a text. */
export function makeAuthorTest(author: string): (essay: Essay) => boolean {
  const wanted = normalWords(author);
  return (essay) =>
    wanted.length > 0 &&
    namesOf(essay).some((name) => {
      const words = normalWords(name);
      return wanted.every((word) => words.includes(word));
    });
}

/** Makes the facets of a corpus. */
export function createFacetTable({ essays, passages, concepts }: Corpus): FacetTable {
  const places = new Map(essays.map(({ slug }, place) => [slug, place]));
  const essayOf = passages.map(({ essay }) => places.get(essay) ?? 0);
  const ofEssays = (rows: readonly (readonly number[])[]) => essayOf.map((place) => rows[place] ?? []);
  const labels: Readonly<Record<string, string>> = PERSPECTIVES;
  const perspectives = Object.keys(PERSPECTIVES);
  const kinds = Object.keys(ESSAY_KINDS) as (keyof typeof ESSAY_KINDS)[];
  const numbers = new Map<string, number>(concepts.map(({ id }, number) => [id, number]));
  const names = [...new Set(essays.flatMap(namesOf))];
  return {
    tags: {
      values: rankByLabel(concepts.map(({ id, prefLabel }) => ({ id, label: prefLabel }))),
      rows: passages.map(({ tags }) => tags.flatMap(({ concept }) => numbers.get(concept) ?? [])),
    },
    perspectives: {
      values: rankByLabel(perspectives.map((id) => ({ id, label: capitalise(labels[id] ?? id) }))),
      rows: passages.map(({ perspective }) => [perspectives.indexOf(perspective)]),
    },
    authors: {
      values: rankByLabel(names.map((name) => ({ id: name, label: name }))),
      rows: ofEssays(namesKeeping(essays, names)),
    },
    kinds: {
      values: rankByLabel(kinds.map((id) => ({ id, label: ESSAY_KINDS[id] }))),
      rows: ofEssays(essays.map(({ kind }) => [kinds.indexOf(kind)])),
    },
    essays: {
      values: rankByLabel(essays.map(({ slug, title }) => ({ id: slug, label: title }))),
      rows: essayOf.map((place) => [place]),
    },
  };
}

function rankByLabel(values: readonly { readonly id: string; readonly label: string }[]): FacetEntry[] {
  const { compare } = new Intl.Collator('en-GB');
  const ranks = new Map(
    [...values].sort((a, b) => compare(a.label, b.label)).map((value, rank) => [value, rank]),
  );
  return values.map((value) => ({ ...value, rank: ranks.get(value) ?? 0 }));
}

/** For each essay the names that keep it when chosen: its own, and every other that is a part of one of them. */
function namesKeeping(essays: readonly Essay[], names: readonly string[]): number[][] {
  const wordsOf = new Map(names.map((name) => [name, new Set(normalWords(name))]));
  const byWord = new Map<string, number[]>();
  for (const [number, name] of names.entries()) {
    const [first = ''] = wordsOf.get(name) ?? [];
    byWord.set(first, [...(byWord.get(first) ?? []), number]);
  }
  return essays.map((essay) => {
    const kept = new Set<number>();
    for (const name of namesOf(essay)) {
      const words = wordsOf.get(name) ?? new Set<string>();
      for (const number of [...words].flatMap((word) => byWord.get(word) ?? [])) {
        const wanted = wordsOf.get(names[number] ?? '') ?? new Set<string>();
        if ([...wanted].every((word) => words.has(word))) kept.add(number);
      }
    }
    return [...kept];
  });
}

/** Stands for a facet in a set of them. */
export const bitOf = (name: FacetName): number => 1 << FACET_NAMES.indexOf(name);

/** The facets whose filter a passage fails, as bits (see {@link bitOf}); 0 if it meets all filters. */
export type FilterTest = (place: number) => number;

/** Makes the test of filters. */
export function makeFilter(filters: Filters, table: FacetTable, { essays, passages }: Corpus): FilterTest {
  const chosen = (name: FacetName, ids: readonly (string | undefined)[]) => {
    const wanted = ids
      .filter((id) => id !== undefined)
      .map((id) => table[name].values.findIndex((value) => value.id === id));
    return { name, rows: table[name].rows, wanted };
  };
  const one = [
    chosen('perspectives', [filters.perspective]),
    chosen('kinds', [filters.kind]),
    chosen('essays', [filters.essay]),
  ].filter(({ wanted }) => wanted.length > 0);
  const tags = chosen('tags', filters.tags);
  const byAuthor = filters.author === undefined ? undefined : essaysBy(filters.author, essays);
  return (place) => {
    let bits = 0;
    for (const { name, rows, wanted } of one) if (rows[place]?.[0] !== wanted[0]) bits |= bitOf(name);
    if (tags.wanted.length > 0) {
      const carried = tags.rows[place] ?? [];
      const carries = (tag: number) => carried.includes(tag);
      const meets = filters.tagMode === 'any' ? tags.wanted.some(carries) : tags.wanted.every(carries);
      if (!meets) bits |= bitOf('tags');
    }
    if (byAuthor && !byAuthor.has(passages[place]?.essay ?? '')) bits |= bitOf('authors');
    return bits;
  };
}

const essaysBy = (author: string, essays: readonly Essay[]): ReadonlySet<string> =>
  new Set(essays.filter(makeAuthorTest(author)).map(({ slug }) => slug));

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
