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
  const { paragraph, lastParagraph } = passage.locator;
  const para = paragraph === lastParagraph ? `para. ${paragraph}` : `paras ${paragraph}–${lastParagraph}`;
  return [
    { text: `${authors} (${year}) ‘${essay.title}’, ` },
    { text: site, italic: true },
    { text: `, ${para}. Available at: ` },
    { text: href, href },
    { text: '.' },
  ];
}
