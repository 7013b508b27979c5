import { gatherLists } from './gather-lists.ts';
import { originalAddress } from './original-address.ts';
import { settleNotes } from './settle-notes.ts';

/**
 * Makes the text of an element plain, before it becomes Markdown: pictures go, with their captions; notes, links,
 * quotations and lists that are written in other ways become what they are.
 *
 * @param address what relative links start from
 * @returns how many pictures, films and the like were left out
 */
export function settleText(element: Element, address: string | undefined): number {
  for (const script of [...element.querySelectorAll('script')]) script.remove();
  keepSources(element);
  // Notes first, so that a mark in a caption that goes keeps its number.
  settleNotes(element);
  const pictures = dropPictures(element);
  settleLinks(element, address);
  settleQuotations(element);
  settleEmphasis(element);
  gatherLists(element);
  return pictures;
}

/** Who is quoted stands in the caption of a quotation, and belongs to it. */
function keepSources(root: Element): void {
  for (const figure of [...root.querySelectorAll('figure')]) {
    const quotation = figure.querySelector('blockquote');
    const caption = figure.querySelector('figcaption');
    if (!quotation || !caption) continue;
    const line = root.ownerDocument.createElement('p');
    line.append(...caption.childNodes);
    quotation.append(line);
    caption.remove();
  }
}

function dropPictures(root: Element): number {
  const pictures = [...root.querySelectorAll('img, picture, video, audio, iframe')];
  for (const picture of pictures) {
    const figure = picture.closest('figure');
    if (figure && root.contains(figure) && !figure.querySelector('table, blockquote, pre')) figure.remove();
    else picture.remove();
  }
  return pictures.length;
}

/** Makes links whole, and leaves only the words of those that do not lead to a page. */
function settleLinks(root: Element, address: string | undefined): void {
  for (const link of [...root.querySelectorAll('a')]) {
    const href = originalAddress(link.getAttribute('href') ?? '#');
    const whole = !/^(?:#|$)/.test(href) && URL.canParse(href, address) ? new URL(href, address) : undefined;
    const isWithinPage =
      whole?.hash !== '' &&
      address !== undefined &&
      whole !== undefined &&
      whole.href.split('#')[0] === address.split('#')[0];
    const text = (link.textContent ?? '').trim();
    if (whole && /^https?:$/.test(whole.protocol) && !isWithinPage && text !== '') {
      link.setAttribute('href', whole.href);
      link.removeAttribute('title');
    } else link.replaceWith(...link.childNodes);
  }
}

/**
 * Emphasis that Markdown can show: pieces beside each other are one, and where a mark would stand inside a word, or
 * between a word and a full stop, the words stay and the emphasis goes.
 */
function settleEmphasis(root: Element): void {
  const kindOf = (node: Node | null) => EMPHASIS[(node as Element | null)?.tagName?.toUpperCase() ?? ''];
  for (const element of [...root.querySelectorAll('b, strong, i, em')]) {
    if (!root.contains(element)) continue;
    while (element.nextSibling && kindOf(element.nextSibling) === kindOf(element)) {
      const next = element.nextSibling as Element;
      element.append(...next.childNodes);
      next.remove();
    }
    const text = element.textContent ?? '';
    const opens = isFlanking(charBeside(element, 'before'), text.trimStart().charAt(0)) || /^\s/.test(text);
    const closes = isFlanking(charBeside(element, 'after'), text.trimEnd().slice(-1)) || /\s$/.test(text);
    if (!opens || !closes || text.trim() === '') element.replaceWith(...element.childNodes);
  }
}

const EMPHASIS: Readonly<Record<string, string>> = { B: 'strong', STRONG: 'strong', I: 'em', EM: 'em' };

/** Whether a mark may stand between two characters: CommonMark's rule for what flanks a run of asterisks. */
const isFlanking = (outside: string, inside: string): boolean =>
  outside === '' || /[\s\p{P}\p{S}]/u.test(outside) || !/[\p{P}\p{S}]/u.test(inside);

function charBeside(element: Element, side: 'before' | 'after'): string {
  for (let node: Node = element; node.parentNode; node = node.parentNode) {
    const next = side === 'before' ? node.previousSibling : node.nextSibling;
    const text = next?.textContent ?? '';
    if (next && text !== '') return side === 'before' ? text.slice(-1) : text.charAt(0);
    if (/^(?:P|LI|TD|TH|DIV|BLOCKQUOTE|H[1-6])$/i.test((node.parentNode as Element).tagName ?? '')) return '';
  }
  return '';
}

/** Marks of quotation that only the browser would draw are written out. */
function settleQuotations(root: Element): void {
  for (const quoted of [...root.querySelectorAll('q')]) {
    const isWritten = /^[“"‘']/.test((quoted.textContent ?? '').trim());
    quoted.replaceWith(...(isWritten ? quoted.childNodes : ['“', ...quoted.childNodes, '”']));
  }
}
