import type { Essay } from '../domain/corpus.ts';
import { capitalise } from '../domain/format.ts';
import type { Locator, Passage } from '../domain/passage.ts';
import { draftingLine } from './describe-drafting.ts';
import { joinNames } from './format-names.ts';
import { asSentence, inSingleQuotes } from './format-titles.ts';

/** Where in its essay a passage stands, in words: `under “What it means for practice”, paragraph 7`. */
export function locatorInWords({ locator }: Passage): string {
  const { headings, paragraph, lastParagraph } = locator;
  const number =
    paragraph === lastParagraph ? `paragraph ${paragraph}` : `paragraphs ${paragraph} to ${lastParagraph}`;
  const last = headings.at(-1);
  return last === undefined ? number : `under “${last}”, ${number}`;
}

/** A passage's paragraphs as a reference gives them: `para. 4`, `paras 4–5`. */
export const paragraphsOf = ({ paragraph, lastParagraph }: Locator): string =>
  paragraph === lastParagraph ? `para. ${paragraph}` : `paras ${paragraph}–${lastParagraph}`;

/**
 * A passage's credit in one line, for a slide or a handout: who wrote it, in what, where in it, on which terms, and
 * what drafted it. No reference but a byline: names stand as they are printed.
 *
 *     On Equal Terms (2026) ‘Chloe Juliette on why telling a story is only a start’, para. 4. CC BY 4.0. Drafted by an AI
 *     language model; checked by no person yet.
 */
export const creditLine = (passage: Passage, essay: Essay): string =>
  credit(essay, paragraphsOf(passage.locator));

/** The same of an essay as a whole, for what is printed or handed out whole. */
export const creditOfEssay = (essay: Essay): string => credit(essay);

function credit(essay: Essay, ...paragraphs: readonly string[]): string {
  const { authors, published, title, rights, original } = essay;
  const names = joinNames(authors.map(({ name }) => name));
  const publisher = original?.publisher === names ? undefined : original?.publisher;
  const where = [inSingleQuotes(title), ...(publisher ? [publisher] : []), ...paragraphs];
  const year = published?.slice(0, 4) ?? 'no date';
  // Licences are names, such as CC BY 4.0, or words: "permission unknown".
  const terms = [asSentence(capitalise(rights.licence)), draftingLine(essay) ?? ''].join(' ').trim();
  return `${names} (${year}) ${where.join(', ')}. ${terms}`;
}
