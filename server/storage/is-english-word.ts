import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';

let speller: ReturnType<typeof nspell> | undefined;

/**
 * Whether a normalised word is in a British dictionary, also as a name ("london"). The dictionary is loaded at the
 * first call, which takes a moment (docs/decisions/0008).
 */
export function isEnglishWord(normal: string): boolean {
  speller ??= nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  return speller.correct(normal) || speller.correct(normal.charAt(0).toUpperCase() + normal.slice(1));
}
