import type { Token, Tokens, TokensList } from 'marked';
import { countWords } from '../../../server/language/split-words.ts';
import { type BlockAttributes, takeAttributes } from './block-attributes.ts';
import { lexMarkdown } from './lex-markdown.ts';
import { usedLabels, wrongDefinition } from './link-definitions.ts';
import { locator, markOf } from './locate-words.ts';
import { missingFrom } from './lost-words.ts';
import { findMisreadMarks, findStrayAttributes, type Misread, misreadSign } from './misread-marks.ts';
import { type BodyProblem, type HeadingBlock, headingProblems, toHeading } from './parse-heading.ts';
import { type CitationLabels, type Reference, renderMarkdown } from './render-markdown.ts';
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
  for (const [index, token] of tokens.entries()) {
    const at = offset;
    offset += token.raw.length;
    if (token.type === 'space') continue;
    if (token.type === 'hr') {
      report(findMisreadMarks([token]), locator(token.raw, at));
      continue;
    }
    if (token.type === 'def') {
      const reason = wrongDefinition(token as Tokens.Def, tokens, used);
      if (reason !== undefined) problems.push({ offset: at, reason });
      continue;
    }
    report([...misreadSign(tokens[index - 1], token), ...findMisreadMarks([token])], locator(token.raw, at));
    if (token.type === 'heading') {
      const { block, rendered } = toHeading(token as Tokens.Heading, at, labels, headingIds);
      report(rendered.unsupported, locator(token.raw, at));
      problems.push(...movedBy(at, missingFrom(rendered, [token], used)));
      problems.push(...headingProblems(token as Tokens.Heading, at));
      blocks.push(block);
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
      report([...unsupported, ...findStrayAttributes(part.tokens)], find);
      problems.push(...movedBy(at + part.offset, missingFrom(rendered, part.tokens, used)));
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

const movedBy = (by: number, problems: readonly BodyProblem[]): BodyProblem[] =>
  problems.map(({ offset, reason }) => ({ offset: by + offset, reason }));

/** The Markdown of a token in parts that each fit a passage, as far as sentences allow. */
function partsOf(token: Token, markdown: string, keepWhole: boolean, links: TokensList['links']): Part[] {
  const isLong = token.type === 'paragraph' && countWords(markdown) > MAX_PASSAGE_WORDS;
  if (isLong && !keepWhole) return splitParagraph(token as Tokens.Paragraph, MAX_PASSAGE_WORDS);
  return [{ tokens: markdown === token.raw ? [token] : lexMarkdown(markdown, links), markdown, offset: 0 }];
}
