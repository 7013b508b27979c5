/*
 * How originals write the marks of lists. A dash can also be speech or an aside, `o` is a word in Welsh, and a letter is
 * a bullet in some fonts of Word's: each pattern says what must be so for them to count. All take in the white space
 * after the mark.
 */

/** Signs that are bullets wherever they begin a line. */
const SIGNS = '•·▪◦●○■□‣∙';

/** A bullet before text: `• Tea`, `- Tea`. */
export const BULLET = new RegExp(`^\\s*([${SIGNS}*–—-])\\s+(?=\\S)`);

/** A bullet before text, or the `o` that Word sets before the entries of inner lists: `o Tea`. */
export const BULLET_OR_O = new RegExp(`^\\s*([${SIGNS}*–—-]|o(?= \\S))\\s+(?=\\S)`);

/**
 * A bullet of a paragraph that stands alone: what looks like a dash or a letter needs the wide space after it that word
 * processors set. `§`, `Ø` and `ü` are what signs of the font Wingdings become.
 */
export const SPACED_BULLET = new RegExp(`^\\s*([${SIGNS}§Øü]|[o–—*-](?=\\s{2}))\\s+(?=\\S)`);

/** A bullet without its text. */
export const BULLET_ALONE = new RegExp(`^[${SIGNS}]$`);

/** A number before text, which is its first group: `1. Tea`, `1) Tea`, `(1) Tea`. */
export const NUMBER = /^\s*\(?(\d{1,3})[.)]\s+(?=\S)/;
