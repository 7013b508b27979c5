import type { Catalogue } from '../../domain/catalogue.ts';
import { ESSAY_KINDS } from '../../domain/essay.ts';
import { PERSPECTIVES } from '../../domain/perspective.ts';
import { listTypedFilters } from '../../search/parse-query.ts';
import { EMPTY_QUERY, hasFilters, type Query, SORTS, type Sort } from '../../search/query.ts';
import type { FacetValue, Hit, Results } from '../../search/results.ts';
import type { Suggestion } from '../../search/suggest.ts';
import type { Addresses, SiteAddresses } from '../addresses/addresses.ts';
import type { Link } from './link.ts';
import { type PassageView, toPassageView, toTagLink } from './passage-view.ts';
import { shorten } from './shorten.ts';

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

/** A passage in the list of results. */
export type HitView = PassageView & {
  /** Place in the whole list, 1-based. */
  readonly number: number;
  /** Topics for which a passage without any of the words was found. */
  readonly foundBy: readonly string[];
  /** Further passages of the same essay, folded under its third. */
  readonly folded: readonly HitView[];
};

/** So many passages of one essay are shown on a page of results; the others are folded under the last of them. */
const SHOWN_PER_ESSAY = 3;

/** More than two guides would stand in the way of the passages. */
const MOST_GUIDES = 2;

/** So many topics are offered at once; chosen ones always are, the others stand behind a disclosure. */
const TOPICS_AT_ONCE = 8;

/** A filter of which one value can be chosen. */
export type OneOf = {
  /** The parameter that it sets. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
};

/** Everything that the page of results prints. */
export function toSearchView(
  results: Results,
  notices: readonly string[],
  catalogue: Catalogue,
  address: SiteAddresses,
  suggestions: readonly Suggestion[] = [],
) {
  const { query, total } = results;
  return {
    heading: headingOf(query),
    text: query.text,
    notices,
    summary: summaryOf(results),
    isAsked: isAsking(query),
    facetsCount:
      results.facetsCount === 'matchingAll'
        ? 'passages with all your words (or words that mean the same)'
        : 'passages with some of your words',
    widen: widenLink(results, address),
    corrections: results.corrections,
    alsoTopics: results.alsoSearched
      .filter(({ kind }) => kind === 'concept')
      .map(({ id }) => toTagLink(id, catalogue, address)),
    guides: guidesTo(results, suggestions, catalogue, address),
    alsoWords: results.alsoSearched.filter(({ kind }) => kind === 'family').map(({ label }) => label),
    exactHref: address.search(query, { isExact: true }),
    inexactHref: query.isExact ? address.search(query, { isExact: false }) : undefined,
    chips: chipsOf(query, catalogue, address),
    clearHref: address.search({ ...EMPTY_QUERY, ...unfilteredParts(query) }),
    recount: recountLink(results, address),
    hits: foldHits(results, catalogue, address),
    topicChoices: topicChoicesOf(results, catalogue),
    tagMode: query.tagMode,
    buttons: [
      oneOf('perspective', 'Whose view', results.facets.perspectives.map(withCapital), query.perspective),
      oneOf('kind', 'Kind of essay', results.facets.kinds, query.kind),
    ],
    selects: [
      oneOf('author', 'Author', results.facets.authors, query.author),
      oneOf('essay', 'Essay', results.facets.essays, query.essay),
    ],
    sorts: Object.entries(SORTS).map(([id, label]) => ({
      label,
      href: address.search(query, { sort: id as Sort }),
      isChosen: query.sort === id,
    })),
    // What the form has no field for must not be lost when it is sent.
    hidden: [
      ...(query.match === EMPTY_QUERY.match ? [] : [{ name: 'match', value: query.match }]),
      ...(query.isExact ? [{ name: 'exact', value: '1' }] : []),
      ...(query.sort === EMPTY_QUERY.sort ? [] : [{ name: 'sort', value: query.sort }]),
      ...(query.perPage === EMPTY_QUERY.perPage ? [] : [{ name: 'perPage', value: String(query.perPage) }]),
    ],
    pages: pagesOf(query, total, (page) => address.search(query, { page })),
    topics: total === 0 ? topicsOf(catalogue, address) : [],
  };
}

/**
 * Guides for who asks a broad question and may want the whole of an answer: those whose titles hold the words of the search,
 * then those to the topics that its words point to.
 */
function guidesTo(
  { query, alsoSearched }: Results,
  suggestions: readonly Suggestion[],
  catalogue: Catalogue,
  address: Addresses,
): Link[] {
  if (query.page > 1 || query.isExact) return [];
  const slugs = [
    ...suggestions.flatMap(({ kind, id }) => (kind === 'essay' ? [id] : [])),
    ...alsoSearched.flatMap(({ kind, id }) =>
      kind === 'concept' ? (catalogue.concept(id)?.guide ?? []) : [],
    ),
  ];
  const guides = [...new Set(slugs)].flatMap((slug) => catalogue.essay(slug) ?? []);
  return guides
    .filter(({ kind }) => kind === 'guide')
    .slice(0, MOST_GUIDES)
    .map(({ slug, title }) => ({ label: title, href: address.essay(slug) }));
}

/** Topics that have passages, most first, for a reader whose search found nothing. */
export function topicsOf(catalogue: Catalogue, address: Addresses) {
  const counts = catalogue.corpus.concepts.map((concept) => catalogue.countOf(concept));
  const most = Math.max(1, ...counts);
  return catalogue.corpus.concepts
    .map(({ id, prefLabel }, place) => {
      const count = counts[place] ?? 0;
      // A bar that says how many there are, in hundredths of the widest; the smallest can still be seen.
      return { label: prefLabel, href: address.tag(id), count, bar: Math.round(8 + (92 * count) / most) };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'));
}

/** A heading names the search; the box has the whole of a long one. */
const HEADING_LENGTH = 80;

function headingOf({ text }: Query): string {
  const asked = text.trim();
  return asked === '' ? 'Search' : `Results for “${shorten(asked, HEADING_LENGTH)}”`;
}

/** What is added to the title of a page of results after the first. */
export const pageInTitle = ({ page }: Query): string => (page === 1 ? '' : `, page ${page}`);

const passages = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'passage' : 'passages'}`;

/** How many passages there are. */
export const countOf = ({ total }: Results): string => (total === 0 ? 'No passages found' : passages(total));

/** How many passages there are, in words that say which. */
function summaryOf({ query, total, totalMatchingAll: all }: Results): string {
  if (total === 0) return isAsking(query) ? 'No passages found' : 'Topics to start from';
  if (query.text.trim() === '') return passages(total);
  if (all === total)
    return query.match === 'all'
      ? `${passages(total)} with all your words (or words that mean the same)`
      : passages(total);
  const some = 'with some of them or on their topics';
  if (all === 0)
    return `No passage has all your words. There ${total === 1 ? 'is' : 'are'} ${passages(total)} ${some}.`;
  const more = (total - all).toLocaleString('en-GB');
  return `${passages(all)} with all your words (or words that mean the same), and ${more} more ${some}`;
}

const isAsking = (query: Query): boolean => query.text.trim() !== '' || hasFilters(query);

/** A link to fewer passages, or back to more. */
function widenLink({ query, total, totalMatchingAll }: Results, address: Addresses): Link | undefined {
  if (query.match === 'all')
    return {
      href: address.search(query, { match: EMPTY_QUERY.match }),
      label: 'Show passages with some of your words too',
    };
  if (totalMatchingAll === 0 || totalMatchingAll === total) return undefined;
  return { href: address.search(query, { match: 'all' }), label: 'Show only passages with all your words' };
}

/** A link to facets that count all passages with some of the words, or back to those with all. */
function recountLink({ query, total, totalMatchingAll, facetsCount }: Results, address: Addresses) {
  if (query.match === 'some' && totalMatchingAll > 0)
    return {
      href: address.search(query, { match: EMPTY_QUERY.match }),
      label: 'Count those with all your words only',
    };
  if (query.match !== 'best' || facetsCount === 'matchingSome' || totalMatchingAll === total)
    return undefined;
  return { href: address.search(query, { match: 'some' }), label: `Count all ${passages(total)} instead` };
}

/**
 * The hits of a page, best first. When they come from several essays, those of one beyond its third are folded under it,
 * so that other voices are seen; in another order, or in one essay, nothing is folded.
 */
function foldHits({ query, hits }: Results, catalogue: Catalogue, address: SiteAddresses): HitView[] {
  const first = (query.page - 1) * query.perPage + 1;
  const views = hits.map((hit, index) => toHitView(hit, first + index, query, catalogue, address));
  const isMixed = new Set(hits.map(({ essay }) => essay.slug)).size > 1;
  if (query.sort !== 'relevance' || !isMixed) return views;
  const byEssay = new Map<string, number[]>();
  for (const [index, { essay }] of hits.entries())
    byEssay.set(essay.slug, [...(byEssay.get(essay.slug) ?? []), index]);
  return views.flatMap((view, index) => {
    const ofEssay = byEssay.get(hits[index]?.essay.slug ?? '') ?? [];
    const place = ofEssay.indexOf(index);
    if (place >= SHOWN_PER_ESSAY) return [];
    const isLastShown = place === SHOWN_PER_ESSAY - 1;
    const folded = isLastShown ? ofEssay.slice(SHOWN_PER_ESSAY).flatMap((other) => views[other] ?? []) : [];
    return [{ ...view, folded }];
  });
}

function toHitView(
  hit: Hit,
  number: number,
  { text }: Query,
  catalogue: Catalogue,
  address: SiteAddresses,
): HitView {
  const isText = text.trim() !== '';
  return {
    ...toPassageView(hit.passage, catalogue, address, isText ? { text, snippet: hit.snippet } : {}),
    number,
    foundBy:
      isText && hit.matches.length === 0
        ? hit.concepts.map((id) => toTagLink(id, catalogue, address).label)
        : [],
    folded: [],
  };
}

/** What is left of a query without its filters, those typed in the box among them. */
function unfilteredParts({ text, isExact, match, sort, perPage }: Query): Partial<Query> {
  let left = text;
  for (let typed = listTypedFilters(left)[0]; typed; typed = listTypedFilters(left)[0]) left = typed.rest;
  return { text: left, isExact, match, sort, perPage };
}

/** The filters that are set, each with the address of the search without it. */
function chipsOf(
  query: Query,
  catalogue: Catalogue,
  address: Addresses,
): { label: string; removeHref: string }[] {
  const without = (label: string, changed: Partial<Query>, drop: readonly (keyof Query)[] = []) => {
    const kept = Object.fromEntries(
      Object.entries(query).filter(([key]) => !drop.includes(key as keyof Query)),
    );
    return { label, removeHref: address.search(kept as Query, changed) };
  };
  return [
    ...listTypedFilters(query.text).map(({ typed, rest }) => ({
      label: `In the search box: ${typed}`,
      removeHref: address.search(query, { text: rest }),
    })),
    ...query.tags.map((id) =>
      without(`Topic: ${catalogue.concept(id)?.prefLabel ?? id}`, {
        tags: query.tags.filter((tag) => tag !== id),
      }),
    ),
    ...(query.perspective
      ? [without(`Whose view: ${PERSPECTIVES[query.perspective]}`, {}, ['perspective'])]
      : []),
    ...(query.author ? [without(`Author: ${query.author}`, {}, ['author'])] : []),
    ...(query.kind ? [without(`Kind: ${ESSAY_KINDS[query.kind]}`, {}, ['kind'])] : []),
    ...(query.essay
      ? [without(`Essay: ${catalogue.essay(query.essay)?.title ?? query.essay}`, {}, ['essay'])]
      : []),
  ];
}

/** Perspectives are written to stand within a sentence. */
export const withCapital = (value: FacetValue): FacetValue => ({
  ...value,
  label: `${value.label.charAt(0).toUpperCase()}${value.label.slice(1)}`,
});

/** The topics that can be ticked: those chosen, and the commonest, at once; the others on request. */
function topicChoicesOf({ query, filters, facets }: Results, catalogue: Catalogue) {
  const isIn = (tags: Query['tags'], id: string) => tags.some((tag) => tag === id);
  const choices: Choice[] = facets.tags.map(({ id, label, count }) => ({
    ...{ value: id, label, count },
    isChosen: isIn(filters.tags, id),
    isTyped: isIn(filters.tags, id) && !isIn(query.tags, id),
  }));
  // A chosen topic that no result carries can still be unticked.
  const missing = query.tags
    .filter((tag) => !choices.some(({ value }) => value === tag))
    .map(
      (tag): Choice => ({
        ...{ value: tag, label: catalogue.concept(tag)?.prefLabel ?? tag, count: 0 },
        isChosen: true,
      }),
    );
  const atOnce = choices.filter(({ isChosen }, place) => isChosen || place < TOPICS_AT_ONCE);
  return { atOnce: [...atOnce, ...missing], more: choices.filter((choice) => !atOnce.includes(choice)) };
}

function oneOf(
  name: string,
  label: string,
  values: readonly FacetValue[],
  chosen: string | undefined,
): OneOf {
  const choices: Choice[] = values.map(({ id, label: text, count }) => ({
    ...{ value: id, label: text, count },
    isChosen: id === chosen,
  }));
  // A value typed into the address, such as part of a name, is shown as it is.
  const isMissing = chosen !== undefined && !choices.some(({ isChosen }) => isChosen);
  return {
    name,
    label,
    choices: isMissing ? [{ value: chosen, label: chosen, isChosen: true }, ...choices] : choices,
  };
}

/** Links to the pages of the results: the ends, the neighbours, and gaps between. */
export function pagesOf(query: Query, total: number, hrefOf: (page: number) => string) {
  const last = Math.ceil(total / query.perPage);
  if (last < 2) return undefined;
  const near = [1, 2, query.page - 1, query.page, query.page + 1, last - 1, last];
  const numbers = [...new Set(near)].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b);
  return {
    last,
    current: query.page,
    previous: query.page > 1 && query.page <= last + 1 ? hrefOf(query.page - 1) : undefined,
    next: query.page < last ? hrefOf(query.page + 1) : undefined,
    links: numbers.map((number, index) => ({
      number,
      href: hrefOf(number),
      isCurrent: number === query.page,
      followsGap: index > 0 && number - (numbers[index - 1] ?? 0) > 1,
    })),
  };
}
