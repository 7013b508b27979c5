import type { DraftBlock } from '../../../draft/draft.ts';

/**
 * The words of HTML as a block of some kind has them: in lines where breaks and blocks part them, and in code as they
 * stand.
 */
export function wordsOfHtml(html: string, kind: DraftBlock['kind'], document: Document): string {
  const holder = document.createElement('div');
  // Only breaks and blocks part lines; those of the file are white space.
  const source = kind === 'code' ? html : html.replace(/\s+/g, ' ');
  holder.innerHTML = source
    .replace(/<br[^>]*>|<\/?(?:p|ul|ol|li|tr|h[1-6]|blockquote|div)\b[^>]*>/gi, '\n$&')
    .replace(/<\/t[hd]>/gi, '$& ');
  // A browser numbers an ordered list, and readers copy and cite the numbers.
  for (const list of holder.querySelectorAll('ol')) {
    const first = Number(list.getAttribute('start') || 1);
    for (const [index, entry] of [...list.children].entries()) entry.prepend(`${first + index}. `);
  }
  const text = holder.textContent ?? '';
  return kind === 'code'
    ? text.trim()
    : text
        .split('\n')
        .map((part) => part.replace(/\s+/g, ' ').trim())
        .filter((part) => part !== '')
        .join('\n');
}

/** Parts HTML at double line breaks; marks that are open there are closed, and opened again. */
export function splitAtBreaks(html: string): string[] {
  const open: string[] = [];
  return html.split(/(?:<br[^>]*>\s*){2,}/).map((part) => {
    const before = open.join('');
    for (const [tag, slash] of part.matchAll(
      /<(\/?)(?:a|b|strong|i|em|u|span|small|font|del|sub|sup)\b[^>]*>/gi,
    )) {
      if (slash) open.pop();
      else open.push(tag);
    }
    const after = [...open].reverse().map((tag) => `</${/^<(\w+)/.exec(tag)?.[1]}>`);
    return before + part + after.join('');
  });
}
