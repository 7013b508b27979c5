import type { Corpus, Essay } from '../../domain/corpus.ts';
import { ESSAY_KINDS } from '../../domain/essay.ts';
import { capitalise } from '../../domain/format.ts';
import { NATIONS } from '../../domain/nation.ts';
import type { Passage } from '../../domain/passage.ts';
import { PERSPECTIVES } from '../../domain/perspective.ts';
import { idsIn } from '../../domain/table.ts';

/** A value of a facet. */
export type FacetOption = {
  readonly id: string;
  /** The name on the page. */
  readonly label: string;
  /** The name within a sentence, where it may begin otherwise: “a carer’s view”. */
  readonly inSentence?: string;
  /** Other names under which it can be typed into the search box. */
  readonly altLabels?: readonly string[];
};

/** Something that results can be narrowed by. */
export type Facet = {
  /** What the page calls it. */
  readonly label: string;
  /** Its list of counted values in an answer of the API. */
  readonly field: string;
  /** What stands before the colon when it is typed into the box, as in `in:"sharing power"`; absent where it cannot be. */
  readonly boxWord?: string;
  /** What other search boxes call it: understood too. */
  readonly otherBoxWords?: readonly string[];
  /**
   * How many values can be chosen: `one`; `any`, several, of which a passage must have one; `all or any`, several, of which a
   * passage must have all or one, as the reader says (`tagMode`).
   */
  readonly choice: 'one' | 'any' | 'all or any';
  /**
   * What is chosen: a value by its `id`, or `words` of a name, which stand for every value whose name holds them all.
   */
  readonly chosenBy: 'id' | 'words';
  /** Its values, in the order in which they are listed where counts do not decide. */
  readonly optionsIn: (corpus: Corpus) => readonly FacetOption[];
  /** The values of a passage. */
  readonly idsOf: (passage: Passage, essay: Essay) => readonly string[];
};

/** The values of a list whose names are written to stand within a sentence. */
const options = (labels: Readonly<Record<string, string>>): FacetOption[] =>
  Object.entries(labels).map(([id, inSentence]) => ({ id, label: capitalise(inSentence), inSentence }));

/** The one value of the filter by what is worth quoting as it stands. */
const QUOTABLE = { yes: 'short passages to quote as they stand' } as const;

/** The names that an essay is found under: its authors, and those whose work it is about. */
export const namesOf = ({ authors, about }: Essay): string[] =>
  [...authors, ...(about?.authors ?? [])].map(({ name }) => name);

/**
 * Everything that results can be narrowed by, by the name of its parameter. Query, parameters, filters, counts, the search
 * box, chips and pages go through this table; whoever adds a row is told by the compiler which of them need a word more.
 */
export const FACETS = {
  tag: {
    label: 'Topic',
    field: 'tags',
    boxWord: 'tag',
    otherBoxWords: ['tags', 'topic', 'subject', 'theme', 'keyword'],
    choice: 'all or any',
    chosenBy: 'id',
    optionsIn: ({ concepts }) =>
      concepts.map(({ id, prefLabel, altLabels }) => ({ id, label: prefLabel, altLabels })),
    idsOf: ({ tags }) => tags.map(({ concept }) => concept),
  },
  perspective: {
    label: 'Whose view',
    field: 'perspectives',
    choice: 'one',
    chosenBy: 'id',
    optionsIn: () => options(PERSPECTIVES),
    idsOf: ({ perspective }) => [perspective],
  },
  nation: {
    label: 'Nation',
    field: 'nations',
    boxWord: 'nation',
    otherBoxWords: ['country', 'place'],
    choice: 'any',
    chosenBy: 'id',
    optionsIn: () => options(NATIONS),
    idsOf: ({ nations }) => nations,
  },
  quotable: {
    label: 'Quotable',
    field: 'quotable',
    choice: 'one',
    chosenBy: 'id',
    optionsIn: () => options(QUOTABLE),
    idsOf: ({ isQuotable }) => (isQuotable ? ['yes'] : []),
  },
  author: {
    label: 'Author',
    field: 'authors',
    boxWord: 'author',
    otherBoxWords: ['by', 'writer', 'name'],
    choice: 'one',
    chosenBy: 'words',
    optionsIn: ({ essays }) =>
      [...new Set(essays.flatMap(namesOf))].map((name) => ({ id: name, label: name })),
    idsOf: (_passage, essay) => namesOf(essay),
  },
  kind: {
    label: 'Kind of essay',
    field: 'kinds',
    choice: 'one',
    chosenBy: 'id',
    optionsIn: () => options(ESSAY_KINDS),
    idsOf: (_passage, { kind }) => [kind],
  },
  essay: {
    label: 'Essay',
    field: 'essays',
    boxWord: 'in',
    otherBoxWords: ['title', 'intitle', 'allintitle', 'essay', 'guide'],
    choice: 'one',
    chosenBy: 'id',
    optionsIn: ({ essays }) => essays.map(({ slug, title }) => ({ id: slug, label: title })),
    idsOf: (_passage, { slug }) => [slug],
  },
} as const satisfies Readonly<Record<string, Facet>>;

/** The name of a facet, which is its parameter. */
export type FacetName = keyof typeof FACETS;

/** The name of a facet's list of counted values in an answer of the API. */
export type FacetField = (typeof FACETS)[FacetName]['field'];

/** All facets, in the order of the table. */
export const FACET_NAMES: readonly FacetName[] = idsIn(FACETS);

/** A facet as the table describes it, without its own literal types. */
export const facetOf = (name: FacetName): Facet => FACETS[name];

/** What narrows a search: for each facet what is chosen of it, perhaps nothing. A passage must meet all of them. */
export type Filters = Readonly<Record<FacetName, readonly string[]>>;

/** Makes something for each facet. */
export const forEachFacet = <Value>(
  make: (name: FacetName, facet: Facet) => Value,
): Record<FacetName, Value> =>
  Object.fromEntries(FACET_NAMES.map((name) => [name, make(name, FACETS[name])])) as Record<FacetName, Value>;

/** No filter at all. */
export const NO_FILTERS: Filters = forEachFacet(() => []);

/** Whether any filter is set. */
export const hasFilters = (filters: Filters): boolean => FACET_NAMES.some((name) => filters[name].length > 0);

const knownOptions = new WeakMap<Corpus, Readonly<Record<FacetName, ReadonlyMap<string, FacetOption>>>>();

/** The values of a facet by their ids. Worked out once for a corpus. */
export function optionsById(name: FacetName, corpus: Corpus): ReadonlyMap<string, FacetOption> {
  const known =
    knownOptions.get(corpus) ??
    forEachFacet((_name, facet) => new Map(facet.optionsIn(corpus).map((option) => [option.id, option])));
  knownOptions.set(corpus, known);
  return known[name];
}
