import { creditLine, locatorInWords } from '../../citation/credit-passage.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { ESSAY_KINDS } from '../../domain/essay.ts';
import type { Passage } from '../../domain/passage.ts';
import { PERSPECTIVES } from '../../domain/perspective.ts';
import type { Marked } from '../../search/highlight.ts';
import { highlightHtml } from '../../search/highlight-html.ts';
import type { Segment } from '../../search/results.ts';
import type { Link } from './link.ts';

/** The search that led to a page, and what it looked for. */
export type Marks = { readonly text: string; readonly marked: Marked };

/** A tag as a page links it. */
export type TagLink = Link & { readonly id: string };

/** A passage in a list: where it is from, whose view it reports, its tags and either its words or a snippet. */
export type PassageView = {
  readonly id: string;
  /** The address to cite. */
  readonly permalink: string;
  readonly href: string;
  /** The passage in its essay. */
  readonly inEssayHref: string;
  readonly essayTitle: string;
  readonly essayKind: string;
  readonly place: string;
  readonly perspective: string;
  /** A quiet word before the passage. */
  readonly contentNote?: string;
  readonly html: string;
  readonly tags: readonly TagLink[];
  /** Who wrote it, whose work it reports, and its licence, in one line. */
  readonly credit: string;
  /** Only where it is not ours to pass on: whose words these are, and under which licence. */
  readonly rights?: string;
  readonly snippet?: readonly Segment[];
};

/** Makes the view of a passage; its links carry the search on, so that its words are marked where they lead. */
export function toPassageView(
  passage: Passage,
  catalogue: Catalogue,
  { text = '', snippet }: { readonly text?: string; readonly snippet?: readonly Segment[] } = {},
): PassageView {
  const essay = catalogue.essayOf(passage);
  const search = text.trim() === '' ? '' : `?${new URLSearchParams({ q: text })}`;
  return {
    id: passage.id,
    permalink: `/passages/${passage.id}`,
    href: `/passages/${passage.id}${search}`,
    inEssayHref: `/essays/${essay.slug}${search}#${passage.id}`,
    essayTitle: essay.title,
    essayKind: ESSAY_KINDS[essay.kind],
    place: locatorInWords(passage),
    perspective: perspectiveLine(passage, catalogue),
    credit: creditLine(passage, essay),
    html: passage.html,
    tags: passage.tags.map(({ concept }) => toTagLink(concept, catalogue)),
    ...(passage.contentNote !== undefined && { contentNote: passage.contentNote }),
    ...(essay.kind === 'essay' && { rights: `${essay.rights.holder}, ${essay.rights.licence}` }),
    ...(snippet && { snippet }),
  };
}

/** A passage's text as it is printed, with the words that led to it marked. */
export const toMarkedHtml = (html: string, marks: Marks | undefined): string =>
  marks ? highlightHtml(html, marks.marked) : html;

/** The link of a tag. */
export const toTagLink = (id: string, catalogue: Catalogue): TagLink => ({
  id,
  label: catalogue.concept(id)?.prefLabel ?? id,
  href: `/tags/${id}`,
});

/**
 * Whose view a passage reports. Only an imported text is its author's own words; all else is ours, and says so.
 */
export function perspectiveLine(passage: Passage, catalogue: Catalogue): string {
  const essay = catalogue.essayOf(passage);
  const isImported = essay.kind === 'essay';
  if (isImported && passage.perspective === 'editors')
    return 'An introduction, probably by those who published it and not by its author';
  if (passage.perspective === 'editors') return 'Gives the editors’ view';
  if (passage.perspective === 'author') return 'In the author’s own words';
  const whose = PERSPECTIVES[passage.perspective];
  return isImported ? `Gives ${whose}, in the author’s own words` : `Reports ${whose}, in our words`;
}
