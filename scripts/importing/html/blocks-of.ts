import { type DraftBlock, wordCount } from '../draft.ts';
import { escapeHeadingEnd } from '../escape-markdown.ts';
import { createMarkdownWriter } from './markdown-writer.ts';
import { settleText } from './settle-text.ts';

/** What became of the blocks of some elements. */
export type PageBlocks = {
  readonly blocks: readonly DraftBlock[];
  /** Pictures, films and the like that were left out. */
  readonly pictures: number;
};

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HGROUP|HR|LI|MAIN|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/;

/**
 * Turns elements into blocks of Markdown, in order. Pictures are left out with their captions; links are made whole
 * by the page's address, and those that lead nowhere outside it (`#top`, `mailto:`) keep only their words.
 */
export function blocksOf(elements: readonly Element[], address: string | undefined): PageBlocks {
  const writer = createMarkdownWriter();
  const blocks: DraftBlock[] = [];
  let pictures = 0;
  let line = 1;

  for (const element of elements) {
    pictures += settleText(element, address);
    walk(element);
  }
  return { blocks, pictures };

  function walk(element: Element): void {
    line = Number(element.getAttribute('data-line') ?? line);
    const name = element.tagName.toUpperCase();
    if (isSubtitle(element)) addLines(element);
    else if (/^H[1-6]$/.test(name))
      add('heading', element, Number(element.getAttribute('data-level') ?? name[1]));
    else if (name === 'P' && !hasBlockInside(element)) addLines(element);
    else if (/^[UO]L$/.test(name) && !isLayoutList(element)) add('list', element);
    else if (name === 'BLOCKQUOTE') add('quotation', element);
    else if (name === 'PRE') add('code', element);
    else if (name === 'TABLE' && isDataTable(element)) addTable(element);
    else if (name === 'DT' || name === 'SUMMARY') add('paragraph', element, 0, inBold);
    else if (name !== 'HR' && name !== 'HEAD') walkChildren(element);
  }

  /** Elements and the runs of text between them, which are paragraphs without a mark. */
  function walkChildren(element: Element): void {
    let run: Node[] = [];
    const close = () => {
      if (run.some((node) => (node.textContent ?? '').trim() !== '')) {
        const holder = element.ownerDocument.createElement('p');
        const at = run.find((node): node is Element => node.nodeType === 1)?.getAttribute('data-line');
        holder.setAttribute('data-line', at ?? String(line));
        for (const node of run) holder.append(node);
        addLines(holder);
      }
      run = [];
    };
    for (const child of [...element.childNodes]) {
      const isBlock =
        child.nodeType === 1 &&
        (BLOCK.test((child as Element).tagName.toUpperCase()) || hasBlockInside(child as Element));
      if (!isBlock) run.push(child);
      else {
        close();
        walk(child as Element);
      }
    }
    close();
  }

  /** A paragraph; where it is parted by two line breaks or more, several. */
  function addLines(element: Element): void {
    const at = Number(element.getAttribute('data-line') ?? line);
    line = at;
    const html = element.innerHTML.replace(/^(?:\s|<br[^>]*>)+|(?:\s|<br[^>]*>)+$/g, '');
    for (const part of splitAtBreaks(html)) write('paragraph', 0, `<p>${part}</p>`, at);
  }

  function add(
    kind: DraftBlock['kind'],
    element: Element,
    level = 0,
    change = (markdown: string) => markdown,
  ): void {
    const isLine = kind === 'heading' || kind === 'paragraph';
    write(kind, level, isLine ? `<p>${element.innerHTML}</p>` : element.outerHTML, line, change);
  }

  function write(
    kind: DraftBlock['kind'],
    level: number,
    html: string,
    at: number,
    change = (markdown: string) => markdown,
  ) {
    const text = wordsOf(html, kind);
    const markdown =
      kind === 'code'
        ? fenced(text)
        : writer
            .turndown(html)
            .replace(/^((?:> ?)*>) +$/gm, '$1')
            .trim();
    if (markdown === '' || wordCount(text) === 0) return;
    const whole =
      kind === 'heading'
        ? escapeHeadingEnd(markdown.replace(/\s*\\?\n\s*/g, ' ').replace(/^\*\*(.*)\*\*$/, '$1'))
        : change(markdown);
    blocks.push({ kind, level, markdown: whole, text, line: at });
  }

  /** A table of facts, its first row as the head. Cells that span several columns stand in the first of them. */
  function addTable(table: Element): void {
    const rows = rowsOf(table).map((cells) =>
      cells.map((cell) => ({
        text: wordsOf(cell.innerHTML, 'table').replace(/\n/g, ' '),
        markdown: writer
          .turndown(`<p>${cell.innerHTML}</p>`)
          .replace(/\s*\\?\n\s*/g, ' ')
          .replace(/\|/g, '\\|'),
      })),
    );
    const columns = Math.max(...rows.map((cells) => cells.length));
    const row = (cells: readonly string[]) =>
      `| ${Array.from({ length: columns }, (_none, index) => cells[index] ?? '').join(' | ')} |`;
    const caption = table.querySelector('caption');
    if (caption) write('paragraph', 0, `<p>${caption.innerHTML}</p>`, line);
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
    if (wordCount(text) > 0) blocks.push({ kind: 'table', level: 0, markdown, text, line });
  }

  function wordsOf(html: string, kind: DraftBlock['kind']): string {
    const holder = (elements[0] as Element).ownerDocument.createElement('div');
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
}

/** Parts HTML at double line breaks; marks that are open there are closed, and opened again. */
function splitAtBreaks(html: string): string[] {
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

/** Words as they stand, line for line, between fences that are longer than any run of backticks in them. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

const inBold = (markdown: string): string => (/^\*\*/.test(markdown) ? markdown : `**${markdown}**`);

/** A line under the title that only looks like a heading. */
const isSubtitle = (element: Element): boolean =>
  /^H[1-6]$/i.test(element.tagName) &&
  /\b(?:pw-)?sub-?title|standfirst|\bdeck\b/i.test(element.getAttribute('class') ?? '');

const hasBlockInside = (element: Element): boolean =>
  [...element.children].some((child) => BLOCK.test(child.tagName.toUpperCase()) || hasBlockInside(child));

/** A list whose entries hold headings or whole sections lays a page out; its content is no list. */
const isLayoutList = (element: Element): boolean =>
  element.querySelector('h1, h2, h3, h4, section, article, table') !== null;

/** Old pages and newsletters lay text out in tables; a table of facts has several rows of several short cells. */
function isDataTable(table: Element): boolean {
  if (table.querySelector('table, h1, h2, h3')) return false;
  const rows = rowsOf(table);
  const wide = rows.filter((cells) => cells.length > 1).length;
  const longest = Math.max(0, ...rows.flat().map((cell) => wordCount(cell.textContent ?? '')));
  return rows.length > 1 && wide >= rows.length / 2 && (longest <= 80 || table.querySelector('th') !== null);
}

const rowsOf = (table: Element): Element[][] =>
  [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].filter((cell) => /^T[HD]$/i.test(cell.tagName)),
  );
