import type { GlossaryEntry } from '../domain/glossary.ts';
import { splitTerms, termsIn } from '../language/split-terms.ts';
import { STOP_WORDS } from '../language/stop-words.ts';
import type { Correction } from './search.ts';

/** Words that ask what others mean: "what does … mean", "definition of …". Question words are stop words already. */
const ASKING = new Set(
  termsIn('mean means meaning define defined definition explain explained stands acronym'),
);

/**
 * Makes the finder of words of the glossary: the one that a search asks for and nothing else, by its name or another form of
 * it, in any spelling that the search itself would take for the same.
 *
 *     tokenism  ·  what is tokenism?  ·  EHC plan meaning  ·  tokenizm (corrected)      => the entry
 *     tokenism in schools                                                               => none: it asks for more
 */
export function createWordFinder(
  glossary: readonly GlossaryEntry[],
): (text: string, corrections: readonly Correction[]) => readonly string[] {
  const byForm = new Map(
    glossary.flatMap(({ id, term, also }) =>
      [term, ...also].map((form) => [keyOf(contentTerms(form)), { id, small: smallTerms(form) }] as const),
    ),
  );
  return (text, corrections) => {
    const to = new Map(corrections.map((correction) => [correction.from, correction.to]));
    const corrected = text.replace(/[\p{L}\p{N}'’-]+/gu, (word) => to.get(word.toLowerCase()) ?? word);
    const asked = contentTerms(corrected);
    if (asked.length === 0) return [];
    const found = byForm.get(keyOf(asked)) ?? byForm.get(keyOf(asked.filter((term) => !ASKING.has(term))));
    // "Nothing" alone does not ask for "nothing about us without us".
    const small = smallTerms(corrected);
    return found?.small.every((term) => small.includes(term)) ? [found.id] : [];
  };
}

/** The terms of a text's stop words. */
const smallTerms = (text: string): string[] =>
  splitTerms(text).flatMap(({ normal, term }) => (STOP_WORDS.has(normal) ? [term] : []));

/** The terms of a text without its stop words. */
const contentTerms = (text: string): string[] =>
  splitTerms(text).flatMap(({ normal, term }) => (STOP_WORDS.has(normal) ? [] : [term]));

const keyOf = (terms: readonly string[]): string => terms.join(' ');
