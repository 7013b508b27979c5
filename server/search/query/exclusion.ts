import { termOf, termsIn } from '../../language/split-terms.ts';
import type { ParsedQuery } from './parse-query.ts';

/** Makes the test whether a text, such as a title, holds words that the reader keeps out by a minus. */
export function createExclusion({ excludedTerms, excludedPhrases }: ParsedQuery): (text: string) => boolean {
  const excluded = [...excludedTerms, ...excludedPhrases.map((phrase) => phrase.map(termOf).join(' '))];
  return (text) => {
    const terms = ` ${termsIn(text).join(' ')} `;
    return excluded.some((words) => terms.includes(` ${words} `));
  };
}
