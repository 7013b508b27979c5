import { FACET_NAMES, type FacetName, facetOf, forEachFacet } from '../facets/facets.ts';

/** What stood in the box after the word of each facet (`tag:`, `in:` …), as typed. */
export type TypedFilters = Readonly<Record<FacetName, readonly string[]>>;

/** The facets that can be typed, by the word before the colon. */
const FACET_OF_WORD: ReadonlyMap<string, FacetName> = new Map(
  FACET_NAMES.flatMap((name) => {
    const { boxWord } = facetOf(name);
    return boxWord === undefined ? [] : [[boxWord, name]];
  }),
);

/**
 * One piece of a query: perhaps a minus, perhaps the word of a facet and a colon, then words in quotation marks (straight or
 * curly; the last may be left open) or one word. A minus inside a word ("well-being") is part of it.
 */
const PIECE = new RegExp(
  String.raw`(?<minus>(?<![^\s])[-\u2212](?=\S))?(?:(?<facet>${[...FACET_OF_WORD.keys()].join('|')}):)?` +
    String.raw`(?:["“”„](?<quoted>[^"“”„]*)["“”]?|(?<word>[^\s"“”„]+))`,
  'giu',
);

/** A piece of a query: words, a phrase or a filter, perhaps excluded. */
export type QueryPiece = {
  readonly isExcluded: boolean;
  /** The facet that it narrows to; absent for words and phrases. */
  readonly facet?: FacetName;
  readonly isQuoted: boolean;
  /** What is looked for, without minus, word of a facet and quotation marks. */
  readonly inside: string;
  /** The piece as it was typed, and where it starts. */
  readonly typed: string;
  readonly start: number;
};

/** Takes a query into pieces, in order. A facet with nothing after its colon counts as a word. */
export function splitPieces(text: string): QueryPiece[] {
  return [...text.matchAll(PIECE)].map((match) => {
    const { minus, facet: word, quoted, word: single = '' } = match.groups ?? {};
    const inside = quoted ?? single;
    const facet = inside.trim() === '' ? undefined : FACET_OF_WORD.get(word?.toLowerCase() ?? '');
    return {
      isExcluded: minus !== undefined,
      ...(facet && { facet }),
      isQuoted: quoted !== undefined,
      inside,
      typed: match[0],
      start: match.index,
    };
  });
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
