import { harvardReference, type ReferencePart } from '../../citation/cite-source.ts';
import { joinNames } from '../../citation/format-names.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Essay } from '../../domain/corpus.ts';
import { AUTHOR_NOT_KNOWN, type Author, ESSAY_KINDS, type Heading } from '../../domain/essay.ts';
import { formatIsoDate } from '../../domain/format-date.ts';
import { type Marks, perspectiveLine, type TagLink, toMarkedHtml, toTagLink } from './passage-view.ts';

/** An essay in a list. */
export type EssayCard = {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly summary: string;
  readonly length: string;
  /** Only of an imported essay: whose it is, and under which licence. */
  readonly rights?: string;
};

/** A source at the end of an essay, with the passages that cite it. */
export type SourceEntry = {
  readonly id: string;
  readonly href: string;
  readonly reference: readonly ReferencePart[];
  readonly citedIn: readonly { readonly number: number; readonly href: string }[];
};

/** Makes the card of an essay. */
export const toEssayCard = (essay: Essay): EssayCard => ({
  href: `/essays/${essay.slug}`,
  title: essay.title,
  kind: ESSAY_KINDS[essay.kind],
  summary: essay.summary,
  length: `${essay.words.toLocaleString('en-GB')} words, about ${readingMinutes(essay.words)}`,
  ...(essay.kind === 'essay' && { rights: `${essay.rights.holder}, ${essay.rights.licence}` }),
});

/** Everything that the page of an essay prints. */
export function toEssayView(essay: Essay, catalogue: Catalogue, marks?: Marks) {
  const passages = catalogue.passagesOf(essay);
  let reported = '';
  return {
    ...toEssayCard(essay),
    markedText: marks?.text,
    byline: joinNames(essay.authors.map(({ name }) => name)),
    dates: [
      essay.published ? `Published ${formatIsoDate(essay.published)}` : 'Date of publication not known',
      ...(essay.updated === essay.published
        ? []
        : [`${essay.kind === 'essay' ? 'brought in' : 'updated'} ${formatIsoDate(essay.updated)}`]),
      ...(essay.reviewed ? [`checked against its sources ${formatIsoDate(essay.reviewed)}`] : []),
    ].join(', '),
    nation: essay.nation,
    rights: essay.rights,
    contentNote: essay.contentNote,
    inShort: essay.inShort,
    tags: essay.tags.map((id): TagLink => toTagLink(id, catalogue)),
    about: essay.about && {
      title: essay.about.title,
      authors: essay.about.authors.map(nameWithRole),
      date: essay.about.date ? formatIsoDate(essay.about.date) : 'Date not known',
      publisher: essay.about.publisher ?? 'Publisher not known',
      url: essay.about.url,
    },
    original: essay.original && {
      ...essay.original,
      isAuthorKnown: essay.authors.every(({ name }) => name !== AUTHOR_NOT_KNOWN),
    },
    contents: passages.flatMap(({ opens }) => opens.filter(({ level }) => level === 2)),
    passages: passages.map((passage) => {
      const line = perspectiveLine(passage, catalogue);
      const isNew = line !== reported;
      reported = line;
      return {
        id: passage.id,
        number: passage.position,
        href: `/passages/${passage.id}`,
        html: toMarkedHtml(passage.html, marks),
        opens: passage.opens as readonly Heading[],
        // Said once, and again whenever it changes.
        perspective: isNew ? line : undefined,
      };
    }),
    sources: essay.sources.flatMap((id): SourceEntry[] => {
      const source = catalogue.source(id);
      if (!source) return [];
      const citing = passages.filter((passage) => passage.sources.includes(id));
      return [
        {
          id,
          href: `/sources/${id}`,
          reference: harvardReference(source),
          citedIn: citing.map((passage) => ({ number: passage.position, href: `#${passage.id}` })),
        },
      ];
    }),
  };
}

const nameWithRole = ({ name, role }: Author): string => (role ? `${name}, ${role}` : name);

/** Reading time in words, at the 200 words a minute of careful reading; never less than a minute. */
function readingMinutes(words: number): string {
  const minutes = Math.max(1, Math.round(words / 200));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
