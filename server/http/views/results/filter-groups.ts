import type { Corpus } from '../../../domain/corpus.ts';
import { idsIn } from '../../../domain/table.ts';
import { type Facet, type FacetName, facetOf, optionsById } from '../../../search/facets/facets.ts';
import type { FacetValue, Results } from '../../../search/search.ts';

/** A choice of a filter: a tick, a button or an option. */
export type Choice = {
  readonly value: string;
  readonly label: string;
  /** Number of passages that it leaves; absent where it is not known. */
  readonly count?: number;
  readonly isChosen: boolean;
  /** Chosen in the search box, so that it is changed there. */
  readonly isTyped?: boolean;
};

/** A filter as the page shows it. */
export type FilterGroup = {
  /** The parameter that it sets. */
  readonly name: FacetName;
  readonly label: string;
  readonly control: Control;
  readonly choices: readonly Choice[];
  /** Further choices, behind a disclosure. */
  readonly more: readonly Choice[];
  /** How many can be chosen, and what several mean: where the reader can say so (`tagMode`), the page asks. */
  readonly choice: Facet['choice'];
  /** The values of the filter in a sentence: “9 more topics”. */
  readonly plural?: string;
};

type Control = 'radios' | 'ticks' | 'select';

/** How each filter is chosen, in the order of the page. A list of names is too long for buttons. */
const CONTROLS = {
  perspective: { control: 'radios' },
  kind: { control: 'radios' },
  tag: { control: 'ticks', plural: 'topics' },
  nation: { control: 'ticks', plural: 'nations' },
  quotable: { control: 'ticks', plural: 'passages' },
  author: { control: 'select' },
  essay: { control: 'select' },
} as const satisfies Readonly<
  Record<FacetName, { control: 'ticks'; plural: string } | { control: 'radios' | 'select' }>
>;

/** The number of ticks that are offered at once, and all that are chosen; the others stand behind a disclosure. */
const TICKS_AT_ONCE = 8;

/**
 * The filters that results can be narrowed by; one that leaves nothing to choose is left out: a single value that every
 * result has.
 */
export function toFilterGroups(results: Results, corpus: Corpus): FilterGroup[] {
  const counted = results.facetsCount === 'matchingAll' ? results.totalMatchingAll : results.total;
  const narrows = (count: number | undefined) => count !== undefined && count < counted;
  return idsIn(CONTROLS)
    .map((name) => toGroup(name, results, corpus))
    .filter(
      ({ choices }) =>
        choices.length > 1 || choices.some(({ isChosen, count }) => isChosen || narrows(count)),
    );
}

function toGroup(name: FacetName, { query, filters, facets }: Results, corpus: Corpus): FilterGroup {
  const { label, choice } = facetOf(name);
  const chosen = new Set(filters[name]);
  const set = new Set(query.filters[name]);
  const choices = facets[name].map(
    ({ id, label: text, count }: FacetValue): Choice => ({
      value: id,
      label: text,
      count,
      isChosen: chosen.has(id),
      isTyped: chosen.has(id) && !set.has(id),
    }),
  );
  // What is chosen and no result has can still be taken back; words of a name are shown as they were typed.
  const missing = query.filters[name]
    .filter((id) => !choices.some(({ value }) => value === id))
    .map((id): Choice => ({ value: id, label: labelOf(name, id, corpus), isChosen: true }));
  const group = { name, label, choice, ...CONTROLS[name] };
  if (group.control !== 'ticks') return { ...group, choices: [...missing, ...choices], more: [] };
  const atOnce = choices.filter(({ isChosen }, at) => isChosen || at < TICKS_AT_ONCE);
  return {
    ...group,
    choices: [...atOnce, ...missing],
    more: choices.filter((other) => !atOnce.includes(other)),
  };
}

/** The name of a value on the page. */
const labelOf = (name: FacetName, id: string, corpus: Corpus): string =>
  optionsById(name, corpus).get(id)?.label ?? id;
