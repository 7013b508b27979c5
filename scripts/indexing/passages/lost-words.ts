import type { Token, Tokens } from 'marked';
import { allTokens, listNumber } from './lex-markdown.ts';
import { linkLabel } from './link-definitions.ts';
import type { BodyProblem } from './parse-heading.ts';
import { COMMENT, type Rendered, sanitise } from './render-markdown.ts';
import { textOfHtml } from './text-of-html.ts';

const LETTER = /[\p{L}\p{N}]/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|\w+);/gi;

type LostWord = { readonly word: string; readonly offset: number };

/**
 * The words that stand in the Markdown of some tokens and not in the text that readers get: Markdown drops, for one, what a
 * row of a table has beyond its head's cells. Letters and digits are counted, for marks may stand within words. What is not
 * for readers does not count: addresses of links, citations, comments, the language of a piece of code.
 *
 * @param usedLabels labels of the link definitions that a link uses
 * @returns each lost word once, in order, with its offset in the tokens' Markdown; if only parts of words are lost, their letters
 */
function lostWords(tokens: readonly Token[], text: string, usedLabels: ReadonlySet<string>): LostWord[] {
  const missing = new Map<string, number>();
  const count = (source: string, by: 1 | -1) => {
    for (const [letter] of source.matchAll(LETTER)) missing.set(letter, (missing.get(letter) ?? 0) + by);
  };
  for (const { raw } of tokens) count(raw, 1);
  for (const token of allTokens(tokens)) {
    const { hidden, shown } = spellingOf(token, usedLabels);
    count(hidden, -1);
    count(shown, 1);
  }
  count(text, -1);
  const letters = new Set([...missing].filter(([, number]) => number > 0).map(([letter]) => letter));
  if (letters.size === 0) return [];
  const left = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) left.set(word, (left.get(word) ?? 0) + 1);
  const words = new Map<string, number>();
  for (const { 0: word, index } of rawOf(tokens).matchAll(WORD)) {
    const number = left.get(word) ?? 0;
    left.set(word, number - 1);
    if (number <= 0 && !words.has(word) && [...word].some((letter) => letters.has(letter)))
      words.set(word, index);
  }
  if (words.size === 0) return [{ word: [...letters].join(''), offset: 0 }];
  return [...words].map(([word, offset]) => ({ word, offset }));
}

/**
 * The words that readers would miss, as a problem at its offset in the tokens' Markdown; none where a problem is named
 * already that loses them.
 */
export function missingFrom(
  { text, references, unsupported }: Rendered,
  tokens: readonly Token[],
  used: ReadonlySet<string>,
): BodyProblem[] {
  if (unsupported.length > 0) return [];
  const lost = lostWords(tokens, text, used);
  const [first] = lost;
  if (first) {
    const words = lost.slice(0, MAX_NAMED).map(({ word }) => word);
    const reason = `the words “${words.join(' ')}” would not be shown; ${wayOut(tokens)}`;
    return [{ offset: first.offset, reason }];
  }
  return text === '' && references.length > 0
    ? [{ offset: 0, reason: 'a citation needs words; put it into the sentence that it belongs to' }]
    : [];
}

/** The most lost words that a problem names. */
const MAX_NAMED = 8;

function wayOut(tokens: readonly Token[]): string {
  if (tokens.some(({ type }) => type === 'table'))
    return 'give every row of the table as many cells as its head has, and write \\| for a bar within a cell';
  if (tokens.some(({ type }) => type === 'code'))
    return 'write nothing but a language on the line where the code starts';
  return 'put a backslash before the mark that hides them';
}

/** What a token's Markdown spells and readers do not see, and what they see in its place. */
function spellingOf(
  token: Token,
  usedLabels: ReadonlySet<string>,
): { readonly hidden: string; readonly shown: string } {
  switch (token.type) {
    case 'link':
      return { hidden: token.raw, shown: rawOf(token.tokens) };
    case 'citation':
      return { hidden: token.raw, shown: '' };
    case 'html':
      return { hidden: (token.raw.match(COMMENT) ?? []).join(''), shown: '' };
    case 'def':
      return { hidden: usedLabels.has(linkLabel(token.tag)) ? token.raw : '', shown: '' };
    case 'checkbox':
      return { hidden: token.raw, shown: token.raw.toLowerCase() };
    case 'code':
      return { hidden: /^\s*(?:`{3,}|~{3,}) ?([\w+#-]+)[ \t]*\n/.exec(token.raw)?.[1] ?? '', shown: '' };
    case 'list': {
      const { items, ordered, start } = token as Tokens.List;
      if (!ordered) return { hidden: '', shown: '' };
      return {
        hidden: items.map(({ raw }) => listNumber(raw)).join(' '),
        shown: items.map((_item, index) => Number(start) + index).join(' '),
      };
    }
    case 'text': {
      if ('tokens' in token && token.tokens) return { hidden: '', shown: '' };
      const entities = token.raw.match(ENTITY) ?? [];
      return { hidden: entities.join(' '), shown: entities.map(decodeEntity).join(' ') };
    }
    default:
      return { hidden: '', shown: '' };
  }
}

const rawOf = (tokens: readonly Token[] | undefined): string => (tokens ?? []).map(({ raw }) => raw).join('');

/** The character that an entity stands for, or its own letters where it stands for none. */
function decodeEntity(entity: string): string {
  const decoded = textOfHtml(sanitise(`<p>${entity}</p>`));
  return [...decoded].length <= 2 ? decoded : entity;
}
