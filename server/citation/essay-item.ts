import type { Essay } from '../domain/corpus.ts';
import type { CslDate, CslItem } from '../domain/csl-item.ts';
import { AUTHOR_NOT_KNOWN, type Author } from '../domain/essay.ts';
import { type Name, nameWithFamily, parseName, splitNames } from '../domain/name.ts';
import { collectionOf } from '../domain/pages.ts';
import type { Passage } from '../domain/passage.ts';

/** The site that essays stand on: its name, and its address without a slash at the end. */
export type EssaySite = { readonly name: string; readonly baseUrl: string };

/**
 * An essay as a CSL item: a page of the site, or of whoever first published it if it was brought in. It credits whoever
 * wrote the words: for a reading note that is the note's authors, and never the author of the essay that the note is about.
 *
 * Essays of one author and year get no letters, as works of the bibliography do: one is cited at a time, with its address,
 * and its reference must not change when another essay is added.
 */
export function essayItem(essay: Essay, { name, baseUrl }: EssaySite): CslItem {
  const publisher = essay.kind === 'essay' ? essay.original?.publisher : name;
  return {
    id: essay.slug,
    type: 'webpage',
    title: essay.title,
    author: essay.authors.flatMap((author) => namesOf(author, publisher)),
    editor: [],
    ...(essay.published !== undefined && { issued: toCslDate(essay.published) }),
    ...(publisher !== undefined && { 'container-title': publisher }),
    URL: `${baseUrl}/${collectionOf(essay)}/${essay.slug}`,
  };
}

/** A passage as a CSL item: that of its essay, at the passage's permanent address. Its place is its locator. */
export const passageItem = (passage: Passage, essay: Essay, site: EssaySite): CslItem => ({
  ...essayItem(essay, site),
  id: passage.id,
  URL: `${site.baseUrl}/passages/${passage.id}`,
});

/** The names of a byline. Whoever publishes what they write is a body, even one with a name like a person's. */
function namesOf({ name, family }: Author, publisher: string | undefined): readonly Name[] {
  if (name === AUTHOR_NOT_KNOWN) return [];
  if (family !== undefined) return [nameWithFamily(name, family)];
  return name === publisher ? [{ literal: name }] : splitNames(name).map(parseName);
}

/** A day, `YYYY-MM-DD`, as CSL has it. */
function toCslDate(day: string): CslDate {
  const [year = 0, ...monthAndDay] = day.split('-').map(Number);
  return { 'date-parts': [[year, ...monthAndDay]] };
}
