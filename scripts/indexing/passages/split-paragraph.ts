import type { Token, Tokens } from 'marked';
import { splitSentences } from '../../../server/language/split-sentences.ts';
import { countWords } from '../../../server/language/split-words.ts';
import { toParagraph } from './lex-markdown.ts';

/** A piece of an essay's Markdown that becomes a block, with its offset in the piece that it was taken from. */
export type Part = { readonly tokens: Token[]; readonly markdown: string; readonly offset: number };

/**
 * Parts a paragraph between sentences, outside all emphasis, links and code, into parts of at most so many words as far as
 * sentences allow. The parts are made of the paragraph's own tokens: read anew, one that begins "2019. Then …" would be a
 * list, and lose its first word.
 */
export function splitParagraph(paragraph: Tokens.Paragraph, maxWords: number): Part[] {
  const { raw } = paragraph;
  const boundaries: number[] = [];
  let start = 0;
  let end = 0;
  for (const boundary of [...sentenceStarts(paragraph), raw.length]) {
    if (end > start && countWords(raw.slice(start, boundary)) > maxWords) {
      boundaries.push(end);
      start = end;
    }
    end = boundary;
  }
  return [0, ...boundaries].map((from, index) => {
    const to = boundaries[index] ?? raw.length;
    return {
      tokens: [toParagraph(tokensBetween(paragraph.tokens, from, to))],
      markdown: raw.slice(from, to),
      offset: from,
    };
  });
}

/** Offsets in a paragraph where a sentence starts within a text that no mark holds. */
function sentenceStarts({ raw, tokens }: Tokens.Paragraph): number[] {
  const plain: [start: number, end: number][] = [];
  let at = 0;
  for (const inline of tokens) {
    if (isPlain(inline)) plain.push([at, at + inline.raw.length]);
    at += inline.raw.length;
  }
  return splitSentences(raw)
    .map(({ start }) => start)
    .filter((start) => start > 0 && plain.some(([from, to]) => start > from && start <= to));
}

const isPlain = (token: Token): boolean => token.type === 'text' && token.raw === token.text;

/** The tokens between two offsets, which lie at the ends of tokens or within plain texts. */
function tokensBetween(tokens: readonly Token[], from: number, to: number): Token[] {
  let at = 0;
  return tokens.flatMap((token): Token[] => {
    const start = at;
    at += token.raw.length;
    if (at <= from || start >= to) return [];
    if (from <= start && at <= to) return [token];
    const raw = token.raw.slice(Math.max(0, from - start), to - start);
    return [{ ...token, raw, text: raw }];
  });
}
