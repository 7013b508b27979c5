import type { Token, Tokens } from 'marked';
import { BLOCK_CLASSES } from './block-attributes.ts';
import { allTokens, listNumber } from './lex-markdown.ts';

/** Something that Markdown reads otherwise than it looks, with the words to find it by. */
export type Misread = { readonly find: string; readonly reason: string };

/** What the marks of some tokens would do to the text that no author means, with the way out of each. */
export const findMisreadMarks = (tokens: readonly Token[]): Misread[] =>
  allTokens(tokens).flatMap((token): Misread[] => {
    if (token.type === 'heading') return misreadHeading(token.raw);
    if (token.type === 'code') return unclosedCode(token.raw);
    if (token.type === 'hr') return lostBlank(token.raw);
    if (token.type === 'list' && token.ordered) return miscountedEntries(token as Tokens.List);
    return misreadEmphasis(token);
  });

/** A line of dashes or equals signs right under a paragraph makes a heading of it. */
function misreadHeading(raw: string): Misread[] {
  const lines = raw.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  if (lines.length === 1 || !/^ {0,3}(?:-+|=+)[ \t]*$/.test(last)) return [];
  const reason = `the line "${last.trim().slice(0, 10)}" makes a heading of the text above it; put an empty line between them, or write "## " before the heading`;
  return [{ find: lines[0] ?? '', reason }];
}

/** A line of underscores alone is a rule to Markdown, and no line to write on. */
const lostBlank = (raw: string): Misread[] =>
  /^\s*_{3,}\s*$/.test(raw)
    ? [
        {
          find: raw.trim(),
          reason:
            'this line of underscores would be a rule; for a line to write on, put a word before it: "Name: ____"',
        },
      ]
    : [];

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

/** Signs that stand close to letters or digits on both sides, and are read as emphasis: `2*3*4`, `s**t and f**k`, `H~2~O`. */
function misreadEmphasis(holder: Token): Misread[] {
  const inside = 'tokens' in holder ? (holder.tokens ?? []) : [];
  return inside.flatMap(({ type, raw }, index): Misread[] => {
    if (type !== 'em' && type !== 'strong' && type !== 'del') return [];
    const before = inside[index - 1]?.raw.at(-1) ?? '';
    const after = inside[index + 1]?.raw.at(0) ?? '';
    const isWithinWord = /[\p{L}\p{N}*~]/u.test(before) && /[\p{L}\p{N}*~]/u.test(after);
    // Emphasis of a part of one word is meant: "un*believ*able".
    if (!isWithinWord || (type !== 'del' && !/[\s\d]/.test(raw))) return [];
    const sign = raw.charAt(0);
    const reason = `the signs ${sign} in “${before}${raw.slice(0, 30)}${after}” are read as marks and would not be shown; write \\${sign} for each`;
    return [{ find: raw, reason }];
  });
}

/** Marks for the end of a block that stand within its text, where readers would see them. */
export const findStrayAttributes = (tokens: readonly Token[]): Misread[] =>
  allTokens(tokens).flatMap((token): Misread[] => {
    const [mark] = (token.type === 'text' && !token.tokens && STRAY.exec(token.raw)) || [];
    if (mark === undefined) return [];
    const reason = `the mark ${mark} is not at the end of a paragraph, and would be shown; put it there, with an empty line after, or write \\{ for the sign`;
    return [{ find: mark, reason }];
  });
const STRAY = new RegExp(
  `\\{(?:#[a-z0-9]{4,40}(?=[ }])|\\.(?:${BLOCK_CLASSES.join('|')})(?=[ }])|(?:tags|perspective|nation|note)=")[^{}\\n]{0,400}\\}`,
);

/** A sign before a number that goes on a sentence on a new line, and is read as the mark of a quotation or of an entry. */
export function misreadSign(before: Token | undefined, token: Token): Misread[] {
  const [, sign] = /^ {0,3}([>+*-])[ \t]*[£$€]?\d/.exec(token.raw) ?? [];
  const isOne = token.type === 'blockquote' || (token.type === 'list' && token.items.length === 1);
  if (
    sign === undefined ||
    !isOne ||
    before?.type !== 'paragraph' ||
    /[.:;!?…][”’"')\]]*\s*$/.test(before.raw)
  )
    return [];
  const reason = `this line goes on from the one above, and the sign ${sign} would not be shown; write \\${sign}, or put an empty line above if something new begins`;
  return [{ find: '', reason }];
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
