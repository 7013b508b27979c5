import { termsIn } from '../../language/split-terms.ts';
import { normalWords } from '../../language/split-words.ts';
import type { FacetTable, RankedOption } from '../facets/facet-table.ts';
import { FACET_NAMES, type FacetName, type Filters, facetOf, forEachFacet } from '../facets/facets.ts';
import type { DocId } from '../index/stored-passage-index.ts';
import type { TypedFilters } from './typed-filters.ts';

/** The filters that were typed into the box. */
export type BoxFilters = {
  /** One value for each that was typed, which the page can show as chosen; none of the essays. */
  readonly filters: Filters;
  /**
   * Whether a passage is in the essays that `in:` names, by titles or parts of them that several may share; absent if
   * none is named.
   */
  readonly isWithin?: (docId: DocId) => boolean;
  /** What was typed and fits nothing, such as `tag:greif`. */
  readonly unknown: readonly string[];
};

/** What a minus before filters keeps out, and what of that fits nothing. */
export type BoxExclusions = {
  readonly isExcluded: (docId: DocId) => boolean;
  readonly unknown: readonly string[];
};

/** Reads what was typed into the box beside words. */
export type BoxReader = {
  /** A value by its id, its label or another name of it, or by words of its label. */
  readFilters(typed: TypedFilters): BoxFilters;
  /** The same after a minus. Each is read on its own: a passage is kept out if any of them fits it. */
  readExclusions(typed: TypedFilters): BoxExclusions;
};

/** The ids, or words of a name, that something typed stands for; none if it fits nothing. */
type Resolve = (typed: string) => readonly string[];

/** Makes the reader for a corpus. */
export function createBoxReader(table: FacetTable): BoxReader {
  const resolvers = forEachFacet((name) => createResolver(name, table));

  const read = (typed: TypedFilters) => {
    const unknown: string[] = [];
    const found = forEachFacet((name) =>
      typed[name].flatMap((text) => {
        const ids = resolvers[name](text);
        if (ids.length === 0) unknown.push(`${facetOf(name).boxWord}:${text}`);
        return ids.length === 0 ? [] : [ids];
      }),
    );
    return { found, unknown };
  };
  /** The test whether a passage has one of some values of a facet. */
  const hasOneOf = (name: FacetName, ids: readonly string[]) => {
    const numbers = new Set(ids.flatMap((id) => [...table[name].resolve(id)]));
    return (docId: DocId) => (table[name].numbersOf[docId] ?? []).some((number) => numbers.has(number));
  };

  return {
    readFilters(typed) {
      const { found, unknown } = read(typed);
      const filters = forEachFacet((name) => (name === 'essay' ? [] : [...new Set(found[name].flat())]));
      const within = found.essay.map((slugs) => hasOneOf('essay', slugs));
      return {
        filters,
        unknown,
        ...(within.length > 0 && { isWithin: (docId: DocId) => within.every((isIn) => isIn(docId)) }),
      };
    },
    readExclusions(typed) {
      const { found, unknown } = read(typed);
      const tests = FACET_NAMES.flatMap((name) => found[name].map((ids) => hasOneOf(name, ids)));
      return {
        isExcluded: (docId) => tests.some((fits) => fits(docId)),
        unknown: unknown.map((text) => `-${text}`),
      };
    },
  };
}

function createResolver(name: FacetName, table: FacetTable): Resolve {
  const { chosenBy, choice } = facetOf(name);
  const { options, resolve } = table[name];
  // The words themselves are chosen, as long as they fit a name at all.
  if (chosenBy === 'words') return (typed) => (resolve(typed).size > 0 ? [typed] : []);
  const byName = new Map<string, string[]>();
  for (const option of options)
    for (const key of new Set(namesOf(option))) byName.set(key, [...(byName.get(key) ?? []), option.id]);
  const labels = options.map(({ id, label }) => ({ id, terms: new Set(termsIn(label)) }));
  return (typed) => {
    const named = byName.get(normalise(typed)) ?? byName.get(typed.toLowerCase());
    // A second concept under the same name is a slip of the vocabulary; two essays may well have one title.
    if (named) return choice === 'one' ? named : named.slice(0, 1);
    const asked = termsIn(typed);
    const found =
      asked.length === 0 ? [] : labels.filter(({ terms }) => asked.every((term) => terms.has(term)));
    // "carer" or "money" will do for a topic, if it leaves no doubt which.
    return choice === 'one' || found.length === 1 ? found.map(({ id }) => id) : [];
  };
}

/** An id is a name only as it is written: "sharing power" in the box is words of titles, not the essay `sharing-power`. */
const namesOf = ({ id, label, altLabels = [] }: RankedOption): string[] => [
  id,
  normalise(label),
  ...altLabels.map(normalise),
];

const normalise = (text: string): string => normalWords(text).join(' ');
