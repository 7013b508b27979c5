import { BULLET, NUMBER, SPACED_BULLET } from '../../lines/list-marks.ts';
import { nestLists } from './nest-lists.ts';

/** A paragraph with a mark before its text. */
type Marked = { readonly element: Element; readonly mark: Mark };
type Mark = { readonly length: number; readonly level: number; readonly number?: number };

/** Makes real lists of paragraphs that are written as lists, and puts lists below an entry into that entry. */
export function gatherLists(root: Element): void {
  for (const element of [...root.querySelectorAll('p, div, td')]) splitLines(element);
  dropMarks(root);
  // What is no list from its first line on is none from its second.
  const refused = new Set<Element>();
  for (const first of [...root.querySelectorAll('p, div')]) {
    if (!root.contains(first) || first.closest('li')) continue;
    if (refused.has(first)) continue;
    const run = runFrom(first);
    if (isList(run)) replaceRun(run);
    else for (const { element } of run) refused.add(element);
  }
  nestLists(root);
}

/** Lines with bullets that only line breaks part become paragraphs. */
function splitLines(element: Element): void {
  const html = element.innerHTML;
  if (!/<br/i.test(html) || /<(?:p|div|ul|ol|table|h\d)\b/i.test(html)) return;
  const lines = html.split(/<br[^>]*>/i);
  const numbers = lines.flatMap((line) => NUMBER.exec(textOf(element, line))?.[1] ?? []);
  const counts = numbers.every((number, index) => Number(number) === index + 1);
  const marked = lines.filter((line) => {
    const text = textOf(element, line);
    return BULLET.test(text) || (counts && NUMBER.test(text));
  });
  if (marked.length < 2) return;
  const line = element.getAttribute('data-line') ?? '1';
  const isMarked = (part: string) => marked.includes(part);
  const whole = lines
    .map((part, index) => {
      if (part.trim() === '') return '';
      if (!isMarked(part)) return `<p data-line="${line}">${part}</p>`;
      const tag = NUMBER.test(textOf(element, part)) ? 'ol' : 'ul';
      const opens = index === 0 || !isMarked(lines[index - 1] ?? '') ? `<${tag} data-line="${line}">` : '';
      const closes = !isMarked(lines[index + 1] ?? '') ? `</${tag}>` : '';
      return `${opens}<li data-marked="1">${part}</li>${closes}`;
    })
    .join('');
  if (element.tagName === 'P') {
    const holder = element.ownerDocument.createElement('div');
    holder.innerHTML = whole;
    element.replaceWith(...holder.childNodes);
  } else element.innerHTML = whole;
}

/** Takes the marks off entries that were lines. */
function dropMarks(root: Element): void {
  for (const entry of [...root.querySelectorAll('li[data-marked]')]) {
    const text = entry.textContent ?? '';
    dropStart(entry, (BULLET.exec(text) ?? NUMBER.exec(text))?.[0].length ?? 0);
  }
}

function textOf(element: Element, html: string): string {
  const holder = element.ownerDocument.createElement('div');
  holder.innerHTML = html;
  return holder.textContent ?? '';
}

/** Paragraphs that follow each other, each with a mark before its text; empty if there is no list here. */
function runFrom(first: Element): Marked[] {
  const run: Marked[] = [];
  for (let next: Element | null = first; next; next = next.nextElementSibling) {
    if ((next.textContent ?? '').trim() === '') continue;
    const mark: Mark | undefined =
      next.tagName === first.tagName && !next.querySelector('p, div, ul, ol, table')
        ? markOf(next)
        : undefined;
    if (!mark || textBetween(run.at(-1)?.element, next)) break;
    run.push({ element: next, mark });
  }
  return run;
}

/** Whether marked paragraphs are a list: numbers must count from one, and a single dash is speech or an aside. */
function isList(run: readonly Marked[]): boolean {
  if (run.length < 2 && /^\s*[-–—*]/.test(run[0]?.element.textContent ?? '')) return false;
  const numbers = run.filter(({ mark }) => mark.number !== undefined);
  if (numbers.length === 0) return run.length > 0;
  const outer = run.filter(({ mark }) => mark.level === 0);
  const counts = numbers.length < run.length || outer.every(({ mark }, index) => mark.number === index + 1);
  return run.length > 1 && numbers[0]?.mark.number === 1 && counts;
}

const textBetween = (before: Element | undefined, next: Element): boolean => {
  for (let node = before?.nextSibling ?? null; node && node !== next; node = node.nextSibling) {
    if (node.nodeType === 3 && (node.textContent ?? '').trim() !== '') return true;
  }
  return false;
};

function markOf(element: Element): Mark | undefined {
  const text = element.textContent ?? '';
  const style = element.getAttribute('style') ?? '';
  const bullet = SPACED_BULLET.exec(text) ?? /^\s*([-–*])\s+(?=\S)/.exec(text);
  const number = NUMBER.exec(text);
  const isOfWord = /mso-list/.test(style) || /MsoList/.test(element.getAttribute('class') ?? '');
  const level = Math.max(0, Number(/level(\d)/.exec(style)?.[1] ?? 1) - 1);
  if (bullet) return { length: bullet[0].length, level: level || (bullet[1] === 'o' ? 1 : 0) };
  if (number) return { length: number[0].length, level, number: Number(number[1]) };
  const odd = isOfWord ? /^\s*\S\s{2,}(?=\S)/.exec(text) : null;
  return odd ? { length: odd[0].length, level } : undefined;
}

function replaceRun(run: readonly Marked[]): void {
  const [first] = run;
  if (!first) return;
  const { ownerDocument } = first.element;
  const lists: Element[] = [];
  const openList = (mark: Mark, line: string) => {
    const list = ownerDocument.createElement(mark.number === undefined ? 'ul' : 'ol');
    list.setAttribute('data-line', line);
    return list;
  };
  const outer = openList(first.mark, first.element.getAttribute('data-line') ?? '1');
  lists.push(outer);
  for (const { element, mark } of run) {
    while (lists.length > mark.level + 1) lists.pop();
    const last = lists.at(-1)?.lastElementChild;
    if (lists.length < mark.level + 1 && last) {
      const inner = openList(mark, element.getAttribute('data-line') ?? '1');
      last.append(inner);
      lists.push(inner);
    }
    const entry = ownerDocument.createElement('li');
    dropStart(element, mark.length);
    entry.append(...element.childNodes);
    lists.at(-1)?.append(entry);
  }
  first.element.replaceWith(outer);
  for (const { element } of run.slice(1)) element.remove();
}

/** Takes a number of characters off the start of an element's text. */
function dropStart(element: Element, length: number): void {
  let left = length;
  const walk = (node: Node): void => {
    for (const child of [...node.childNodes]) {
      if (left <= 0) return;
      if (child.nodeType === 3) {
        const text = child.textContent ?? '';
        child.textContent = text.slice(Math.min(left, text.length));
        left -= Math.min(left, text.length);
      } else walk(child);
    }
  };
  walk(element);
}
