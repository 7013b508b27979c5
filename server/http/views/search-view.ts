import type { Catalogue } from '../../domain/catalogue.ts';
import { ESSAY_KINDS } from '../../domain/essay.ts';
import { PERSPECTIVES } from '../../domain/perspective.ts';
import { EMPTY_QUERY, hasFilters, type Query, SORTS } from '../../search/query.ts';
import type { FacetValue, Results } from '../../search/results.ts';
import { searchAddress } from '../search-params.ts';
import { type PassageView, toPassageView } from './passage-view.ts';

/** A choice of a filter, as a checkbox or an option. */
export type Choice = { readonly value: string; readonly label: string; readonly isChosen: boolean };

/** A filter of which one value can be chosen. */
export type SelectView = {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
};

/** Everything that the page of results prints. */
export function toSearchView(results: Results, notices: readonly string[], catalogue: Catalogue) {
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
    widen: widenLink(results),
    corrections: results.corrections,
    alsoSearched: results.alsoSearched.map(({ kind, id, label }) => ({
      label,
      href: kind === 'concept' ? `/tags/${id}` : undefined,
    })),
    exactHref: searchAddress(query, { isExact: true }),
    inexactHref: query.isExact ? searchAddress(query, { isExact: false }) : undefined,
    chips: chipsOf(query, catalogue),
    clearHref: searchAddress({ ...EMPTY_QUERY, text: query.text }),
    hits: results.hits.map(
      (hit): PassageView =>
        toPassageView(hit.passage, catalogue, query.text.trim() === '' ? undefined : hit.snippet),
    ),
    firstNumber: (query.page - 1) * query.perPage + 1,
    tagChoices: results.facets.tags
      .map(({ id, label, count }) => ({
        value: id,
        label: `${label} (${count})`,
        isChosen: query.tags.some((tag) => tag === id),
      }))
      .concat(
        // A chosen tag that no result carries can still be unticked.
        query.tags
          .filter((tag) => !results.facets.tags.some(({ id }) => id === tag))
          .map((tag) => ({
            value: tag,
            label: `${catalogue.concept(tag)?.prefLabel ?? tag} (0)`,
            isChosen: true,
          })),
      ),
    tagMode: query.tagMode,
    selects: [
      select('perspective', 'Whose view', results.facets.perspectives, query.perspective),
      select('author', 'Author', results.facets.authors, query.author),
      select('kind', 'Kind of essay', results.facets.kinds, query.kind),
      select('essay', 'Essay', results.facets.essays, query.essay),
    ],
    sorts: Object.entries(SORTS).map(
      ([value, label]): Choice => ({ value, label, isChosen: query.sort === value }),
    ),
    // What the form has no field for must not be lost when it is sent.
    hidden: [
      ...(query.matchAll ? [{ name: 'match', value: 'all' }] : []),
      ...(query.isExact ? [{ name: 'exact', value: '1' }] : []),
      ...(query.perPage === EMPTY_QUERY.perPage ? [] : [{ name: 'perPage', value: String(query.perPage) }]),
    ],
    pages: pagesOf(query, total),
    topics: total === 0 ? topicsOf(catalogue) : [],
  };
}

/** Topics that have passages, most first, for a reader whose search found nothing. */
export const topicsOf = (catalogue: Catalogue) =>
  catalogue.corpus.concepts
    .map((concept) => ({
      label: concept.prefLabel,
      href: `/tags/${concept.id}`,
      count: catalogue.countOf(concept),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'));

function headingOf({ text }: Query): string {
  return text.trim() === '' ? 'Search' : `Results for “${text.trim()}”`;
}

const passages = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'passage' : 'passages'}`;

/** How many passages there are, in words that say which. */
export function summaryOf({ query, total, totalMatchingAll: all }: Results): string {
  if (total === 0) return isAsking(query) ? 'No passages found' : 'Topics to start from';
  if (query.text.trim() === '') return passages(total);
  if (all === total)
    return query.matchAll
      ? `${passages(total)} with all your words (or words that mean the same)`
      : passages(total);
  const some = `${passages(total)} with some of them`;
  if (all === 0) return `No passage has all your words. There ${total === 1 ? 'is' : 'are'} ${some}.`;
  return `${passages(all)} with all your words (or words that mean the same), and ${(total - all).toLocaleString('en-GB')} more with some of them`;
}

const isAsking = (query: Query): boolean => query.text.trim() !== '' || hasFilters(query);

/** A link to fewer passages, or back to more. */
function widenLink({ query, total, totalMatchingAll }: Results): { href: string; label: string } | undefined {
  if (query.matchAll)
    return {
      href: searchAddress(query, { matchAll: false }),
      label: 'Show passages with some of your words too',
    };
  if (totalMatchingAll === 0 || totalMatchingAll === total) return undefined;
  return { href: searchAddress(query, { matchAll: true }), label: 'Show only passages with all your words' };
}

/** The filters that are set, each with the address of the search without it. */
function chipsOf(query: Query, catalogue: Catalogue): { label: string; removeHref: string }[] {
  const without = (label: string, changed: Partial<Query>, drop: readonly (keyof Query)[] = []) => {
    const kept = Object.fromEntries(
      Object.entries(query).filter(([key]) => !drop.includes(key as keyof Query)),
    );
    return { label, removeHref: searchAddress(kept as Query, changed) };
  };
  return [
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

function select(
  name: string,
  label: string,
  values: readonly FacetValue[],
  chosen: string | undefined,
): SelectView {
  const choices = values.map(({ id, label: text, count }) => ({
    value: id,
    label: `${text} (${count})`,
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
function pagesOf(query: Query, total: number) {
  const last = Math.ceil(total / query.perPage);
  if (last < 2) return undefined;
  const near = [1, 2, query.page - 1, query.page, query.page + 1, last - 1, last];
  const numbers = [...new Set(near)].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b);
  const address = (page: number) => searchAddress(query, { page });
  return {
    last,
    current: query.page,
    previous: query.page > 1 && query.page <= last + 1 ? address(query.page - 1) : undefined,
    next: query.page < last ? address(query.page + 1) : undefined,
    links: numbers.map((number, index) => ({
      number,
      href: address(number),
      isCurrent: number === query.page,
      followsGap: index > 0 && number - (numbers[index - 1] ?? 0) > 1,
    })),
  };
}
