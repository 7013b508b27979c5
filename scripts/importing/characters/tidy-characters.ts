/** Control characters, but for tabs and line ends; those from U+0080 on are damage, which is mended. */
export const CONTROL = /(?![\t\n\f\u0080-\u009f])\p{Cc}/gu;

/** Drops characters that cannot be seen, and makes every kind of space a plain one. Letters are composed (NFC). */
export const tidyCharacters = (text: string): string =>
  text
    .replace(CONTROL, '')
    // Bullets of the fonts Symbol and Wingdings, which have no characters of their own.
    .replace(/[\uf06e\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc]/g, '•')
    // A joiner stays where it makes one sign of two, as in emoji.
    .replace(
      /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u200d(?!\p{Extended_Pictographic})/gu,
      '',
    )
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .normalize('NFC');

/** A text in single spaces; undefined if there is nothing in it. */
export const tidy = (text: string | null | undefined): string | undefined =>
  tidyCharacters(text ?? '')
    .replace(/\s+/g, ' ')
    .trim() || undefined;

/** The same as a text that may be empty. */
export const plainText = (text: string | null | undefined): string => tidy(text) ?? '';

/** The letters and digits of a text, in small letters, by which two mentions of a name or a title are the same. */
export const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
