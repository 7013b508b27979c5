import type { Author } from '../../../server/domain/essay.ts';

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
  /** Where it starts in the original, 1-based: a line, or of some formats another `LineUnit`. */
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

/** A part of an original, or all of it, that is no essay. */
export type Skipped = { readonly title?: string; readonly reason: string };

/** What came of one original: drafts, or the reason why it holds no essay. */
export type Reading =
  | {
      readonly kind: 'drafts';
      readonly drafts: readonly Draft[];
      /** Posts of which too little is there. */
      readonly skipped?: readonly Skipped[];
    }
  | { readonly kind: 'skipped'; readonly reason: string };

/** What a block's `line` counts in its original: PDFs have pages, Word documents paragraphs, all else lines. */
export type LineUnit = 'line' | 'page' | 'paragraph';

/** The fewest words of a post among several; shorter ones are teasers. */
export const MIN_POST_WORDS = 45;

/** The number of words in a text, as a person would count them. */
export const wordCount = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** The number of words in all of some blocks. */
export const wordsInBlocks = (blocks: readonly Pick<DraftBlock, 'text'>[]): number =>
  blocks.reduce((sum, { text }) => sum + wordCount(text), 0);
