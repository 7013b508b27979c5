import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Passage } from '../../../domain/passage.ts';
import type { Query } from '../../../search/query/query.ts';
import type { Hit, Results } from '../../../search/search.ts';
import type { SiteAddresses } from '../../addresses/addresses.ts';
import { toTagLink } from '../partials/links.ts';
import { type PassageView, toPassageView } from '../partials/passage-view.ts';

/** A passage in the list of results. */
export type HitView = PassageView & {
  /** Number in the whole list, 1-based. */
  readonly number: number;
  /** Topics for which a passage without any of the words was found. */
  readonly foundBy: readonly string[];
  /** Further passages of the same essay, folded under its third. */
  readonly folded: readonly HitView[];
};

/** So many passages of one essay are shown on a page of results; the others are folded under the last of them. */
const SHOWN_PER_ESSAY = 3;

/**
 * The hits of a page, best first. When they come from several essays, those of one beyond its third are folded under it,
 * so that other voices are seen; in another order, or in one essay, nothing is folded.
 */
export function toHitViews(
  { query, hits }: Results,
  catalogue: Catalogue,
  address: SiteAddresses,
): HitView[] {
  const first = (query.page - 1) * query.perPage + 1;
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
  { snippet, matchedWords, concepts }: Hit,
  number: number,
  query: Query,
  catalogue: Catalogue,
  address: SiteAddresses,
): HitView {
  const isText = query.text.trim() !== '';
  return {
    ...toPassageView(passage, catalogue, address, isText ? { search: query, snippet } : {}),
    number,
    foundBy:
      isText && matchedWords.length === 0
        ? concepts.map((id) => toTagLink(id, catalogue, address).label)
        : [],
    folded: [],
  };
}
