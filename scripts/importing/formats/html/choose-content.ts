import { Readability } from '@mozilla/readability';
import { longParagraphs, proseWords } from './prose.ts';

/**
 * The text of a page: what its markup names; where that is little, what Mozilla's Readability takes for the article,
 * unless that lacks paragraphs of the page's main part; where there is neither, all that is left of the page.
 */
export function chooseContent(document: Document, named: readonly Element[]): readonly Element[] {
  const { body } = document;
  const main = [
    ...document.querySelectorAll('article, main, [role="main"], #content, #main-content, #main'),
  ].find(
    (element) => element.querySelector('h1') !== null && proseWords([element]) >= 0.3 * proseWords([body]),
  );
  const whole = main ?? body;
  const lacks = (elements: readonly Element[]) =>
    longParagraphs(whole) - elements.reduce((sum, element) => sum + longParagraphs(element), 0);
  const mayLack = Math.max(2, 0.3 * longParagraphs(whole));
  if (
    named.length > 0 &&
    (proseWords(named) >= 0.4 * proseWords([whole]) || (proseWords(named) >= 150 && lacks(named) < mayLack))
  )
    return named;
  const readable = readableContent(document);
  const words = proseWords(readable);
  if (lacks(readable) >= Math.max(2, 0.2 * longParagraphs(whole))) return [whole];
  const least = 0.35 * proseWords([whole]);
  if (words >= Math.max(least, proseWords(named))) return readable;
  return proseWords(named) >= least && named.length > 0 ? named : [whole];
}

function readableContent(document: Document): Element[] {
  // Readability makes second-level headings of the first level.
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    heading.setAttribute('data-level', heading.tagName.slice(1));
  }
  const copy = document.cloneNode(true) as Document;
  const article = new Readability(copy, { charThreshold: 150, keepClasses: true }).parse();
  if (!article?.content) return [];
  const holder = document.createElement('div');
  holder.innerHTML = article.content;
  return [holder];
}
