import { hasFilters } from './facets/facets.ts';
import { excludesAnything, type ParsedQuery } from './query/parse-query.ts';
import { QUERY_LIMITS } from './query/query.ts';
import { hasTyped } from './query/typed-filters.ts';
import type { Results } from './search.ts';

/** What the explanation rests on. */
export type ExplainRequest = {
  /** Whether there was anything to look for. */
  readonly isAsked: boolean;
  /** Filters typed into the box that fit nothing. */
  readonly unknown: readonly string[];
  readonly parsed: ParsedQuery;
  readonly results: Results;
};

/** Of many filters that fit nothing, so many are named. */
const MOST_NAMED = 5;

/** Plain sentences where the reader may wonder what happened; undefined where all is plain. */
export function explainResults(request: ExplainRequest): string | undefined {
  const sentences = [...new Set(request.unknown)]
    .slice(0, MOST_NAMED)
    .map((typed) => `There is nothing that fits “${typed}”, so we left it out.`);
  if (request.parsed.isCut)
    sentences.push(
      `Your search has many phrases in quotation marks. We used the first ${QUERY_LIMITS.phrases}.`,
    );
  const { foreign } = request.parsed;
  if (foreign.length > 0)
    sentences.push(
      `${foreign.map((typed) => `“${typed}”`).join(', ')} ${foreign.length === 1 ? 'means' : 'mean'} nothing in this search, so we left ${foreign.length === 1 ? 'it' : 'them'} out. What works is on the page “How to search”.`,
    );
  const nothing = explainNothing(request);
  if (nothing !== undefined) sentences.push(nothing);
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

/** What a reader is told whose phrase no passage prints, when its words were looked for one by one. @param titles that print it */
export function explainLoosePhrases({ notice }: Results, titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`).join(' and ');
  return [
    ...(notice === undefined ? [] : [notice]),
    titles.length > 0
      ? `No passage prints the words in quotation marks, but they stand in the title of ${quoted}. Near it:`
      : 'No passage prints the words in quotation marks in this order. Near it:',
  ].join(' ');
}

function explainNothing({ isAsked, parsed, results }: ExplainRequest): string | undefined {
  const { query, filters, total } = results;
  const isBlank = query.text.trim() === '';
  const excludes = excludesAnything(parsed);
  if (!isAsked) {
    if (isBlank) return 'Type some words to search for, or choose a topic.';
    if (hasTyped(parsed.filters)) return undefined;
    return excludes
      ? 'Your search only says what to leave out. Add a word to look for, such as “trust -money”.'
      : 'There is no word in your search that we could look for. Try a word such as “trust”.';
  }
  if (total > 0) return undefined;
  if (isBlank) return 'No passage meets all of these filters. Take one away, or choose another topic.';
  const isNarrowed = hasFilters(filters) || parsed.filters.essay.length > 0;
  if (isNarrowed || excludes) {
    const limits = [...(isNarrowed ? ['a filter'] : []), ...(excludes ? ['a minus'] : [])].join(' or ');
    return `No passage fits all of your search. Take ${limits} away, or try other words.`;
  }
  return parsed.phrases.length > 0
    ? 'No passage has these words in this order. Take the quotation marks away, or try other words.'
    : 'No passage has any of these words. Check the spelling, try other words, or choose a topic.';
}
