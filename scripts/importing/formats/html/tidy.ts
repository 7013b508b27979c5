import { tidyCharacters } from '../../characters/decode-original.ts';

/** A text in single spaces; undefined if there is nothing in it. */
export const tidy = (text: string | null | undefined): string | undefined =>
  tidyCharacters(text ?? '')
    .replace(/\s+/g, ' ')
    .trim() || undefined;

/** The same as a text that may be empty. */
export const plainText = (text: string | null | undefined): string => tidy(text) ?? '';
