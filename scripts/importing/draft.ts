import type { Author } from '../../server/domain/essay.ts';
import { escapeHeadingEnd, escapeMarkdown } from './escape-markdown.ts';

/** A block of an essay on its way from the original to Markdown. */
export type DraftBlock = {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'quotation' | 'table' | 'code';
  /** Of a heading, 1 to 6 as in the original; 0 for every other block. */
  readonly level: number;
  /** The block in Markdown, without blank lines at its ends. */
  readonly markdown: string;
  /** Its words alone, and the numbers of a list's entries; entries and rows are separated by a line feed. */
  readonly text: string;
  /** Whose words these are if not the author's: of those who published the text. */
  readonly isByPublisher?: boolean;
  /** Where it starts in the original: a line, or of a PDF a page. 1-based. */
  readonly line: number;
};

/** Something that a person should look at: where, and what is uncertain about it. Never quotes what was removed. */
export type Review = { readonly line?: number; readonly reason: string };

/** One essay as far as it has been made out. A field is absent while it is not known. */
export type Draft = {
  readonly title?: string;
  readonly authors: readonly Author[];
  /** `YYYY-MM-DD`. */
  readonly published?: string;
  readonly publisher?: string;
  /** Where the original is published, an http(s) address. */
  readonly address?: string;
  /** A description of the essay by whoever published it. */
  readonly summary?: string;
  /** What the file's properties say; programs fill them in, so they count only where the text says nothing. */
  readonly stated?: { readonly title?: string; readonly authors: readonly Author[] };
  readonly blocks: readonly DraftBlock[];
  readonly reviews: readonly Review[];
};

/** What came of one original: drafts, or the reason why it holds no essay. */
export type Reading =
  | {
      readonly kind: 'drafts';
      readonly drafts: readonly Draft[];
      /** Posts of which too little is there. */
      readonly skipped?: readonly { readonly title?: string; readonly reason: string }[];
    }
  | { readonly kind: 'skipped'; readonly reason: string };

/** An original that cannot be read, with a reason for the person who brought it. */
export class UnreadableOriginal extends Error {}

/** How a place is named to a person: PDFs have pages, Word documents paragraphs, all else lines. */
export type PlaceName = 'line' | 'page' | 'paragraph';

/** A block as it stands in an essay's file. */
export const markdownOf = ({ kind, level, markdown }: DraftBlock): string =>
  kind === 'heading' ? `${'#'.repeat(level)} ${markdown}` : markdown;

/** The number of words in a text, as a person would count them. */
export const wordCount = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

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
