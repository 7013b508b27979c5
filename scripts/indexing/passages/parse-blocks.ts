import type { Token, Tokens, TokensList } from 'marked';
import type { Heading } from '../../../server/domain/essay.ts';
import { countWords } from '../../../server/language/split-words.ts';
import { type BlockAttributes, takeAttributes } from './block-attributes.ts';
import { lexMarkdown, toParagraph } from './lex-markdown.ts';
import { linkLabel, usedLabels } from './link-definitions.ts';
import { lostWords } from './lost-words.ts';
import { findMisreadMarks, type Misread } from './misread-marks.ts';
import { type CitationLabels, type Reference, type Rendered, renderMarkdown } from './render-markdown.ts';
import { type Part, splitParagraph } from './split-paragraph.ts';

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
 * parted between sentences. Whatever words of the body would not be shown are a problem.
 */
export function parseBlocks(body: string, labels: CitationLabels): Body {
  const problems: BodyProblem[] = [];
  const blocks: (Block | HeadingBlock)[] = [];
  const headingIds = new Map<string, number>();
  const tokens = lexMarkdown(body);
  const used = usedLabels(tokens);
  const report = (found: readonly Misread[], find: (words: string) => number) => {
    for (const { find: words, reason } of found) problems.push({ offset: find(words), reason });
  };
  let paragraph = 0;
  let offset = 0;
  for (const token of tokens) {
    const at = offset;
    offset += token.raw.length;
    if (token.type === 'space' || token.type === 'hr') continue;
    if (token.type === 'def') {
      const reason = wrongDefinition(token as Tokens.Def, tokens, used);
      if (reason !== undefined) problems.push({ offset: at, reason });
      continue;
    }
    report(findMisreadMarks([token]), locator(token.raw, at));
    if (token.type === 'heading') {
      const block = toHeading(token as Tokens.Heading, at, labels, headingIds);
      report(block.rendered.unsupported, locator(token.raw, at));
      report(missingFrom(block.rendered, [token], used), () => at);
      problems.push(...headingProblems(token as Tokens.Heading, at));
      blocks.push({ kind: 'heading', heading: block.heading, references: block.references, offset: at });
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
      const rendered = renderMarkdown(part.tokens, labels);
      const { html, text, references, unsupported } = rendered;
      const find = locator(part.markdown, at + part.offset);
      report(unsupported, find);
      report(missingFrom(rendered, part.tokens, used), () => at + part.offset);
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

/** The Markdown of a token in parts that each fit a passage, as far as sentences allow. */
function partsOf(token: Token, markdown: string, keepWhole: boolean, links: TokensList['links']): Part[] {
  const isLong = token.type === 'paragraph' && countWords(markdown) > MAX_PASSAGE_WORDS;
  if (isLong && !keepWhole) return splitParagraph(token as Tokens.Paragraph, MAX_PASSAGE_WORDS);
  return [{ tokens: markdown === token.raw ? [token] : lexMarkdown(markdown, links), markdown, offset: 0 }];
}

/** The words that readers would miss, as a problem; none where a problem is named already that loses them. */
function missingFrom(
  { text, references, unsupported }: Rendered,
  tokens: readonly Token[],
  used: ReadonlySet<string>,
): Misread[] {
  if (unsupported.length > 0) return [];
  const lost = lostWords(tokens, text, used);
  if (lost.length > 0) {
    const isTable = tokens.some(({ type }) => type === 'table');
    const way = isTable
      ? 'give every row of the table as many cells as its head has'
      : 'put a backslash before the mark that hides them';
    return [{ find: '', reason: `the words “${lost.slice(0, 8).join(' ')}” would not be shown; ${way}` }];
  }
  return text === '' && references.length > 0
    ? [{ find: '', reason: 'a link or citation needs words; put it into the sentence that it belongs to' }]
    : [];
}

/** Why a line such as `[note]: https://…`, which gives links their address and is not shown, is no such line. */
function wrongDefinition(
  definition: Tokens.Def,
  tokens: readonly Token[],
  used: ReadonlySet<string>,
): string | undefined {
  const label = linkLabel(definition.tag);
  if (!used.has(label))
    return `this line is read as the address of a link that the text does not have, and would not be shown; write "\\[${definition.tag}]: …" to show it, or take it out`;
  const first = tokens.find((token) => token.type === 'def' && linkLabel(token.tag) === label);
  return first === definition ? undefined : `the address of [${definition.tag}] stands here twice; keep one`;
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

function toHeading(
  token: Tokens.Heading,
  at: number,
  labels: CitationLabels,
  taken: Map<string, number>,
): Pick<HeadingBlock, 'heading' | 'references'> & { readonly rendered: Rendered } {
  const rendered = renderMarkdown([toParagraph(token.tokens)], labels);
  const find = locator(token.raw, at);
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
  return {
    heading: { level: token.depth, text: rendered.text, id },
    references: rendered.references.map((reference) => ({ ...reference, offset: find(markOf(reference)) })),
    rendered,
  };
}

function headingProblems({ raw, depth, text }: Tokens.Heading, offset: number): BodyProblem[] {
  const problems: BodyProblem[] = [];
  if (depth === 1)
    problems.push({ offset, reason: 'a heading inside an essay starts with "##"; "#" is the title' });
  if (text.trim() === '') problems.push({ offset, reason: 'the heading has no words' });
  if (takeAttributes(raw).attributes) {
    const reason = 'a heading takes no attributes; put them at the end of the paragraph after it';
    problems.push({ offset, reason });
  }
  return problems;
}
