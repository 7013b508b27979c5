import { FACET_NAMES, type FacetName, facetOf, forEachFacet } from '../facets/facets.ts';
import { straightenQuotationMarks } from './quotation-marks.ts';

/** What stood in the box after the word of each facet (`tag:`, `in:` …), as typed. */
export type TypedFilters = Readonly<Record<FacetName, readonly string[]>>;

/** The facets that can be typed, by the word before the colon. */
const FACET_OF_WORD: ReadonlyMap<string, FacetName> = new Map(
  FACET_NAMES.flatMap((name) => {
    const { boxWord, otherBoxWords = [] } = facetOf(name);
    return boxWord === undefined ? [] : [boxWord, ...otherBoxWords].map((word) => [word, name] as const);
  }),
);

/** Fields of other search boxes that mean nothing here. */
const FOREIGN_FIELDS: ReadonlySet<string> = new Set(
  'site|url|inurl|filetype|ext|lang|language|date|year|before|after|since|until|source|cache|related'.split(
    '|',
  ),
);
/** Fields of other search boxes that only say what is looked for anyway. */
const NEEDLESS_FIELDS = 'define|definition|search|q|any|all|intext|allintext|body|text';

/**
 * One piece of a query: perhaps a minus or a plus, perhaps the word of a facet and a colon, then words in quotation marks (the last
 * may be left open) or one word, and what other search boxes put behind it. A minus inside a word ("well-being") is part of it.
 */
const PIECE = new RegExp(
  String.raw`(?<sign>(?<![^\s(])[-\u2212\u2013\u2014!+](?=[^\s\d!+-]|\d))?` +
    String.raw`(?:(?<field>${[...FACET_OF_WORD.keys(), ...FOREIGN_FIELDS, ...NEEDLESS_FIELDS.split('|')].join('|')}):(?=\S))?` +
    String.raw`(?:"(?<quoted>[^"]*)"?|(?<bracket>[()])|(?<word>\|\|?|[^\s"()|]+))(?<extra>(?<=")(?:~\d*|\^[\d.]+)(?!\S))?`,
  'giu',
);

/** AND, OR and NOT of other search boxes. */
export type Operator = 'and' | 'or' | 'not';
const OPERATORS: Readonly<Record<string, Operator>> = {
  AND: 'and',
  '&&': 'and',
  OR: 'or',
  '||': 'or',
  '|': 'or',
  NOT: 'not',
};
/** What stands between words in other boxes and has no meaning here: NEAR, NEAR/3, ADJ2, W/5. */
const NEAR_OPERATOR = /^(?:NEAR|ADJ|WITHIN)\/?\d{0,2}$|^(?:W|N|PRE)\/\d{1,2}$/;

/** A piece of a query: words, a phrase, a filter, an operator or a bracket. */
export type QueryPiece = {
  readonly isExcluded: boolean;
  /** Whether a plus stands before it. */
  readonly isRequired: boolean;
  /** The facet that it narrows to; absent for words and phrases. */
  readonly facet?: FacetName;
  readonly isQuoted: boolean;
  readonly operator?: Operator;
  readonly bracket?: '(' | ')';
  /** Whether a star stands behind it for any ending. */
  readonly isBegun: boolean;
  /** What of the piece other search boxes understand and this one leaves out, as typed. */
  readonly foreign?: string;
  /** What is looked for, without signs, word of a facet and quotation marks; empty for what is left out. */
  readonly inside: string;
  /** The piece as it was typed, and where it starts. */
  readonly typed: string;
  readonly start: number;
};

/** Takes a query into pieces, in order. A facet with nothing after its colon counts as a word. */
export function splitPieces(text: string): QueryPiece[] {
  const hasOperators = /\p{Ll}/u.test(text);
  return [...straightenQuotationMarks(text).matchAll(PIECE)].map((match) => {
    const { sign, field = '', quoted, bracket, word = '', extra } = match.groups ?? {};
    const piece = {
      isExcluded: sign !== undefined && sign !== '+',
      isRequired: sign === '+',
      isQuoted: quoted !== undefined,
      isBegun: false,
      typed: text.slice(match.index, match.index + match[0].length),
      start: match.index,
    };
    if (bracket === '(' || bracket === ')') return { ...piece, bracket, inside: '' };
    if (FOREIGN_FIELDS.has(field.toLowerCase())) return { ...piece, foreign: piece.typed.trim(), inside: '' };
    const inside = quoted ?? word;
    const operator =
      hasOperators && quoted === undefined && field === '' && Object.hasOwn(OPERATORS, inside)
        ? OPERATORS[inside]
        : undefined;
    if (operator !== undefined) return { ...piece, operator, inside: '' };
    if (quoted === undefined && hasOperators && NEAR_OPERATOR.test(inside))
      return { ...piece, foreign: inside, inside: '' };
    const facet = inside.trim() === '' ? undefined : FACET_OF_WORD.get(field.toLowerCase());
    const read = quoted === undefined ? readWildcards(inside) : { inside };
    return { ...piece, ...(extra && { foreign: extra }), ...(facet && { facet }), ...read };
  });
}

/**
 * A word without what other search boxes put for other letters. Only a star at its end has a meaning here; `foreign` is what has none.
 *
 *     token*  →  token, begun      wom?n  →  wom, begun, foreign ?      *ism, trust~2, power^3  →  without the sign, which is foreign
 */
function readWildcards(word: string): { inside: string; isBegun?: boolean; foreign?: string } {
  if (/^[\p{L}\p{N}][\p{L}\p{N}'’-]{2,}\*$/u.test(word)) return { inside: word.slice(0, -1), isBegun: true };
  const [, before = '', sign] = /^(.*[\p{L}\p{N}])(~\d?|\^\d+(?:\.\d+)?)$/u.exec(word) ?? [];
  if (sign !== undefined) return { inside: before, foreign: sign };
  const [, start = '', mark] = /^(\p{L}{3,})([?*])\p{L}+$/u.exec(word) ?? [];
  if (mark !== undefined) return { inside: start, isBegun: true, foreign: mark };
  if (/^\*\p{L}|\p{L}\*\p{L}/u.test(word)) return { inside: word.replaceAll('*', ''), foreign: '*' };
  return { inside: word };
}

/** The filters that stand in a text, each as typed, with the text that is left without it. */
export function listTypedFilters(text: string): { readonly typed: string; readonly rest: string }[] {
  return splitPieces(text)
    .filter(({ facet }) => facet !== undefined)
    .map(({ typed, start }) => ({
      typed: typed.trim(),
      rest: `${text.slice(0, start)} ${text.slice(start + typed.length)}`.replace(/\s+/g, ' ').trim(),
    }));
}

/** The filters among some pieces, by facet. */
export const collectFilters = (pieces: readonly QueryPiece[]): TypedFilters =>
  forEachFacet((name) => pieces.flatMap(({ facet, inside }) => (facet === name ? [inside.trim()] : [])));

/** Whether any filter was typed. */
export const hasTyped = (filters: TypedFilters): boolean =>
  FACET_NAMES.some((name) => filters[name].length > 0);
