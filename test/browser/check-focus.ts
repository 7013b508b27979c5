import type { Page } from 'playwright-core';
import { askPage } from './ask-page.ts';
import { findFaintRing } from './find-faint-ring.ts';
import { isSeen, nameOf } from './in-page.ts';

/** How a page goes by the Tab key alone. */
export type FocusReport = {
  /** How many presses until the page is behind one. */
  readonly stops: number;
  readonly problems: readonly string[];
};

/** The longest lists have some hundreds of links, and skip links and headings to pass them by; more is a page to divide. */
const MOST_STOPS = 800;

/**
 * Goes through a page by Tab. Each stop must be seen, within the window, not hidden under something (WCAG 2.4.11), with a
 * ring around it; none may hold the reader; all that can be operated must be reached. Needs script.
 */
export async function checkFocus(page: Page): Promise<FocusReport> {
  const problems: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await askPage(page, lookAtFocus);
    if (stop === 'end') return { stops, problems: [...problems, ...(await askPage(page, findUnreached))] };
    problems.push(...stop.problems);
    if (stop.isAgain) return { stops, problems };
  }
  return {
    stops: MOST_STOPS,
    problems: [...problems, `Tab has not left the page after ${MOST_STOPS} stops`],
  };
}

/** What is focused in the page, and what is wrong with it. */
async function lookAtFocus(): Promise<'end' | { isAgain: boolean; problems: string[] }> {
  const active = document.activeElement;
  if (!active || active === document.body || active === document.documentElement) return 'end';
  const name = nameOf(active);
  const page = globalThis as { visited?: Set<Element> };
  page.visited ??= new Set();
  if (page.visited.has(active))
    return { isAgain: true, problems: [`${name} is focused again: Tab cannot get past it`] };
  page.visited.add(active);

  const problems = findFaintRing(active);
  if (!isSeen(active)) return { isAgain: false, problems: [...problems, `${name} takes focus unseen`] };

  // The middle and the corners of each of its lines that stand in the window.
  const pointsInWindow = () =>
    [...active.getClientRects()]
      .flatMap(({ left, right, top, bottom }) => [
        { x: (left + right) / 2, y: (top + bottom) / 2 },
        ...[left + 2, right - 2].flatMap((x) => [top + 2, bottom - 2].map((y) => ({ x, y }))),
      ])
      .filter(({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  // Some pages glide to where the focus is.
  if (pointsInWindow().length === 0) await new Promise((resolve) => setTimeout(resolve, 700));
  const points = pointsInWindow();
  const isOnTop = points.some(({ x, y }) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (active.contains(top) || top.contains(active));
  });
  if (points.length === 0) problems.push(`${name} is outside the window when it is focused`);
  else if (!isOnTop) problems.push(`${name} is hidden under something when it is focused`);
  return { isAgain: false, problems };
}

/** What could be operated and was not reached. */
function findUnreached(): string[] {
  const visited = (globalThis as { visited?: Set<Element> }).visited ?? new Set();
  // Of radio buttons that belong together, Tab visits one.
  const operable = 'a[href], button, input:not([type=radio]), select, textarea, summary, [tabindex]';
  return [...document.querySelectorAll<HTMLElement>(operable)]
    .filter((element) => element.tabIndex >= 0 && !element.matches(':disabled') && isSeen(element))
    .filter((element) => !visited.has(element))
    .map((element) => `${nameOf(element)} cannot be reached by Tab`);
}
