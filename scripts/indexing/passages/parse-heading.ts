import type { Tokens } from 'marked';
import type { Heading } from '../../../server/domain/essay.ts';
import { takeAttributes } from './block-attributes.ts';
import { toParagraph } from './lex-markdown.ts';
import { locator, markOf } from './locate-words.ts';
import { type CitationLabels, type Reference, type Rendered, renderMarkdown } from './render-markdown.ts';

/** A heading between blocks. */
export type HeadingBlock = {
  readonly kind: 'heading';
  readonly heading: Heading;
  readonly references: readonly (Reference & { readonly offset: number })[];
  readonly offset: number;
};

/** A problem at an offset in the body. */
export type BodyProblem = { readonly offset: number; readonly reason: string };

/** Makes a heading of its token. @param taken how often each id was given; is added to */
export function toHeading(
  token: Tokens.Heading,
  at: number,
  labels: CitationLabels,
  taken: Map<string, number>,
): { readonly block: HeadingBlock; readonly rendered: Rendered } {
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
  const references = rendered.references.map((reference) => ({
    ...reference,
    offset: find(markOf(reference)),
  }));
  const heading = { level: token.depth, text: rendered.text, id };
  return { block: { kind: 'heading', heading, references, offset: at }, rendered };
}

/** What is wrong with a heading in an essay. */
export function headingProblems({ raw, depth, text }: Tokens.Heading, offset: number): BodyProblem[] {
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
