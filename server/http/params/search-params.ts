import { z } from 'zod';
import type { Catalogue } from '../../domain/catalogue.ts';
import { ESSAY_KINDS, type EssayKind } from '../../domain/essay.ts';
import { conceptId, essaySlug } from '../../domain/ids.ts';
import { PERSPECTIVES, type Perspective } from '../../domain/perspective.ts';
import { EMPTY_QUERY, QUERY_LIMITS, type Query, SORTS, type Sort } from '../../search/query.ts';

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

const oneOf = <Id extends string>(ids: Readonly<Record<Id, unknown>>) =>
  z.enum(Object.keys(ids) as [Id, ...Id[]], `must be one of ${Object.keys(ids).join(', ')}`);
const wholeNumber = (max: number) => {
  const message = `must be a whole number from 1 to ${max.toLocaleString('en-GB')}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .pipe(z.number().min(1, message).max(max, message));
};

/** The parameters that may stand once in an address; `tag` may repeat. One table says what each accepts. */
const PARAMETERS = {
  q: z.string(),
  tagMode: z.enum(['all', 'any'], 'must be all or any'),
  perspective: oneOf(PERSPECTIVES),
  author: z.string().max(100, 'must be at most 100 characters'),
  essay: z.string(),
  kind: oneOf(ESSAY_KINDS),
  exact: z.enum(['1', '0'], 'must be 1 or 0'),
  match: z.enum(['all', 'best', 'some'], 'must be all, best or some'),
  sort: oneOf(SORTS),
  page: wholeNumber(QUERY_LIMITS.page.max),
  perPage: wholeNumber(QUERY_LIMITS.perPage.max),
};

/** The names of all parameters of a search. */
export const SEARCH_PARAMETERS: readonly string[] = ['tag', ...Object.keys(PARAMETERS)];

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
      problems.push({ parameter: name, reason: 'must stand in the address only once' });
      return undefined;
    }
    const parsed = PARAMETERS[name].safeParse(value);
    if (parsed.success) return parsed.data as z.output<(typeof PARAMETERS)[Name]>;
    problems.push({ parameter: name, reason: parsed.error.issues[0]?.message ?? 'cannot be used' });
    return undefined;
  };

  for (const name of Object.keys(raw)) {
    if (name.endsWith('[]'))
      problems.push({ parameter: name, reason: `must be written without brackets: ${name.slice(0, -2)}` });
  }
  const whole = read('q') ?? '';
  const slug = read('essay');
  if (slug !== undefined && !catalogue.essay(slug)) {
    problems.push({ parameter: 'essay', reason: `there is no essay “${slug.slice(0, 100)}”` });
  }
  const filters = {
    perspective: read('perspective') as Perspective | undefined,
    author: read('author')?.trim() || undefined,
    essay: slug !== undefined && catalogue.essay(slug) ? essaySlug(slug) : undefined,
    kind: read('kind') as EssayKind | undefined,
  };
  const query: Query = {
    text: cutText(withoutControls(whole)),
    tags: readTags(raw.tag, catalogue, problems),
    tagMode: read('tagMode') ?? EMPTY_QUERY.tagMode,
    isExact: read('exact') === '1',
    match: read('match') ?? EMPTY_QUERY.match,
    sort: (read('sort') as Sort | undefined) ?? EMPTY_QUERY.sort,
    page: read('page') ?? EMPTY_QUERY.page,
    perPage: read('perPage') ?? EMPTY_QUERY.perPage,
    ...(filters.perspective && { perspective: filters.perspective }),
    ...(filters.author && { author: filters.author }),
    ...(filters.essay && { essay: filters.essay }),
    ...(filters.kind && { kind: filters.kind }),
  };
  return { query, problems, isCut: whole.length > QUERY_LIMITS.textLength };
}

function readTags(value: unknown, catalogue: Catalogue, problems: ParamProblem[]): Query['tags'] {
  const given = (Array.isArray(value) ? value : [value]).filter(
    (tag) => typeof tag === 'string' && tag !== '',
  );
  const distinct = [...new Set(given as string[])];
  const unknown = distinct.filter((tag) => !catalogue.concept(tag));
  for (const tag of unknown.slice(0, 3))
    problems.push({ parameter: 'tag', reason: `there is no tag “${tag.slice(0, 100)}”` });
  return distinct.filter((tag) => catalogue.concept(tag)).map(conceptId);
}

/** A text without control characters and marks that turn the direction of writing: they would garble the page. */
const withoutControls = (text: string): string =>
  text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ');

/** Cuts a text to the limit, and never through the middle of a character that takes two code units. */
function cutText(text: string): string {
  const cut = text.slice(0, QUERY_LIMITS.textLength);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** The parts of an address that stand for a query; what is as by default is left out. */
export function toSearchParams(query: Query): URLSearchParams {
  const params = new URLSearchParams();
  if (query.text !== '') params.set('q', query.text);
  for (const tag of query.tags) params.append('tag', tag);
  if (query.tagMode === 'any' && query.tags.length > 1) params.set('tagMode', 'any');
  if (query.perspective) params.set('perspective', query.perspective);
  if (query.author) params.set('author', query.author);
  if (query.kind) params.set('kind', query.kind);
  if (query.essay) params.set('essay', query.essay);
  if (query.isExact) params.set('exact', '1');
  if (query.match !== EMPTY_QUERY.match) params.set('match', query.match);
  if (query.sort !== EMPTY_QUERY.sort) params.set('sort', query.sort);
  if (query.perPage !== EMPTY_QUERY.perPage) params.set('perPage', String(query.perPage));
  if (query.page !== 1) params.set('page', String(query.page));
  return params;
}
