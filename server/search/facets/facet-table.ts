import type { Corpus, Essay } from '../../domain/corpus.ts';
import { normalWords } from '../../language/split-words.ts';
import type { DocId } from '../index/stored-passage-index.ts';
import {
  FACET_NAMES,
  type Facet,
  type FacetName,
  type FacetOption,
  facetOf,
  forEachFacet,
} from './facets.ts';

/** A value of a facet with its rank among the others by label, worked out once: comparing texts by language is slow. */
export type RankedOption = FacetOption & { readonly rank: number };

/**
 * One facet of all passages in numbers, so that thousands of passages are filtered and counted in a moment. Whoever
 * chooses a name chooses all that hold its words, so that a passage is kept by more names than its own:
 *
 *     options    0 "Jenny Morris", 1 "Morris"
 *     numbersOf  [0]       of a passage of an essay by Jenny Morris
 *     keptBy     [0, 1]    of the same
 */
export type FacetColumn = {
  /** The values; the index of a value in this row is its number. */
  readonly options: readonly RankedOption[];
  /** By document: the numbers of the values that the passage has. */
  readonly numbersOf: readonly (readonly number[])[];
  /** By document: the numbers of the values that keep the passage when they are chosen. */
  readonly keptBy: readonly (readonly number[])[];
  /** The numbers of the values that a chosen id, or chosen words, stand for. */
  readonly resolve: (chosen: string) => ReadonlySet<number>;
};

/** All facets of all passages. */
export type FacetTable = Readonly<Record<FacetName, FacetColumn>>;

/** Makes the facets of a corpus. @param essayOf the essay of each passage, by document */
export const createFacetTable = (corpus: Corpus, essayOf: readonly Essay[]): FacetTable =>
  forEachFacet((_name, facet) => createColumn(facet, corpus, essayOf));

function createColumn(facet: Facet, corpus: Corpus, essayOf: readonly Essay[]): FacetColumn {
  const options = rankByLabel(facet.optionsIn(corpus));
  const numbers = new Map(options.map(({ id }, number) => [id, number]));
  const numbersOf = corpus.passages.map((passage, docId: DocId) => {
    const essay = essayOf[docId];
    return essay ? facet.idsOf(passage, essay).flatMap((id) => numbers.get(id) ?? []) : [];
  });
  if (facet.chosenBy === 'id') {
    const resolve = (id: string) => {
      const number = numbers.get(id);
      return new Set(number === undefined ? [] : [number]);
    };
    return { options, numbersOf, keptBy: numbersOf, resolve };
  }
  const names = createNameIndex(options.map(({ label }) => label));
  const keeping = options.map((_option, number) => names.withinName(number));
  const keptBy = numbersOf.map((row) => [...new Set(row.flatMap((number) => keeping[number] ?? []))]);
  return { options, numbersOf, keptBy, resolve: names.holding };
}

function rankByLabel(options: readonly FacetOption[]): RankedOption[] {
  const { compare } = new Intl.Collator('en-GB');
  const ranks = new Map(
    [...options].sort((a, b) => compare(a.label, b.label)).map((option, rank) => [option, rank]),
  );
  return options.map((option) => ({ ...option, rank: ranks.get(option) ?? 0 }));
}

/** Finds names by their words: "morris" is in "Jenny Morris". */
function createNameIndex(names: readonly string[]) {
  const wordsOf = names.map((name) => new Set(normalWords(name)));
  const byWord = new Map<string, number[]>();
  for (const [number, words] of wordsOf.entries())
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), number]);
  const isWithin = (words: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    words.size > 0 && [...words].every((word) => other.has(word));
  return {
    /** Names that hold every word of a text. */
    holding(text: string): ReadonlySet<number> {
      const words = new Set(normalWords(text));
      const [first = ''] = words;
      return new Set(
        (byWord.get(first) ?? []).filter((number) => isWithin(words, wordsOf[number] ?? new Set())),
      );
    },
    /** The names whose every word a name holds, itself among them. */
    withinName(number: number): number[] {
      const own = wordsOf[number] ?? new Set<string>();
      const near = new Set([...own].flatMap((word) => byWord.get(word) ?? []));
      return [...near].filter((other) => isWithin(wordsOf[other] ?? new Set(), own));
    },
  };
}

/** A facet in a set of them, as a bit: the first of the table 1, the second 2, the third 4 … */
export const bitOf = (name: FacetName): number => 1 << FACET_NAMES.indexOf(name);

/** A column with the facet that it is of. */
export type NamedColumn = { readonly name: FacetName; readonly facet: Facet; readonly column: FacetColumn };

/** The columns of a table, in the order of the facets. */
export const columnsOf = (table: FacetTable): NamedColumn[] =>
  FACET_NAMES.map((name) => ({ name, facet: facetOf(name), column: table[name] }));
