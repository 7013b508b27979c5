import { type DraftBlock, wordCount } from '../../../draft/draft.ts';
import { escapeHeadingEnd } from '../../../draft/escape-markdown.ts';
import { isDataTable, tableBlock } from './data-table.ts';
import { createMarkdownWriter } from './markdown-writer.ts';
import { settleText } from './settle-text.ts';
import { splitAtBreaks, wordsOfHtml } from './words-of-html.ts';

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
  const [first] = elements;
  if (!first) return { blocks: [], pictures: 0 };
  const { ownerDocument } = first;
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
        const holder = ownerDocument.createElement('p');
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

  /** A table of facts, below its caption. */
  function addTable(table: Element): void {
    const caption = table.querySelector('caption');
    if (caption) write('paragraph', 0, `<p>${caption.innerHTML}</p>`, line);
    const block = tableBlock(table, writer, line);
    if (wordCount(block.text) > 0) blocks.push(block);
  }

  function write(
    kind: DraftBlock['kind'],
    level: number,
    html: string,
    at: number,
    change = (markdown: string) => markdown,
  ) {
    const text = wordsOfHtml(html, kind, ownerDocument);
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
