import type { Catalogue } from '../../domain/catalogue.ts';
import type { Concept } from '../../domain/concept.ts';
import type { Essay } from '../../domain/corpus.ts';
import { letterAt } from '../../domain/format.ts';
import { EMPTY_QUERY, narrow } from '../../search/query/query.ts';
import type { Addresses } from '../addresses/addresses.ts';
import { countTogether, countTopics, pairKey } from './count-topics.ts';
import { type Drawing, drawSquares, type Picture, type Square } from './draw-squares.ts';

/** A link with a number of passages. */
export type Counted = { readonly label: string; readonly href: string; readonly count: number };

/** A topic that shares passages with a row, in its column. */
type Partner = Counted & { readonly column: number };

/** A row of the table that says what a picture shows. */
export type Row = {
  readonly mark: string;
  readonly label: string;
  readonly href: string;
  readonly partners: readonly Counted[];
};

/** A picture, and the same as rows of a table. */
export type Shown = { readonly drawing: Drawing; readonly table: readonly Row[] };

/** So many essays can be shown at a time: more would be a page that nobody reads to its end. */
const MOST_ESSAYS = 24;
/** So many shades can be told apart at a glance, in print too; each square bears its number as well. */
const SHADES = 4;

/** Which topics are talked about together, and which essays speak of which. */
export function toExploreView(catalogue: Catalogue, address: Addresses) {
  const concepts = catalogue.corpus.concepts.filter((concept) => catalogue.countOf(concept) > 0);
  const essays = catalogue.corpus.essays.filter(({ kind }) => kind !== 'tool');
  return {
    pairs: showPairs(concepts, catalogue, address),
    essays: showEssays(essays.slice(0, MOST_ESSAYS), concepts, catalogue, address),
    essayCount: essays.length,
    shownEssays: Math.min(essays.length, MOST_ESSAYS),
  };
}

/** Topics against topics. A pair stands once, left of the step of one topic and below that of the other. */
function showPairs(concepts: readonly Concept[], catalogue: Catalogue, address: Addresses): Shown {
  const together = countTogether(catalogue);
  const most = Math.max(1, ...together.values());
  const rows = concepts.map((one, row) => {
    const partners = listPartners(
      concepts,
      (other) => (other === one ? undefined : together.get(pairKey(one.id, other.id))),
      (other) => address.search(narrow(EMPTY_QUERY, { tag: [one.id, other.id] })),
    );
    const squares = partners
      .filter(({ column }) => column < row)
      .map((partner) => toSquare(partner, most, `${one.prefLabel} with ${partner.label}`));
    return { ...toTopicLine(one, row, address), partners: byCount(partners), squares };
  });
  return show('topics that go together', [], rows, 'stair');
}

/** Essays, one a row, against topics, one a column: a library grows in essays, and a page can grow downwards. */
function showEssays(
  essays: readonly Essay[],
  concepts: readonly Concept[],
  catalogue: Catalogue,
  address: Addresses,
): Shown {
  const counts = essays.map((essay) => countTopics(essay, catalogue));
  const most = Math.max(1, ...counts.flatMap((ofEssay) => [...ofEssay.values()]));
  const rows = essays.map((essay, row) => {
    const partners = listPartners(
      concepts,
      ({ id }) => counts[row]?.get(id),
      ({ id }) => address.search(narrow(EMPTY_QUERY, { essay: [essay.slug], tag: [id] })),
    );
    const squares = partners.map((partner) =>
      toSquare(partner, most, `${partner.label} in “${essay.title}”`),
    );
    const line = { mark: String(row + 1), label: essay.title, href: address.essay(essay) };
    return { ...line, partners: byCount(partners), squares };
  });
  const columns = concepts.map((concept, index) => toTopicLine(concept, index, address));
  return show('essays and their topics', columns, rows, 'grid');
}

/** The topics that something shares passages with, each with their number, the search that lists them, and its column. */
const listPartners = (
  concepts: readonly Concept[],
  countOf: (concept: Concept) => number | undefined,
  hrefOf: (concept: Concept) => string,
): Partner[] =>
  concepts.flatMap((concept, column) => {
    const count = countOf(concept);
    return count ? [{ label: concept.prefLabel, href: hrefOf(concept), count, column }] : [];
  });

const show = (
  name: string,
  columns: Picture['columns'],
  rows: readonly (Row & { readonly squares: readonly Square[] })[],
  form: Picture['form'],
): Shown => ({
  drawing: drawSquares({
    name,
    columns,
    form,
    rows: rows.map(({ mark, label, href, squares }) => ({ mark, name: { label, href }, squares })),
  }),
  table: rows,
});

const toSquare = ({ column, count, href }: Partner, most: number, what: string): Square => ({
  column,
  href,
  text: String(count),
  shade: shadeOf(count, most),
  title: `${what}: ${count} ${count === 1 ? 'passage' : 'passages'}`,
});

const toTopicLine = ({ id, prefLabel }: Concept, index: number, address: Addresses) => ({
  mark: letterAt(index).toUpperCase(),
  label: prefLabel,
  href: address.tag(id),
});

/** By ratio, not by difference: one passage and three are further apart than eleven and thirteen. */
const shadeOf = (count: number, most: number): number =>
  most === 1 ? 1 : 1 + Math.floor((Math.log(count) / Math.log(most)) * (SHADES - 1));

const byCount = (entries: readonly Counted[]): Counted[] =>
  [...entries].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'));
