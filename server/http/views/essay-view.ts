import { creditOfEssay } from '../../citation/credit-passage.ts';
import { draftingInFull } from '../../citation/describe-drafting.ts';
import { essayItem } from '../../citation/essay-item.ts';
import { joinNames } from '../../citation/format-names.ts';
import { asSentence } from '../../citation/format-titles.ts';
import { harvardReference, type ReferencePart } from '../../citation/harvard-reference.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Essay } from '../../domain/corpus.ts';
import { AUTHOR_NOT_KNOWN, type Author } from '../../domain/essay.ts';
import { formatIsoDate } from '../../domain/format.ts';
import type { SiteAddresses } from '../addresses/addresses.ts';
import { createWordExplainer } from './explain-words.ts';
import { toEssayCard } from './partials/essay-card.ts';
import { type TagLink, toTagLink } from './partials/links.ts';
import type { Marker } from './partials/mark-html.ts';
import { nationsLine, perspectiveLine } from './partials/passage-view.ts';
import { toWordView } from './partials/word-view.ts';

/** A source at the end of an essay, with the passages that cite it. */
export type SourceEntry = {
  readonly id: string;
  readonly href: string;
  readonly reference: readonly ReferencePart[];
  readonly citedIn: readonly { readonly number: number; readonly href: string }[];
};

/** Everything that the page of an essay prints. */
export async function toEssayView(
  essay: Essay,
  catalogue: Catalogue,
  address: SiteAddresses,
  marker?: Marker,
) {
  const passages = catalogue.passagesOf(essay);
  const { essays } = catalogue.corpus;
  const isTool = essay.kind === 'tool';
  // Readers turn from tool to tool, and from essay to essay.
  const row = essays.filter(({ kind }) => (kind === 'tool') === isTool);
  const position = row.indexOf(essay);
  const neighbour = (found: Essay | undefined) => found && toEssayCard(found, address);
  // What others wrote is theirs: no link of ours goes into it.
  const explainer = createWordExplainer(essay.kind === 'essay' ? [] : catalogue.corpus.glossary);
  const explained = passages.map(({ html, position: number }) => explainer.explain(html, number));
  // Marks go in last: a word that is marked in part could not be found any more.
  const marked = (await marker?.mark(explained)) ?? explained;
  const byline = joinNames(essay.authors.map(({ name }) => name));
  let reported = '';
  return {
    ...toEssayCard(essay, address),
    isTool,
    markedText: marker?.query.text,
    previous: neighbour(row[position - 1]),
    next: neighbour(row[position + 1]),
    byline,
    /** The byline as a sentence: a name may end in a full stop of its own. */
    by: asSentence(`By ${byline}`),
    dates: [
      essay.published ? `Published ${formatIsoDate(essay.published)}` : 'Date of publication not known',
      ...(essay.updated === essay.published
        ? []
        : [`${essay.kind === 'essay' ? 'brought in' : 'updated'} ${formatIsoDate(essay.updated)}`]),
    ].join(', '),
    drafting: draftingInFull(essay),
    nations: nationsLine(essay.nations),
    credit: creditOfEssay(essay),
    permalink: address.whole.essay(essay),
    rights: [essay.rights.licence, `Rights holder: ${essay.rights.holder}`].map(asSentence).join(' '),
    citation: harvardReference(
      essayItem(essay, { name: catalogue.corpus.site.name, baseUrl: address.whole.base }),
    ),
    contentNote: essay.contentNote,
    inShort: essay.inShort,
    tags: essay.tags.map((id): TagLink => toTagLink(id, catalogue, address)),
    about: essay.about && {
      title: essay.about.title,
      credit: [
        `by ${joinNames(essay.about.authors.map(nameWithRole))}`,
        essay.about.date ? formatIsoDate(essay.about.date) : 'Date not known',
        essay.about.publisher ?? 'Publisher not known',
      ]
        .map(asSentence)
        .join(' '),
      url: essay.about.url,
    },
    original: essay.original && {
      ...essay.original,
      published: essay.original.publisher && asSentence(`It was published by ${essay.original.publisher}`),
      isAuthorKnown: essay.authors.every(({ name }) => name !== AUTHOR_NOT_KNOWN),
    },
    contents: passages.flatMap(({ opens }) => opens.filter(({ level }) => level === 2)),
    passages: passages.map((passage, index) => {
      const line = perspectiveLine(passage, catalogue);
      const isNew = line !== reported && !isTool;
      reported = line;
      return {
        id: passage.id,
        number: passage.position,
        href: address.passage(passage.id),
        html: address.inHtml(citingBelow(marked[index] ?? '')),
        contentNote: passage.contentNote,
        isTryThis: passage.isTryThis,
        opens: passage.opens,
        // Said once, and again whenever it changes.
        perspective: isNew ? line : undefined,
      };
    }),
    words: explainer.listWords().map(({ entry, passage }) => ({
      ...toWordView(entry, catalogue, address),
      passage,
      backHref: `#${passages[passage - 1]?.id}`,
    })),
    sources: essay.sources.flatMap((id): SourceEntry[] => {
      const source = catalogue.source(id);
      if (!source) return [];
      const citing = passages.filter((passage) => passage.sources.includes(id));
      return [
        {
          id,
          href: address.source(id),
          reference: harvardReference(source),
          citedIn: citing.map((passage) => ({ number: passage.position, href: `#${passage.id}` })),
        },
      ];
    }),
  };
}

/**
 * A passage's citations lead to the sources at the end of its essay, which lead back, and not to the page of a source.
 * The reader of Markdown writes them in this one form.
 */
const citingBelow = (html: string): string =>
  html.replaceAll('<a class="citation" href="/sources/', '<a class="citation" href="#source-');

const nameWithRole = ({ name, role }: Author): string => (role ? `${name}, ${role}` : name);
