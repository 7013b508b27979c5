import type { Essay } from '../../../domain/corpus.ts';
import { ESSAY_KINDS, type EssayKind } from '../../../domain/essay.ts';
import { formatIsoDate } from '../../../domain/format.ts';
import type { Addresses } from '../../addresses/addresses.ts';

/** An essay in a list. */
export type EssayCard = {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly summary: string;
  readonly length: string;
  /** When it came into the collection, in words. */
  readonly added: string;
  /** Only of an imported essay: whose it is, and under which licence. */
  readonly rights?: string;
};

/** Makes the card of an essay. */
export const toEssayCard = (essay: Essay, address: Addresses): EssayCard => ({
  href: address.essay(essay),
  title: essay.title,
  kind: ESSAY_KINDS[essay.kind],
  summary: essay.summary,
  length: `${essay.words.toLocaleString('en-GB')} words, about ${readingMinutes(essay.words)}`,
  added: formatIsoDate(addedOn(essay)),
  ...importedRights(essay),
});

/** Whose an imported text is, and under which licence; nothing for our own. */
export const importedRights = ({ kind, rights }: Essay): { readonly rights?: string } =>
  kind === 'essay' ? { rights: `${rights.holder}, ${rights.licence}` } : {};

/** Essays under the heading of their kind, guides first, else in the corpus's order; kinds without any are left out. */
export function groupEssays(essays: readonly Essay[], address: Addresses) {
  return GROUPS.map(({ kind, ...group }) => ({
    ...group,
    essays: essays.filter((essay) => essay.kind === kind).map((essay) => toEssayCard(essay, address)),
  })).filter(({ essays: ofKind }) => ofKind.length > 0);
}

/** The essays that came in last, latest first. */
export const listLatest = (essays: readonly Essay[], count: number, address: Addresses): EssayCard[] =>
  [...essays]
    .sort((a, b) => addedOn(b).localeCompare(addedOn(a), 'en'))
    .slice(0, count)
    .map((essay) => toEssayCard(essay, address));

const GROUPS: readonly { kind: EssayKind; heading: string; intro: string }[] = [
  {
    kind: 'guide',
    heading: 'Guides',
    intro: 'What the sources say on one subject, and what to do with it.',
  },
  {
    kind: 'reading-note',
    heading: 'Reading notes',
    intro: 'Our notes on essays by others: what they say, and what it means for practice.',
  },
  { kind: 'essay', heading: 'Imported essays', intro: 'Texts by others, in their own words.' },
];

/** An imported text may have been published long before it was brought in. */
const addedOn = ({ kind, published, updated }: Essay): string =>
  kind === 'essay' ? updated : (published ?? updated);

/** Reading time in words, at the 200 words a minute of careful reading; never less than a minute. */
function readingMinutes(words: number): string {
  const minutes = Math.max(1, Math.round(words / 200));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
