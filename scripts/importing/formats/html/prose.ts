import { wordCount } from '../../draft/draft.ts';

/** Length of an element's text, without links. */
export const proseLength = (element: Element): number =>
  [...element.querySelectorAll('a')].reduce(
    (length, link) => length - (link.textContent ?? '').length,
    (element.textContent ?? '').length,
  );

/** The number of paragraphs of more than a line or two: furniture has few. */
export const longParagraphs = (element: Element): number =>
  [...element.querySelectorAll('p')].filter((paragraph) => (paragraph.textContent ?? '').length > 140).length;

/** Words outside of links. */
export const proseWords = (elements: readonly Element[]): number =>
  elements.reduce((sum, element) => {
    const linked = [...element.querySelectorAll('a')].reduce(
      (words, link) => words + wordCount(link.textContent ?? ''),
      0,
    );
    return sum + wordCount(element.textContent ?? '') - linked;
  }, 0);

/** The number of words in the text of elements, links and all. */
export const wordsInElements = (elements: readonly Element[]): number =>
  elements.reduce((sum, element) => sum + wordCount(element.textContent ?? ''), 0);
