import { z } from 'zod';
import type { Catalogue } from '../../domain/catalogue.ts';
import { idsIn } from '../../domain/table.ts';
import { normalWords } from '../../language/split-words.ts';
import {
  FACET_NAMES,
  type FacetName,
  facetOf,
  forEachFacet,
  optionsById,
} from '../../search/facets/facets.ts';
import { EMPTY_QUERY, QUERY_LIMITS, type Query, SORTS } from '../../search/query/query.ts';
import { cutText, quoteSent, withoutControls } from './sent-text.ts';

/** What Express gives for the part of an address after the question mark. */
export type RawParams = Readonly<Record<string, unknown>>;

/** A parameter that cannot be used, and why. */
export type ParamProblem = { readonly parameter: string; readonly reason: string };

/** A query as far as the parameters could be used, and what was wrong with the others. */
export type ParsedParams = {
  readonly query: Query;
  readonly problems: readonly ParamProblem[];
  /** Whether the text was longer than the limit and is cut. */
  readonly isCut: boolean;
};

const wholeNumber = (max: number) => {
  const message = `must be a whole number from 1 to ${max.toLocaleString('en-GB')}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .pipe(z.number().min(1, message).max(max, message));
};

/** The parameters besides the facets, each of which may stand once in an address: one table says what each accepts. */
const PARAMETERS = {
  q: z.string(),
  tagMode: z.enum(['all', 'any'], 'must be all or any'),
  exact: z.enum(['1', '0'], 'must be 1 or 0'),
  match: z.enum(['all', 'best', 'some'], 'must be all, best or some'),
  sort: z.enum(idsIn(SORTS), `must be one of ${idsIn(SORTS).join(', ')}`),
  page: wholeNumber(QUERY_LIMITS.page.max),
  perPage: wholeNumber(QUERY_LIMITS.perPage.max),
};

/** The names of all parameters of a search. */
export const SEARCH_PARAMETERS: readonly string[] = [...FACET_NAMES, ...Object.keys(PARAMETERS), 'without'];

/** Words of a name that are chosen are no longer than this. */
const MAX_VALUE_LENGTH = 100;
/** Of many values that there are not, the first few are named. */
const MOST_NAMED = 3;
/** So many values can be listed in a sentence. */
const MOST_LISTED = 10;

/**
 * Reads the parameters of a search. Those that cannot be used are left out and named: the API then refuses the request,
 * a page answers without them and says so. An empty parameter counts as absent, for forms send them.
 */
export function parseSearchParams(raw: RawParams, catalogue: Catalogue): ParsedParams {
  const problems: ParamProblem[] = [];
  const read = <Name extends keyof typeof PARAMETERS>(
    name: Name,
  ): z.output<(typeof PARAMETERS)[Name]> | undefined => {
    const value = raw[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string') {
      problems.push({ parameter: name, reason: ONCE });
      return undefined;
    }
    const parsed = PARAMETERS[name].safeParse(value);
    if (parsed.success) return parsed.data as z.output<(typeof PARAMETERS)[Name]>;
    problems.push({ parameter: name, reason: parsed.error.issues[0]?.message ?? 'cannot be used' });
    return undefined;
  };

  for (const name of SEARCH_PARAMETERS.filter((known) => raw[`${known}[]`] !== undefined))
    problems.push({ parameter: `${name}[]`, reason: `must be written without brackets: ${name}` });
  const whole = read('q') ?? '';
  const query: Query = {
    text: cutText(withoutControls(whole), QUERY_LIMITS.textLength),
    isExact: read('exact') === '1',
    without: readWithout(raw.without, problems),
    filters: forEachFacet((name) => readFacet(name, raw[name], catalogue, problems)),
    tagMode: read('tagMode') ?? EMPTY_QUERY.tagMode,
    match: read('match') ?? EMPTY_QUERY.match,
    sort: read('sort') ?? EMPTY_QUERY.sort,
    page: read('page') ?? EMPTY_QUERY.page,
    perPage: read('perPage') ?? EMPTY_QUERY.perPage,
  };
  return { query, problems, isCut: whole.length > QUERY_LIMITS.textLength };
}

/** The plain words that are left out, each once, as compared. */
function readWithout(given: unknown, problems: ParamProblem[]): readonly string[] {
  const words = (Array.isArray(given) ? given : [given]).filter((word) => typeof word === 'string');
  const distinct = [...new Set(words.flatMap((word) => normalWords(word.slice(0, MAX_VALUE_LENGTH))))];
  if (distinct.length > QUERY_LIMITS.without)
    problems.push({ parameter: 'without', reason: `must name at most ${QUERY_LIMITS.without} words` });
  return distinct.slice(0, QUERY_LIMITS.without);
}

const ONCE = 'must stand in the address only once';

/** What is chosen of a facet, each value once. */
function readFacet(
  name: FacetName,
  given: unknown,
  { corpus }: Catalogue,
  problems: ParamProblem[],
): readonly string[] {
  const { choice, chosenBy } = facetOf(name);
  if (Array.isArray(given) && choice === 'one') {
    problems.push({ parameter: name, reason: ONCE });
    return [];
  }
  const values = (Array.isArray(given) ? given : [given])
    .filter((value) => typeof value === 'string')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const distinct = [...new Set(values)];
  if (chosenBy === 'words') {
    if (distinct.every(({ length }) => length <= MAX_VALUE_LENGTH)) return distinct;
    problems.push({ parameter: name, reason: `must be at most ${MAX_VALUE_LENGTH} characters` });
    return [];
  }
  const options = optionsById(name, corpus);
  const all = [...options.keys()];
  for (const value of distinct.filter((id) => !options.has(id)).slice(0, MOST_NAMED)) {
    const others = all.length <= MOST_LISTED ? `; there are ${all.join(', ')}` : '';
    const reason = `there is no ${name} ${quoteSent(value)}${others}`;
    problems.push({ parameter: name, reason });
  }
  return distinct.filter((id) => options.has(id));
}

/** The parts of an address that stand for a query; what is as by default is left out. */
export function toSearchParams(query: Query): URLSearchParams {
  const params = new URLSearchParams();
  if (query.text !== '') params.set('q', query.text);
  for (const name of FACET_NAMES) for (const value of query.filters[name]) params.append(name, value);
  if (query.tagMode === 'any' && query.filters.tag.length > 1) params.set('tagMode', 'any');
  if (query.isExact) params.set('exact', '1');
  for (const word of query.without ?? []) params.append('without', word);
  if (query.match !== EMPTY_QUERY.match) params.set('match', query.match);
  if (query.sort !== EMPTY_QUERY.sort) params.set('sort', query.sort);
  if (query.perPage !== EMPTY_QUERY.perPage) params.set('perPage', String(query.perPage));
  if (query.page !== 1) params.set('page', String(query.page));
  return params;
}
