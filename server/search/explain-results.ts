import type { QueryPlan } from './plan-query.ts';
import { type Filters, hasFilters, QUERY_LIMITS } from './query.ts';
import type { Results } from './results.ts';

/** What the explanation rests on. */
type Answer = {
  /** Whether there was anything to look for. */
  readonly isAsked: boolean;
  readonly filters: Filters;
  /** Filters typed into the box that fit nothing. */
  readonly unknown: readonly string[];
  readonly planned: QueryPlan;
  readonly results: Results;
};

/** Plain sentences where the reader may wonder what happened; undefined where all is plain. */
export function explainResults({ isAsked, filters, unknown, planned, results }: Answer): string | undefined {
  const said = unknown.map((typed) => `There is nothing that fits “${typed}”, so we left it out.`);
  if (planned.parsed.isCut)
    said.push(`Your search has many phrases in quotation marks. We used the first ${QUERY_LIMITS.phrases}.`);
  const nothing = explainNothing(isAsked, filters, planned, results);
  if (nothing !== undefined) said.push(nothing);
  return said.length > 0 ? said.join(' ') : undefined;
}

/** What a reader is told whose phrase stands nowhere, when its words were looked for one by one. */
export const explainLoosePhrases = ({ notice }: Results): string =>
  [
    'No passage has the words in quotation marks in this order, so we looked for the words by themselves.',
    ...(notice === undefined ? [] : [notice]),
  ].join(' ');

function explainNothing(
  isAsked: boolean,
  filters: Filters,
  { parsed }: QueryPlan,
  { query, total }: Results,
): string | undefined {
  const excludes =
    parsed.excludedTerms.length +
      parsed.excludedPhrases.length +
      Object.values(parsed.excludedFilters).flat().length >
    0;
  if (!isAsked) {
    if (query.text.trim() === '') return 'Type some words to search for, or choose a topic.';
    if (Object.values(parsed.filters).flat().length > 0) return undefined;
    return excludes
      ? 'Your search only says what to leave out. Add a word to look for, such as “trust -money”.'
      : 'There is no word in your search that we could look for. Try a word such as “trust”.';
  }
  if (total > 0) return undefined;
  if (query.text.trim() === '')
    return 'No passage meets all of these filters. Take one away, or choose another topic.';
  const isNarrowed = hasFilters(filters) || parsed.filters.essays.length > 0;
  if (isNarrowed || excludes) {
    const limits = [...(isNarrowed ? ['a filter'] : []), ...(excludes ? ['a minus'] : [])].join(' or ');
    return `No passage fits all of your search. Take ${limits} away, or try other words.`;
  }
  return parsed.phrases.length > 0
    ? 'No passage has these words in this order. Take the quotation marks away, or try other words.'
    : 'No passage has any of these words. Check the spelling, try other words, or choose a topic.';
}
