import type { GlossaryEntry } from '../../../server/domain/glossary.ts';
import type { WordFamily } from '../../../server/domain/word-family.ts';
import { ABBREVIATIONS_LIKE_WORDS } from '../../../server/language/abbreviations-like-words.ts';
import { termsIn } from '../../../server/language/split-terms.ts';
import { findHyphenated, splitWords } from '../../../server/language/split-words.ts';
import { type Abbreviation, findAbbreviations, isAbbreviationOf } from './find-abbreviations.ts';

/** Where spellings of one word are looked for. */
export type AlikeSources = {
  readonly texts: readonly string[];
  readonly glossary: readonly GlossaryEntry[];
  readonly wordFamilies: readonly WordFamily[];
};

/**
 * The words that are one word in two forms, each as a family of a single word and a longer form: abbreviations with their names,
 * from the texts, the glossary and the editor's families, and what the texts print with a hyphen, which others write as one word
 * or two.
 *
 *     "Integrated care boards (ICBs) are …"   → ICB, Integrated care boards
 *     "well-being"                            → wellbeing, well being
 */
export function findWordsAlike({ texts, glossary, wordFamilies }: AlikeSources): WordFamily[] {
  const abbreviations = [
    ...texts.flatMap(findAbbreviations),
    ...glossary.flatMap(({ term, also }) => abbreviationsAmong([term, ...also])),
    ...wordFamilies
      .filter(({ closeness }) => closeness === 'same')
      .flatMap(({ members }) => abbreviationsAmong(members)),
  ];
  const pairs = [
    ...abbreviations.map(({ short, long }): [string, string] => [asPrinted(short), long]),
    ...texts.flatMap(hyphenatedWords),
  ];
  const distinct = new Map<string, readonly [string, string]>();
  for (const pair of pairs) {
    const [single, longer] = [termsIn(pair[0]), termsIn(pair[1])];
    if (single.length !== 1 || longer.length < 2) continue;
    const key = `${single.join(' ')} = ${longer.join(' ')}`;
    if (!distinct.has(key)) distinct.set(key, pair);
  }
  return [...distinct.values()].map((members) => ({ closeness: 'alike', members, says: [] }));
}

/** Each short form among some names with each name that it abbreviates. */
const abbreviationsAmong = (forms: readonly string[]): Abbreviation[] =>
  forms
    .filter((form) => /^[\p{L}&]{2,8}$/u.test(form))
    .flatMap((short) =>
      forms.filter((long) => isAbbreviationOf(short, long)).map((long) => ({ short, long })),
    );

/** An abbreviation that is a word too counts in capitals only, however an editor's list writes it. */
const asPrinted = (short: string): string =>
  ABBREVIATIONS_LIKE_WORDS.has(short.toUpperCase()) ? short.toUpperCase() : short;

/** What a text prints with a hyphen, as one word and as two. */
function hyphenatedWords(text: string): [string, string][] {
  const words = splitWords(text);
  return findHyphenated(text, words).flatMap((at): [string, string][] => {
    const parts = [words[at], words[at + 1]].map((word) => word?.normal ?? '');
    // "2016-17" is no word.
    return parts.some((part) => /^\d+$/.test(part)) ? [] : [[parts.join(''), parts.join(' ')]];
  });
}
