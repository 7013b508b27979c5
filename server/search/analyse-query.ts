import { splitTerms } from '../language/split-terms.ts';
import { QUERY_LIMITS } from './query.ts';
import { STOP_WORDS } from './stop-words.ts';

/** The terms to look for, distinct, in the order of the query. */
export type AnalysedQuery = { readonly terms: readonly string[] };

/**
 * Reads the words of a query: stop words go, unless there are no others; of many terms the rarest stay.
 *
 * @param frequency number of passages that hold a term; 0 for one that the index lacks
 */
export function analyseQuery(text: string, frequency: (term: string) => number): AnalysedQuery {
  const all = splitTerms(text);
  const meaningful = all.filter(({ normal }) => !STOP_WORDS.has(normal));
  const terms = [...new Set((meaningful.length > 0 ? meaningful : all).map(({ term }) => term))];
  if (terms.length <= QUERY_LIMITS.terms) return { terms };
  const rarest = new Set([...terms].sort((a, b) => frequency(a) - frequency(b)).slice(0, QUERY_LIMITS.terms));
  return { terms: terms.filter((term) => rarest.has(term)) };
}
