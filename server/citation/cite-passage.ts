import type { Essay } from '../domain/corpus.ts';
import type { Passage } from '../domain/passage.ts';
import type { ReferencePart } from './cite-source.ts';
import { bylineName, invertedName, joinNames } from './format-names.ts';

/** Where in its essay a passage stands, in words: `under “What it means for practice”, paragraph 7`. */
export function locatorInWords({ locator }: Passage): string {
  const { headings, paragraph, lastParagraph } = locator;
  const number =
    paragraph === lastParagraph ? `paragraph ${paragraph}` : `paragraphs ${paragraph} to ${lastParagraph}`;
  const last = headings.at(-1);
  return last === undefined ? number : `under “${last}”, ${number}`;
}

/**
 * A passage's credit in one line, for a slide or a handout: who wrote it, in what, where in it, and on which terms.
 *
 *     On Equal Terms (2026) ‘Chloe Juliette on why telling a story is only a start’, para. 4. CC BY 4.0.
 */
export function creditLine(passage: Passage, { authors, published, title, rights }: Essay): string {
  const names = joinNames(authors.map(({ name }) => name));
  return `${names} (${published?.slice(0, 4) ?? 'no date'}) ‘${title}’, ${paragraphs(passage)}. ${rights.licence}.`;
}

const paragraphs = ({ locator: { paragraph, lastParagraph } }: Passage): string =>
  paragraph === lastParagraph ? `para. ${paragraph}` : `paras ${paragraph}–${lastParagraph}`;

/**
 * A passage's reference in the Harvard style, with its permanent address. It credits whoever wrote the words: for a
 * reading note that is the note's authors, and never the author of the essay that the note is about.
 */
export function harvardPassageReference(
  passage: Passage,
  essay: Essay,
  site: string,
  baseUrl: string,
): ReferencePart[] {
  const authors = joinNames(essay.authors.map((author) => invertedName(bylineName(author))));
  const year = essay.published?.slice(0, 4) ?? 'no date';
  const href = `${baseUrl}/passages/${passage.id}`;
  return [
    { text: `${authors} (${year}) ‘${essay.title}’` },
    // Where the site itself is the author, naming it again would only look odd.
    ...(authors === site ? [] : [{ text: ', ' }, { text: site, italic: true } as const]),
    { text: `, ${paragraphs(passage)}. Available at: ` },
    { text: href, href },
    { text: '.' },
  ];
}
