import type { QueryText } from '../../../search/query/query.ts';
import type { Search } from '../../../search/search.ts';

/**
 * Puts `<mark>` round everything in pieces of sanitised HTML that a query looks for. Tags and entities are blanked for the
 * search, so that offsets stay and no word can lie across one: what is sanitised stays so.
 */
export async function markHtml(
  search: Pick<Search, 'mark'>,
  query: QueryText,
  pieces: readonly string[],
): Promise<string[]> {
  const texts = pieces.map((html) => html.replace(/<[^>]*>|&#?\w+;/g, (markup) => ' '.repeat(markup.length)));
  const found = await search.mark(query, texts);
  return pieces.map((html, index) => {
    let at = 0;
    let result = '';
    for (const { start, end, isPlain } of found[index] ?? []) {
      const mark = isPlain ? '<mark class="plain">' : '<mark>';
      result += `${html.slice(at, start)}${mark}${html.slice(start, end)}</mark>`;
      at = end;
    }
    return result + html.slice(at);
  });
}

/** The search that led a reader to a page, which marks what it looked for. */
export type Marker = {
  readonly query: QueryText;
  readonly mark: (pieces: readonly string[]) => Promise<readonly string[]>;
};

/** Makes the marker of a query; nothing if there is none, because the reader came another way. */
export const createMarker = (search: Pick<Search, 'mark'>, query: QueryText): Marker | undefined =>
  query.text.trim() === '' ? undefined : { query, mark: (pieces) => markHtml(search, query, pieces) };
