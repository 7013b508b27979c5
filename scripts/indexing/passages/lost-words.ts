import type { Token, Tokens } from 'marked';
import { allTokens, listNumber } from './lex-markdown.ts';
import { linkLabel } from './link-definitions.ts';
import type { Misread } from './misread-marks.ts';
import { COMMENT, type Rendered, sanitise } from './render-markdown.ts';
import { textOfHtml } from './text-of-html.ts';

const LETTER = /[\p{L}\p{N}]/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|\w+);/gi;

/**
 * The words that stand in the Markdown of some tokens and not in the text that readers get: Markdown drops, for one, what a
 * row of a table has beyond its head's cells. Letters and digits are counted, for marks may stand within words. What is not
 * for readers does not count: addresses of links, citations, comments, the language of a piece of code.
 *
 * @param usedLabels labels of the link definitions that a link uses
 * @returns each lost word once, in order; if only parts of words are lost, their letters
 */
function lostWords(tokens: readonly Token[], text: string, usedLabels: ReadonlySet<string>): string[] {
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
  const words = tokens
    .flatMap(({ raw }) => raw.match(WORD) ?? [])
    .filter((word) => {
      const number = left.get(word) ?? 0;
      left.set(word, number - 1);
      return number <= 0 && [...word].some((letter) => letters.has(letter));
    });
  return words.length > 0 ? [...new Set(words)] : [[...letters].join('')];
}

/** The words that readers would miss, as a problem; none where a problem is named already that loses them. */
export function missingFrom(
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
