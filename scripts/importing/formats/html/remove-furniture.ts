import type { Review } from '../../draft/draft.ts';
import { classOf, FURNITURE_SELECTOR, isNamedFurniture, NEVER_FURNITURE } from './furniture-names.ts';
import { longParagraphs, proseLength, proseWords } from './prose.ts';

/** The most of a page's prose that can stand in furniture: names are chosen for looks, and readers' comments apart. */
const MAX_SHARE = 0.3;

/** Text that a page folds away until someone asks for it: it is hidden, and part of the article all the same. */
const isFoldedText = (element: Element): boolean =>
  element.closest('main, article, [role="main"]') !== null &&
  [...element.querySelectorAll('p, li')].some((block) => (block.textContent ?? '').length > 60) &&
  !isNamedFurniture(element);

/** So many words outside links may go without a note: a button, a label, a line of links. */
const MAX_UNSAID = 20;

/**
 * Takes out of an element what is furniture of its page, but never the content that was found, nor what holds it.
 *
 * @returns a note for each part with more than a few words that stood within the article
 */
export function removeFurniture(root: Element, content: readonly Element[]): Review[] {
  const holdsContent = (element: Element) => content.some((kept) => element.contains(kept));
  const mayGo = (element: Element) =>
    !NEVER_FURNITURE.test(element.tagName) && root.contains(element) && !holdsContent(element);
  const notes: Review[] = [];
  for (const element of [...root.querySelectorAll(FURNITURE_SELECTOR)]) {
    if (!mayGo(element) || isWrapper(element, root)) continue;
    if (element.matches('[hidden], [aria-hidden="true"]') && isFoldedText(element)) continue;
    if (/^(?:aside|form)$/i.test(element.tagName)) noteRemoval(element);
    element.remove();
  }
  const total = proseLength(root);
  const paragraphs = longParagraphs(root);
  for (const element of [...root.querySelectorAll('[class], [id]')]) {
    if (!mayGo(element) || !isNamedFurniture(element) || element.querySelector('h1')) continue;
    const isComments = /\bcomment/i.test(`${classOf(element)} ${element.getAttribute('id') ?? ''}`);
    const isSmall = proseLength(element) <= MAX_SHARE * total && 2 * longParagraphs(element) <= paragraphs;
    if (!isComments && !isSmall) continue;
    if (!isComments) noteRemoval(element);
    element.remove();
  }
  for (const element of [...root.querySelectorAll('[style]')]) {
    const isHidden = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(
      element.getAttribute('style') ?? '',
    );
    if (isHidden && !holdsContent(element) && !isFoldedText(element)) element.remove();
  }
  return notes;

  function noteRemoval(element: Element): void {
    const isInside =
      content.length > 0
        ? content.some((kept) => kept.contains(element))
        : element.closest('article') !== null;
    const words = proseWords([element]);
    if (!isInside || words <= MAX_UNSAID) return;
    const line = Number(element.getAttribute('data-line'));
    const name = (element.getAttribute('class') ?? '').split(/\s+/)[0] || element.tagName.toLowerCase();
    const reason = `${words} words in a part that the page calls “${name.slice(0, 60)}” were left out`;
    notes.push(line > 0 ? { line, reason } : { reason });
  }
}

/** Old systems put a whole page into one form; a figure may hold a table or a quotation, whose caption is text. */
const isWrapper = (element: Element, root: Element): boolean =>
  (/^(?:form|aside)$/i.test(element.tagName) &&
    (element.textContent ?? '').length > 0.5 * (root.textContent ?? '').length) ||
  (/^figcaption$/i.test(element.tagName) &&
    (element.parentElement?.querySelector('table, blockquote') ?? null) !== null);
