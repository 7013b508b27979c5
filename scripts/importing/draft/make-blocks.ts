import { type DraftBlock, wordCount } from './draft.ts';
import { escapeAll, escapeHeadingEnd, escapeMarkdown } from './escape-markdown.ts';

/** Makes a paragraph of plain words. */
export const paragraph = (text: string, line: number): DraftBlock => ({
  kind: 'paragraph',
  level: 0,
  markdown: escapeMarkdown(text),
  text,
  line,
});

/** Makes a heading of plain words. */
export const heading = (text: string, level: number, line: number): DraftBlock => ({
  kind: 'heading',
  level,
  markdown: escapeHeadingEnd(escapeMarkdown(text)),
  text,
  line,
});

/** An entry of a list in plain words; level 0 is the outermost. */
export type Entry = { readonly text: string; readonly level: number };

/** Makes a list of plain entries, numbered if `start` says from where. */
export const list = (entries: readonly Entry[], line: number, start?: number): DraftBlock => ({
  kind: 'list',
  level: 0,
  markdown: entries
    .map(({ text, level }, index) => {
      const mark = start === undefined ? '-' : `${start + index}.`;
      return `${'  '.repeat(level)}${mark} ${escapeMarkdown(text)}`;
    })
    .join('\n'),
  text: entries
    .map(({ text }, index) => (start === undefined ? text : `${start + index}. ${text}`))
    .join('\n'),
  line,
});

/** A block as it stands in an essay's file. */
export const markdownOf = ({ kind, level, markdown }: DraftBlock): string =>
  kind === 'heading' ? `${'#'.repeat(level)} ${markdown}` : markdown;

/** A block's words as Markdown without emphasis and links. */
export function plainMarkdown({ kind, text }: Pick<DraftBlock, 'kind' | 'text'>): string {
  const mark = kind === 'list' ? '- ' : kind === 'quotation' ? '> ' : '';
  const lines = text.split('\n').map((line) => mark + escapeAll(line.trim()));
  return lines.join(kind === 'list' ? '\n' : `\n${mark.trim()}\n`);
}

/** The most words of a heading that nothing but its looks tells. */
const MAX_HEADING_WORDS = 14;

/** Whether a line reads as a heading: a few words that start like one and do not end like a sentence. */
export const looksLikeHeading = (text: string): boolean =>
  wordCount(text) <= MAX_HEADING_WORDS &&
  wordCount(text) > 0 &&
  text.length <= 110 &&
  /^[\p{Lu}\p{N}'"‘“(]/u.test(text) &&
  !/[.,;:!…]['"’”)]?$/.test(text);
