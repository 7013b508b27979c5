import { type Marked, markWords } from './highlight.ts';

/**
 * Puts `<mark>` round everything in sanitised HTML that a query looked for. Tags and entities are blanked for the
 * search, so that offsets stay and no word can lie across one: what is sanitised stays so.
 */
export function highlightHtml(html: string, marked: Marked): string {
  const text = html.replace(/<[^>]*>|&#?\w+;/g, (markup) => ' '.repeat(markup.length));
  let at = 0;
  let result = '';
  const { starts, ends, matches } = markWords(text, marked);
  for (const match of matches) {
    const [start = 0, end = 0] = [starts[match], ends[match]];
    result += `${html.slice(at, start)}<mark>${html.slice(start, end)}</mark>`;
    at = end;
  }
  return result + html.slice(at);
}
