import { lettersOf } from '../characters/tidy-characters.ts';
import type { DraftBlock } from '../draft/draft.ts';

/** A line above the text that may be the title. */
export type TitleCandidate = {
  readonly block: DraftBlock;
  readonly index: number;
  readonly isAfterDate: boolean;
};

/**
 * Chooses the title among the short lines above a text: the only heading of the first level; else the line after the
 * date; else a line that stands there twice; in a page with its furniture the one next to the byline; else the first.
 *
 * @returns with it the site's name, which stands above it, and the indexes of headings that belong to the text
 */
export function chooseHeadTitle(
  candidates: readonly TitleCandidate[],
  page: {
    readonly repeated: ReadonlySet<string>;
    readonly hasFurniture: boolean;
    readonly lastAnchor: number;
  },
): { readonly title?: string; readonly site?: string; readonly kept: readonly number[] } {
  const highest = candidates.filter(({ block }) => block.level === 1);
  const chosen =
    (highest.length === 1 ? highest[0] : undefined) ??
    candidates.find(({ isAfterDate }) => isAfterDate) ??
    candidates.find(({ block }) => page.repeated.has(lettersOf(block.text))) ??
    (page.hasFurniture ? candidates.filter(({ index }) => index < page.lastAnchor).at(-1) : undefined) ??
    candidates[0];
  if (!chosen) return { kept: [] };
  const isSiteAbove = page.hasFurniture || chosen.isAfterDate || highest.length === 1;
  const above = candidates.filter(({ index }) => index < chosen.index);
  const site = isSiteAbove ? above[0]?.block.text : undefined;
  return {
    title: chosen.block.text,
    ...(site && { site }),
    kept: candidates
      .filter((candidate) => candidate !== chosen && !(isSiteAbove && above.includes(candidate)))
      .map(({ index }) => index),
  };
}
