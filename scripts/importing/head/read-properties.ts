import { plainText } from '../characters/tidy-characters.ts';
import type { Draft } from '../draft/draft.ts';
import { cleanAuthors } from './parse-byline.ts';

/** Titles that programs put in by themselves: their own name, a file's name, an address. */
const TITLE_OF_PROGRAM =
  /^(?:microsoft word|untitled|document\d*$)|\.(?:docx?|html?|pdf|indd|qxd|odt)$|^https?:|^about:/i;

/** The most letters of a title in a file's properties that are read. */
const MAX_TITLE = 300;

/** Reads what the properties of a Word file or a PDF say of its title and its authors, whom semicolons part. */
export function readProperties(title: unknown, authors: unknown): NonNullable<Draft['stated']> {
  const named = typeof title === 'string' ? plainText(title).slice(0, MAX_TITLE) : '';
  return {
    ...(named !== '' && !TITLE_OF_PROGRAM.test(named) && { title: named }),
    authors: cleanAuthors(typeof authors === 'string' ? authors.split(/;\s*/) : []),
  };
}
