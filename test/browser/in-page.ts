/**
 * Functions that run inside the page, where `askPage` puts them beside the question: each may use the others, and
 * nothing else. They must not wait for anything, for a page without script has no timers.
 */

/** A piece of text that can be seen, with the boxes of its lines in CSS pixels from the window's corner. */
export type SeenText = {
  readonly element: Element;
  readonly text: string;
  readonly boxes: readonly DOMRect[];
};

/** Enough to find an element by: `a.skip “Skip to the main content”`. */
export function nameOf(element: Element): string {
  const mark = element.id
    ? `#${element.id}`
    : element.classList.length > 0
      ? `.${[...element.classList].join('.')}`
      : '';
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  return `${element.localName}${mark}${text && ` “${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`}`;
}

/**
 * Whether the usual technique hides an element from eyes only: a box of a pixel or two, or clipped to nothing. Exported, for
 * what is not does not reach the page.
 */
export function isForEars(element: Element | null): boolean {
  for (let at = element; at !== null && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    const isCut = style.overflowX !== 'visible' && style.position !== 'static';
    if (isCut && at.clientWidth <= 2 && at.clientHeight <= 2) return true;
    if (/^inset\((50|100)%/.test(style.clipPath)) return true;
    if (style.position === 'absolute' && /^rect\((0|1)px/.test(style.clip)) return true;
  }
  return false;
}

/** Whether eyes can see an element, as far as styles decide it. */
export function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isForEars(element);
}

/** The nearest element around this one that cuts off or scrolls what is too wide; null if only the window does. */
export function frameOf(element: Element): Element | null {
  let at = element.parentElement;
  while (at !== null && at !== document.body && at !== document.documentElement) {
    const { overflowX, display } = getComputedStyle(at);
    if (overflowX !== 'visible' && display !== 'inline') return at;
    at = at.parentElement;
  }
  return null;
}

/** All text in `within` that can be seen, in the order of the page. */
export function seenTexts(within: Element): SeenText[] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const found: SeenText[] = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = (walker.currentNode.nodeValue ?? '').replace(/\s+/g, ' ').trim();
    if (text === '' || element === null || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const frame = frameOf(element)?.getBoundingClientRect();
    const boxes = [...range.getClientRects()].filter(
      ({ left, right, top, bottom, width, height }) =>
        width > 0 &&
        height > 0 &&
        right > 0 &&
        (!frame || (right > frame.left && left < frame.right && bottom > frame.top && top < frame.bottom)),
    );
    if (boxes.length > 0) found.push({ element, text, boxes });
  }
  return found;
}

/** The words of the main content that can be seen, without those of controls, which a script may add or change. */
export function mainWords(): string[] {
  const controls =
    'button, select, option, label, dialog, output, [role=status], [role=listbox], [aria-live]';
  const text = seenTexts(document.querySelector('main') ?? document.body)
    .filter(({ element }) => element.closest(controls) === null)
    .map((seen) => seen.text.toLowerCase())
    .join(' ');
  return [...new Set(text.match(/[\p{L}\p{N}]+/gu))];
}
