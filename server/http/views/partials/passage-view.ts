import { creditLine, locatorInWords } from '../../../citation/credit-passage.ts';
import { joinNames } from '../../../citation/format-names.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import { ESSAY_KINDS } from '../../../domain/essay.ts';
import { NATIONS, type Nation } from '../../../domain/nation.ts';
import type { Passage } from '../../../domain/passage.ts';
import { PERSPECTIVES } from '../../../domain/perspective.ts';
import type { QueryText } from '../../../search/query/query.ts';
import type { Segment } from '../../../search/search.ts';
import type { SiteAddresses } from '../../addresses/addresses.ts';
import { importedRights } from './essay-card.ts';
import { type TagLink, toTagLink } from './links.ts';

/** A passage in a list: where it is from, whose view it reports, its tags and either its words or a snippet. */
export type PassageView = {
  readonly id: string;
  /** The whole address, to cite. */
  readonly permalink: string;
  readonly href: string;
  /** The passage without marks. */
  readonly plainHref: string;
  /** The passage in its essay. */
  readonly inEssayHref: string;
  readonly essayTitle: string;
  readonly essayKind: string;
  /** Where in its essay it stands, in words. */
  readonly locator: string;
  readonly perspective: string;
  /** Which nations it speaks of; absent if none. */
  readonly nations?: string;
  /** What else there is to say of it: that it is short enough to quote, or advice of ours without a source. */
  readonly labels: readonly string[];
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

/** What a panel of advice is called in a list. */
const TRY_THIS = 'Try this: our advice, without a source';

/** Makes the view of a passage; its links carry the search on, so that its words are marked where they lead. */
export function toPassageView(
  passage: Passage,
  catalogue: Catalogue,
  address: SiteAddresses,
  { search, snippet }: { readonly search?: QueryText; readonly snippet?: readonly Segment[] } = {},
): PassageView {
  const essay = catalogue.essayOf(passage);
  const nations = nationsLine(passage.nations);
  return {
    id: passage.id,
    permalink: address.whole.passage(passage.id),
    href: address.passage(passage.id, search),
    plainHref: address.passage(passage.id),
    inEssayHref: address.essay(essay, { anchor: passage.id, search }),
    essayTitle: essay.title,
    essayKind: ESSAY_KINDS[essay.kind],
    locator: locatorInWords(passage),
    perspective: perspectiveLine(passage, catalogue),
    credit: creditLine(passage, essay),
    html: address.inHtml(passage.html),
    labels: [
      ...(passage.isTryThis ? [TRY_THIS] : []),
      ...(passage.isQuotable ? ['Quotable as it stands'] : []),
    ],
    tags: passage.tags.map(({ concept }) => toTagLink(concept, catalogue, address)),
    ...(nations !== undefined && { nations }),
    ...(passage.contentNote !== undefined && { contentNote: passage.contentNote }),
    ...importedRights(essay),
    ...(snippet && { snippet }),
  };
}

/**
 * Whose view a passage reports. Only an imported text is its author's own words; all else is ours, and says so.
 */
export function perspectiveLine(passage: Passage, catalogue: Catalogue): string {
  const essay = catalogue.essayOf(passage);
  const isImported = essay.kind === 'essay';
  if (essay.kind === 'tool') return 'A form to fill in';
  if (isImported && passage.perspective === 'editors')
    return 'An introduction, probably by those who published it and not by its author';
  if (passage.perspective === 'editors') return 'Gives our own view';
  if (passage.perspective === 'author') return 'In the author’s own words';
  const whose = PERSPECTIVES[passage.perspective];
  return isImported ? `Gives ${whose}, in the author’s own words` : `Reports ${whose}, in our words`;
}

/** Which nations an essay or a passage speaks of; undefined if none. */
export const nationsLine = (nations: readonly Nation[]): string | undefined =>
  nations.length === 0 ? undefined : `Speaks of ${joinNames(nations.map((nation) => NATIONS[nation]))}`;
