import type TurndownService from 'turndown';
import { type DraftBlock, wordCount } from '../../../draft/draft.ts';
import { wordsOfHtml } from './words-of-html.ts';

/** Old pages and newsletters lay text out in tables; a table of facts has several rows of several short cells. */
export function isDataTable(table: Element): boolean {
  if (table.querySelector('table, h1, h2, h3')) return false;
  const rows = rowsOf(table);
  const wide = rows.filter((cells) => cells.length > 1).length;
  const longest = Math.max(0, ...rows.flat().map((cell) => wordCount(cell.textContent ?? '')));
  return rows.length > 1 && wide >= rows.length / 2 && (longest <= 80 || table.querySelector('th') !== null);
}

/** A table of facts, its first row as the head. Cells that span several columns stand in the first of them. */
export function tableBlock(table: Element, writer: TurndownService, line: number): DraftBlock {
  const rows = rowsOf(table).map((cells) =>
    cells.map((cell) => ({
      text: wordsOfHtml(cell.innerHTML, 'table', table.ownerDocument).replace(/\n/g, ' '),
      markdown: writer
        .turndown(`<p>${cell.innerHTML}</p>`)
        .replace(/\s*\\?\n\s*/g, ' ')
        .replace(/\|/g, '\\|'),
    })),
  );
  const columns = Math.max(...rows.map((cells) => cells.length));
  const row = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_none, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...body] = rows.map((cells) => row(cells.map(({ markdown }) => markdown)));
  const markdown = [head, row(Array.from({ length: columns }, () => '---')), ...body].join('\n');
  const text = rows
    .map((cells) =>
      cells
        .map((cell) => cell.text)
        .join(' ')
        .trim(),
    )
    .join('\n');
  return { kind: 'table', level: 0, markdown, text, line };
}

const rowsOf = (table: Element): Element[][] =>
  [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].filter((cell) => /^T[HD]$/i.test(cell.tagName)),
  );
