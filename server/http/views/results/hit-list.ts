import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Passage } from '../../../domain/passage.ts';
import type { Query } from '../../../search/query/query.ts';
import type { Hit, Results } from '../../../search/search.ts';
import type { SiteAddresses } from '../../addresses/addresses.ts';
import { toTagLink } from '../partials/links.ts';
import { type PassageView, toPassageView } from '../partials/passage-view.ts';
import { countOfPrinting } from './results-summary.ts';

/** A passage in the list of results. */
export type HitView = PassageView & {
  /** Number in the whole list, 1-based. */
  readonly number: number;
  /** The question that it answers, if the search means one. */
  readonly answers?: string;
  /** Topics for which a passage without any of the words was found. */
  readonly foundBy: readonly string[];
  /** Whether it was found by plain words alone, which nobody typed. */
  readonly isFoundByPlainWords: boolean;
  /** Further passages of the same essay, folded under its third. */
  readonly folded: readonly HitView[];
};

/** So many passages of one essay are shown on a page of results; the others are folded under the last of them. */
const SHOWN_PER_ESSAY = 3;

/** The hits of a page: those that print what was asked for, and those at the end of the list that only come near. */
export function toHitLists(
  results: Results,
  catalogue: Catalogue,
  address: SiteAddresses,
): { readonly hits: HitView[]; readonly near: HitView[] } {
  const { query, hits } = results;
  const before = (query.page - 1) * query.perPage;
  const printing = Math.min(hits.length, Math.max(0, countOfPrinting(results) - before));
  const list = (from: number, to: number) =>
    toHitViews({ query, hits: hits.slice(from, to) }, before + from + 1, catalogue, address);
  return { hits: list(0, printing), near: list(printing, hits.length) };
}

/**
 * Hits of a page, best first. When they come from several essays, those of one beyond its third are folded under it,
 * so that other voices are seen; in another order, or in one essay, nothing is folded.
 */
function toHitViews(
  { query, hits }: Pick<Results, 'query' | 'hits'>,
  first: number,
  catalogue: Catalogue,
  address: SiteAddresses,
): HitView[] {
  const found = hits.flatMap((hit, index) => {
    const passage = catalogue.passage(hit.passage);
    if (!passage) return [];
    const view = toHitView(passage, hit, first + index, query, catalogue, address);
    return [{ essay: passage.essay, view }];
  });
  const byEssay = new Map<string, HitView[]>();
  for (const { essay, view } of found) byEssay.set(essay, [...(byEssay.get(essay) ?? []), view]);
  if (query.sort !== 'relevance' || byEssay.size < 2) return found.map(({ view }) => view);
  return found.flatMap(({ essay, view }) => {
    const ofEssay = byEssay.get(essay) ?? [];
    const at = ofEssay.indexOf(view);
    if (at >= SHOWN_PER_ESSAY) return [];
    return [{ ...view, folded: at === SHOWN_PER_ESSAY - 1 ? ofEssay.slice(SHOWN_PER_ESSAY) : [] }];
  });
}

function toHitView(
  passage: Passage,
  { snippet, matchedWords, concepts, answers }: Hit,
  number: number,
  query: Query,
  catalogue: Catalogue,
  address: SiteAddresses,
): HitView {
  const isText = query.text.trim() !== '';
  return {
    ...toPassageView(passage, catalogue, address, isText ? { search: query, snippet } : {}),
    number,
    ...(answers !== undefined && { answers }),
    foundBy:
      isText && matchedWords.length === 0
        ? concepts.map((id) => toTagLink(id, catalogue, address).label)
        : [],
    isFoundByPlainWords: isText && matchedWords.length + concepts.length === 0 && answers === undefined,
    folded: [],
  };
}
