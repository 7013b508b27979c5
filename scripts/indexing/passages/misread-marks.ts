import type { Token, Tokens } from 'marked';
import { allTokens, listNumber } from './lex-markdown.ts';

/** Something that Markdown reads otherwise than it looks, with the words to find it by. */
export type Misread = { readonly find: string; readonly reason: string };

/** What the marks of some tokens would do to the text that no author means, with the way out of each. */
export const findMisreadMarks = (tokens: readonly Token[]): Misread[] =>
  allTokens(tokens).flatMap((token): Misread[] => {
    if (token.type === 'heading') return misreadHeading(token.raw);
    if (token.type === 'code') return unclosedCode(token.raw);
    return token.type === 'list' && token.ordered ? miscountedEntries(token as Tokens.List) : [];
  });

/** A line of dashes or equals signs right under a paragraph makes a heading of it. */
function misreadHeading(raw: string): Misread[] {
  const lines = raw.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  if (lines.length === 1 || !/^ {0,3}(?:-+|=+)[ \t]*$/.test(last)) return [];
  const reason = `the line "${last.trim().slice(0, 10)}" makes a heading of the text above it; put an empty line between them, or write "## " before the heading`;
  return [{ find: lines[0] ?? '', reason }];
}

/** Fenced code that nothing closes takes in all that follows. */
function unclosedCode(raw: string): Misread[] {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1];
  if (fence === undefined) return [];
  const lines = raw.trimEnd().split('\n');
  const last = (lines.at(-1) ?? '').trim();
  if (lines.length > 1 && last.length >= fence.length && last === fence.charAt(0).repeat(last.length))
    return [];
  const reason = `the code that starts here does not end; put ${fence} on a line of its own after it, or \\ before it here`;
  return [{ find: lines[0] ?? '', reason }];
}

/** A list counts on from its first number, whatever the others are; only all the same, `1. 1. 1.`, is a way to write it. */
function miscountedEntries({ items, start }: Tokens.List): Misread[] {
  const first = Number(start);
  const numbers = items.map(({ raw }) => listNumber(raw));
  if (numbers.every((number) => number === first)) return [];
  return items.flatMap(({ raw }, index): Misread[] => {
    const [number, expected] = [numbers[index], first + index];
    if (number === expected) return [];
    const reason = `this list counts on from ${first}, so that ${number} would be shown as ${expected}; correct the number, or write "${number}\\." where it begins a sentence`;
    return [{ find: (raw.split('\n')[0] ?? '').trim(), reason }];
  });
}
