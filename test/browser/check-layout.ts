import type { Page } from 'playwright-core';
import { askPage } from './ask-page.ts';
import { frameOf, isSeen, nameOf, seenTexts } from './in-page.ts';

/** All that does not fit: what is too wide, texts that are cut off, texts that stand on each other. */
export async function findMisfits(page: Page): Promise<string[]> {
  return [
    ...(await findTooWide(page)),
    ...(await findClippedText(page)),
    ...(await findOverlappingText(page)),
  ];
}

/**
 * What does not fit the width of the window (WCAG 1.4.10). A table or the like may scroll within itself, if the keyboard
 * can reach it to do so.
 */
export function findTooWide(page: Page): Promise<string[]> {
  return askPage(page, () => {
    const root = document.documentElement;
    const screen = root.clientWidth;
    const problems: string[] = [];
    if (root.scrollWidth > screen)
      problems.push(`the page is ${root.scrollWidth} px wide on a screen of ${screen} px`);
    const reported = new Set<Element>();
    for (const element of document.body.querySelectorAll('*')) {
      if (!(element instanceof HTMLElement) || !isSeen(element)) continue;
      const { overflowX } = getComputedStyle(element);
      const isScroller = overflowX === 'auto' || overflowX === 'scroll';
      if (isScroller && element.scrollWidth > element.clientWidth + 1 && element.tabIndex < 0)
        problems.push(`${nameOf(element)} scrolls sideways, but the keyboard cannot reach it`);
      const { left, right, width, height } = element.getBoundingClientRect();
      const fits = right <= screen + 1 && (left >= -1 || right <= 0);
      if (fits || width === 0 || height === 0 || frameOf(element) !== null) continue;
      reported.add(element);
      if (!element.parentElement || !reported.has(element.parentElement))
        problems.push(`${nameOf(element)} reaches from ${left} to ${right} px on a screen of ${screen} px`);
    }
    return problems;
  });
}

/** Text that its own box cuts off. */
function findClippedText(page: Page): Promise<string[]> {
  return askPage(page, () => {
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    return [...document.body.querySelectorAll<HTMLElement>('*:not(select, option)')]
      .filter((element) => {
        // Pictures cut their own edges, and lines of text have no box to be cut by.
        if (!(element instanceof HTMLElement) || element.clientWidth === 0) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        if (!cuts(overflowX) && !cuts(overflowY)) return false;
        const isTooWide = cuts(overflowX) && element.scrollWidth > element.clientWidth + 1;
        const isTooHigh = cuts(overflowY) && element.scrollHeight > element.clientHeight + 1;
        return (isTooWide || isTooHigh) && element.innerText.trim() !== '' && isSeen(element);
      })
      .map((element) => `${nameOf(element)} cuts off its text`);
  });
}

/** Texts that stand on each other, by more than lines set tight do. */
function findOverlappingText(page: Page): Promise<string[]> {
  return askPage(page, () => {
    const isFloating = (element: Element) => {
      for (let at: Element | null = element; at !== null; at = at.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
      return false;
    };
    const lines = seenTexts(document.body)
      .filter(({ element }) => !isFloating(element))
      .flatMap(({ element, boxes }) => boxes.map((box) => ({ element, box })))
      .sort((a, b) => a.box.top - b.box.top);
    const problems = new Set<string>();
    for (const [index, { element, box }] of lines.entries()) {
      for (const below of lines.slice(index + 1)) {
        if (below.box.top >= box.bottom) break;
        const width = Math.min(box.right, below.box.right) - Math.max(box.left, below.box.left);
        const height = Math.min(box.bottom, below.box.bottom) - below.box.top;
        const isOver = width > 2 && height > Math.min(box.height, below.box.height) / 2;
        if (isOver && element !== below.element)
          problems.add(`${nameOf(element)} and ${nameOf(below.element)} stand on each other`);
      }
    }
    return [...problems];
  });
}
