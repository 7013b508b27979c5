import { Marked, type TokensList } from 'marked';
import { parse as parseYaml } from 'yaml';
import type { Author } from '../../../../server/domain/essay.ts';
import { decodeOriginal } from '../../characters/decode-original.ts';
import { mendCharacters } from '../../characters/mend-characters.ts';
import type { Draft, Reading } from '../../draft/draft.ts';
import { noteCharacters, notePictures } from '../../draft/reading-notes.ts';
import { cleanAuthors, readNames } from '../../head/parse-byline.ts';
import { type FoundDate, findDate, noteDate } from '../../head/parse-date.ts';
import { blocksOf } from '../html/blocks/blocks-of.ts';
import { parsePage } from '../html/parse-page.ts';

/** What site generators put between the words: `{% include share.html %}`, `{{ page.title }}`, `{: .lead }`. */
const TEMPLATE_MARKS = /\{%[^%\n]{0,400}%\}|\{\{[^{}\n]{0,400}\}\}|^\{:[^{}\n]{0,200}\}[ \t]*$/gm;

/** Reads Markdown, with front matter or without: by way of HTML, so that whatever it may hold is read as pages are. */
export function readMarkdown(bytes: Buffer): Reading {
  const { text, mended, lost } = mendCharacters(decodeOriginal(bytes));
  const front = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const fields = front ? readFields(front[1] ?? '') : undefined;
  const start = fields ? (front?.[0].length ?? 0) : 0;
  const body = text.slice(start).replace(TEMPLATE_MARKS, '');
  const { document } = parsePage(toHtml(body, text.slice(0, start).split('\n').length), 'given');
  const { blocks, pictures } = blocksOf([document.body], fields?.said.address);
  return {
    kind: 'drafts',
    drafts: [
      {
        authors: [],
        ...fields?.said,
        blocks,
        reviews: [...noteCharacters(mended, lost), ...notePictures(pictures), ...noteDate(fields?.date)],
      },
    ],
  };
}

/** HTML in which each block carries the line that it starts on. */
function toHtml(body: string, firstLine: number): string {
  const marked = new Marked({ gfm: true });
  const { text, notes } = takeFootnotes(body);
  const tokens = marked.lexer(text);
  let line = firstLine;
  const html = [...tokens].map((token) => {
    const one = Object.assign([token], { links: tokens.links }) as TokensList;
    const rendered = `<div data-line="${line}">${marked.parser(one)}</div>`;
    line += token.raw.split('\n').length - 1;
    return rendered;
  });
  if (notes.length === 0) return html.join('\n');
  const entries = notes.map((note) => `<li>${marked.parseInline(note, { async: false })}</li>`).join('');
  const hasHeading = /^(?:#{1,6} )?(?:foot|end)?notes:?\s*#*\s*$/im.test(
    text.trimEnd().split('\n').at(-1) ?? '',
  );
  return `${html.join('\n')}\n${hasHeading ? '' : '<h2>Notes</h2>'}<ol>${entries}</ol>`;
}

/**
 * Takes footnotes out, as Pandoc and GitHub write them: `[^1]` in the text, and `[^1]: The note.` below. They are
 * numbered as the text cites them; a note that only a note cites, or none, comes after.
 */
function takeFootnotes(body: string): { readonly text: string; readonly notes: readonly string[] } {
  const definitions = new Map<string, string>();
  const rest = body.replace(
    /^\[\^([\w-]{1,40})\]:[ \t]*(.*(?:\n(?: {2,}|\t).*)*)/gm,
    (_all, id: string, note: string) => {
      definitions.set(id, note.replace(/\s+/g, ' ').trim());
      return '';
    },
  );
  const order: string[] = [];
  const cite = (text: string) =>
    text.replace(/\[\^([\w-]{1,40})\]/g, (mark, id: string) => {
      if (!definitions.has(id)) return mark;
      if (!order.includes(id)) order.push(id);
      return `\\[${order.indexOf(id) + 1}\\]`;
    });
  const text = cite(rest);
  const notes: string[] = [];
  for (let next = 0; next < definitions.size; next += 1) {
    if (next === order.length) order.push(...[...definitions.keys()].filter((id) => !order.includes(id)));
    notes.push(cite(definitions.get(order[next] ?? '') ?? ''));
  }
  return { text, notes };
}

/** What front matter says of a text. */
type Fields = { readonly said: Omit<Draft, 'blocks' | 'reviews'>; readonly date?: FoundDate };

/** Reads front matter in the names that blogs and note programs use; undefined if it is no front matter. */
function readFields(yaml: string): Fields | undefined {
  let fields: Record<string, unknown>;
  try {
    const parsed: unknown = parseYaml(yaml, { maxAliasCount: 0, schema: 'failsafe', logLevel: 'silent' });
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    fields = Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name.toLowerCase(), value]));
  } catch {
    return undefined;
  }
  const text = (...names: string[]) =>
    names
      .map((name) => fields[name])
      .find((value): value is string => typeof value === 'string' && value.trim() !== '')
      ?.trim();
  const title = text('title');
  const date = findDate((text('published', 'date', 'created') ?? '').slice(0, 60));
  const publisher = text('publisher', 'site', 'publication');
  const url = text('url', 'source', 'link', 'canonical', 'canonical_url', 'permalink');
  const summary = text('summary', 'description', 'excerpt', 'subtitle');
  const said = {
    ...(title && { title }),
    authors: authorsOf(fields.authors ?? fields.author),
    ...(date && { published: date.day }),
    ...(publisher && { publisher }),
    ...(url && /^https?:\/\//.test(url) && { address: url }),
    ...(summary && { summary }),
  };
  return date ? { said, date } : { said };
}

function authorsOf(value: unknown): Author[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(authorsOf);
  if (typeof value === 'string') return readNames(value) ?? cleanAuthors([value]);
  if (typeof value !== 'object' || value === null) return [];
  const { name, role } = value as Record<string, unknown>;
  return cleanAuthors(typeof name === 'string' ? [name] : []).map((author) => ({
    ...author,
    ...(typeof role === 'string' && role !== '' && { role }),
  }));
}
