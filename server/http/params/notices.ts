import { QUERY_LIMITS } from '../../search/query/query.ts';
import type { Results } from '../../search/search.ts';
import type { ParsedParams } from './search-params.ts';

/** Everything that a reader should be told about a search, in plain sentences. */
export function noticesOf({ problems, isCut }: ParsedParams, results: Results): string[] {
  const { query, total } = results;
  const pages = Math.max(1, Math.ceil(total / query.perPage));
  return [
    ...(isCut
      ? [
          `Your search was longer than ${QUERY_LIMITS.textLength} characters. We looked for the first ${QUERY_LIMITS.textLength} only.`,
        ]
      : []),
    ...problems.map(
      ({ parameter, reason }) =>
        `We could not use “${parameter}” in this address and left it out: ${reason}.`,
    ),
    ...(total > 0 && query.page > pages
      ? [`There is no page ${query.page}: the results end on page ${pages}.`]
      : []),
    ...(results.notice !== undefined ? [results.notice] : []),
  ];
}
