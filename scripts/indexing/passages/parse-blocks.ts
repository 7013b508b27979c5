import type { Token, TokensList } from 'marked';
import type { Heading } from '../../../server/domain/essay.ts';
import { splitSentences } from '../../../server/language/split-sentences.ts';
import { countWords } from '../../../server/language/split-words.ts';
import { type BlockAttributes, takeAttributes } from './block-attributes.ts';
import {
  type CitationLabels,
  lexMarkdown,
  type Reference,
  type Rendered,
  renderMarkdown,
} from './render-markdown.ts';

/** A paragraph, list, table, quotation or piece of code: what a passage is made of. */
export type Block = {
  readonly kind: 'block';
  /** Number of the paragraph, 1-based, within the essay. Parts of one long paragraph share it. */
  readonly paragraph: number;
  readonly text: string;
  readonly html: string;
  readonly words: number;
  readonly attributes?: BlockAttributes;
  readonly references: readonly (Reference & { readonly offset: number })[];
  /** Offset of the block in the body. */
  readonly offset: number;
  /** Offset in the body just after the block's own words, where an anchor would be written. */
  readonly end: number;
};

/** A heading between blocks. */
export type HeadingBlock = {
  readonly kind: 'heading';
  readonly heading: Heading;
  readonly references: readonly (Reference & { readonly offset: number })[];
  readonly offset: number;
};

/** A problem at an offset in the body. */
export type BodyProblem = { readonly offset: number; readonly reason: string };

/** The body of an essay as a row of blocks and headings. */
export type Body = {
  readonly blocks: readonly (Block | HeadingBlock)[];
  readonly problems: readonly BodyProblem[];
};

/** No passage is longer than this, unless one sentence, list, table, quotation or anchored block is. */
export const MAX_PASSAGE_WORDS = 180;

/**
 * Reads an essay's Markdown into blocks. A paragraph of more than {@link MAX_PASSAGE_WORDS} words that has no anchor is
 * parted between sentences.
 */
export function parseBlocks(body: string, labels: CitationLabels): Body {
  const problems: BodyProblem[] = [];
  const blocks: (Block | HeadingBlock)[] = [];
  const headingIds = new Map<string, number>();
  const tokens = lexMarkdown(body);
  let paragraph = 0;
  let offset = 0;
  for (const token of tokens) {
    const at = offset;
    offset += token.raw.length;
    if (token.type === 'space' || token.type === 'def' || token.type === 'hr') continue;
    if (token.type === 'heading') {
      const { heading, rendered } = toHeading(
        token as Token & { depth: number; text: string },
        labels,
        headingIds,
      );
      const find = locator(token.raw, at);
      for (const { find: words, reason } of rendered.unsupported)
        problems.push({ offset: find(words), reason });
      if (heading.level === 1)
        problems.push({ offset: at, reason: 'a heading inside an essay starts with "##"; "#" is the title' });
      if (takeAttributes(token.raw).attributes) {
        problems.push({
          offset: at,
          reason: 'a heading takes no attributes; put them at the end of the paragraph after it',
        });
      }
      const references = rendered.references.map((reference) => ({
        ...reference,
        offset: find(markOf(reference)),
      }));
      blocks.push({ kind: 'heading', heading, references, offset: at });
      continue;
    }
    const { markdown, attributes, problem } = takeAttributes(token.raw);
    if (problem) problems.push({ offset: at + problem.offset, reason: problem.reason });
    if (markdown.trim() === '' && attributes) {
      const before = blocks.at(-1);
      if (before?.kind === 'block' && !before.attributes)
        blocks[blocks.length - 1] = { ...before, attributes };
      else
        problems.push({
          offset: at,
          reason: 'these attributes stand alone; put them at the end of a paragraph',
        });
      continue;
    }
    paragraph += 1;
    for (const part of partsOf(token, markdown, attributes !== undefined, tokens.links)) {
      const inside = lexMarkdown(part.markdown, tokens.links);
      const { html, text, references, unsupported } = renderMarkdown(inside, labels);
      const find = locator(part.markdown, at + part.offset);
      for (const { find: words, reason } of unsupported) problems.push({ offset: find(words), reason });
      if (text === '') continue;
      blocks.push({
        kind: 'block',
        paragraph,
        text,
        html,
        words: countWords(text),
        ...(attributes && { attributes }),
        references: references.map((reference) => ({ ...reference, offset: find(markOf(reference)) })),
        offset: at + part.offset,
        end: at + part.offset + part.markdown.trimEnd().length,
      });
    }
  }
  return { blocks, problems };
}

/** Finds words in a piece of Markdown: each time the next place, so that the same words twice have two places. */
function locator(markdown: string, offset: number): (words: string) => number {
  const last = new Map<string, number>();
  return (words) => {
    const place = markdown.indexOf(words, (last.get(words) ?? -1) + 1);
    if (place !== -1) last.set(words, place);
    return offset + Math.max(place, last.get(words) ?? 0, 0);
  };
}

/** How a reference begins in Markdown. */
const markOf = ({ kind, target }: Reference): string => (kind === 'citation' ? `@${target}` : target);

type Part = { readonly markdown: string; readonly offset: number };

/** The Markdown of a token in parts that each fit a passage, as far as sentences allow. */
function partsOf(token: Token, markdown: string, keepWhole: boolean, links: TokensList['links']): Part[] {
  const whole = [{ markdown, offset: 0 }];
  if (token.type !== 'paragraph' || keepWhole || countWords(markdown) <= MAX_PASSAGE_WORDS) return whole;
  const parts: Part[] = [];
  let start = 0;
  let end = 0;
  for (const boundary of [...sentenceStarts(markdown, links), markdown.length]) {
    if (end > start && countWords(markdown.slice(start, boundary)) > MAX_PASSAGE_WORDS) {
      parts.push({ markdown: markdown.slice(start, end), offset: start });
      start = end;
    }
    end = boundary;
  }
  return [...parts, { markdown: markdown.slice(start), offset: start }];
}

/** Offsets in a paragraph's Markdown where a sentence starts outside all emphasis, links and quotation of code. */
function sentenceStarts(markdown: string, links: TokensList['links']): number[] {
  const paragraph = lexMarkdown(markdown, links)[0];
  if (paragraph?.type !== 'paragraph') return [];
  const plain: [start: number, end: number][] = [];
  let at = 0;
  for (const inline of paragraph.tokens ?? []) {
    if (inline.type === 'text') plain.push([at, at + inline.raw.length]);
    at += inline.raw.length;
  }
  return splitSentences(markdown)
    .map(({ start }) => start)
    .filter((start) => start > 0 && plain.some(([from, to]) => start > from && start <= to));
}

function toHeading(
  token: Token & { depth: number; text: string },
  labels: CitationLabels,
  taken: Map<string, number>,
): { heading: Heading; rendered: Rendered } {
  const { markdown } = takeAttributes(token.text);
  const rendered = renderMarkdown(lexMarkdown(markdown), labels);
  const words = rendered.text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = `section-${words}`;
  let number = (taken.get(base) ?? 0) + 1;
  while (number > 1 && taken.has(`${base}-${number}`)) number += 1;
  taken.set(base, number);
  const id = number === 1 ? base : `${base}-${number}`;
  taken.set(id, Math.max(taken.get(id) ?? 0, 1));
  return { heading: { level: token.depth, text: rendered.text, id }, rendered };
}
