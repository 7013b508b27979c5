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
export function creditLine(passage: Passage, { authors, published, title, rights, original }: Essay): string {
  const names = joinNames(authors.map(({ name }) => name));
  const publisher = original?.publisher === names ? undefined : original?.publisher;
  const where = [`‘${title}’`, ...(publisher ? [publisher] : []), paragraphs(passage)].join(', ');
  return `${names} (${published?.slice(0, 4) ?? 'no date'}) ${where}. ${sentence(rights.licence)}`;
}

/** Licences are names, such as CC BY 4.0, or words: "permission unknown". */
const sentence = (licence: string): string => `${licence.charAt(0).toUpperCase()}${licence.slice(1)}.`;

const paragraphs = ({ locator: { paragraph, lastParagraph } }: Passage): string =>
  paragraph === lastParagraph ? `para. ${paragraph}` : `paras ${paragraph}–${lastParagraph}`;

/**
 * A passage's reference in the Harvard style, with its permanent address. It credits whoever wrote the words: for a
 * reading note that is the note's authors, and never the author of the essay that the note is about.
 */
export const harvardPassageReference = (
  passage: Passage,
  essay: Essay,
  site: string,
  baseUrl: string,
): ReferencePart[] =>
  harvardReferenceTo(essay, site, `${baseUrl}/passages/${passage.id}`, `, ${paragraphs(passage)}`);

/** The reference of a whole essay in the same style. */
export const harvardEssayReference = (essay: Essay, site: string, baseUrl: string): ReferencePart[] =>
  harvardReferenceTo(essay, site, `${baseUrl}/essays/${essay.slug}`, '');

function harvardReferenceTo(essay: Essay, site: string, href: string, place: string): ReferencePart[] {
  // An imported essay was published elsewhere; what is ours is published by the site.
  const publisher = essay.kind === 'essay' ? essay.original?.publisher : site;
  const isPublisher = essay.authors.length === 1 && essay.authors[0]?.name === publisher;
  const authors = joinNames(
    essay.authors.map((author) => (isPublisher ? author.name : invertedName(bylineName(author)))),
  );
  const year = essay.published?.slice(0, 4) ?? 'no date';
  return [
    { text: `${authors} (${year}) ‘${essay.title}’` },
    // Where the site itself is the author, naming it again would only look odd.
    ...(publisher === undefined || isPublisher
      ? []
      : [{ text: ', ' }, { text: publisher, italic: true } as const]),
    { text: `${place}. Available at: ` },
    { text: href, href },
    { text: '.' },
  ];
}
