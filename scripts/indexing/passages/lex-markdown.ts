import { Lexer, Marked, type Token, Tokenizer, type Tokens, type TokensList } from 'marked';

const CITATION = /^\[(@[^[\]\n]{1,300})\]/;
const ONE_CITATION = /^@([a-z0-9][a-z0-9-]*)(?:,\s*(.+))?$/;

/** A citation in the text: one source or several, each perhaps with a page. */
export type CitationToken = { type: 'citation'; raw: string; cited: { id: string; locator?: string }[] };

/** Pandoc's citations, `[@a]` and `[@a, p. 3; @b]`, as an inline rule for marked. */
export const citations = {
  name: 'citation',
  level: 'inline' as const,
  start: (text: string) => text.indexOf('[@'),
  tokenizer(text: string): CitationToken | undefined {
    const match = CITATION.exec(text);
    if (!match?.[1]) return undefined;
    const cited: CitationToken['cited'] = [];
    for (const part of match[1].split(';')) {
      const one = ONE_CITATION.exec(part.trim());
      if (!one?.[1]) return undefined;
      cited.push(one[2] ? { id: one[1], locator: one[2].trim() } : { id: one[1] });
    }
    return { type: 'citation', raw: match[0], cited };
  },
};

/** From this number on, a number at the start of a line is a year or the like, and no mark of a list. */
const FIRST_YEAR = 1000;

/**
 * Markdown takes every number before a full stop at the start of a line for the mark of a list, and the number would be
 * gone. Here these begin a sentence:
 *
 *     1986. A great year.      a number of four digits or more
 *     12) is out of date.      a single entry whose number is not 0 or 1
 *
 * And it takes the first word of a footnote, `[^1]: Ibid.`, for the address of a link: here a footnote is a paragraph.
 */
class WordKeepingTokenizer extends Tokenizer {
  override list(source: string): Tokens.List | undefined {
    const number = listNumber(source);
    if (number !== undefined && number >= FIRST_YEAR) return undefined;
    const list = super.list(source);
    return list?.items.length === 1 && number !== undefined && number > 1 ? undefined : list;
  }

  override def(source: string): Tokens.Def | undefined {
    return /^ {0,3}\[\^/.test(source) ? undefined : super.def(source);
  }
}

/** The number that the mark of an ordered list has at the start of a text; undefined if there is none. */
export function listNumber(text: string): number | undefined {
  const [, digits] = /^\s*(\d{1,9})[.)]/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Reads Markdown into marked's tokens, whose `raw` texts join to the text that was read.
 *
 * @param definitions addresses of links that are defined elsewhere
 */
export function lexMarkdown(markdown: string, definitions?: TokensList['links']): TokensList {
  const { defaults } = new Marked({ gfm: true, extensions: [{ ...citations, renderer: () => '' }] });
  const lexer = new Lexer({ ...defaults, tokenizer: new WordKeepingTokenizer() });
  if (definitions) Object.assign(lexer.tokens.links, definitions);
  return lexer.lex(markdown);
}

/** A paragraph of inline tokens, or of a part of them. */
export function toParagraph(tokens: Token[]): Tokens.Paragraph {
  const raw = tokens.map((token) => token.raw).join('');
  return { type: 'paragraph', raw, text: raw, tokens };
}

/** Every token at any depth: of lists their entries, of tables their cells' too. */
export function allTokens(tokens: readonly Token[]): Token[] {
  const found: Token[] = [];
  new Marked().walkTokens([...tokens], (token) => {
    found.push(token);
  });
  return found;
}
