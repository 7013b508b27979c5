import type { Catalogue } from '../../domain/catalogue.ts';
import type { Concept } from '../../domain/concept.ts';
import type { Essay } from '../../domain/corpus.ts';
import type { ConceptId } from '../../domain/ids.ts';
import { EMPTY_QUERY } from '../../search/query.ts';
import { searchAddress } from '../search-params.ts';

/** A square of a picture: how many passages two things share, where it stands, and the search that lists them. */
export type Square = {
  /** 0-based, from the left and from the top. */
  readonly column: number;
  readonly row: number;
  readonly count: number;
  /** 1 (fewest) to {@link SHADES} (most). */
  readonly shade: number;
  readonly href: string;
  /** What the square says, in words. */
  readonly title: string;
};

/** A row or column of a picture: a letter or number that stands for it, and what it is. */
export type Line = { readonly mark: string; readonly label: string; readonly href: string };

/** A link with a number of passages. */
export type Counted = { readonly label: string; readonly href: string; readonly count: number };

/** A row of the table that says what a picture shows. */
export type Row = Line & { readonly partners: readonly Counted[] };

/** A picture of squares, and the same as rows of a table. */
export type Picture = {
  readonly columns: readonly Line[];
  readonly rows: readonly Line[];
  readonly squares: readonly Square[];
  readonly table: readonly Row[];
};

/** So many shades can be told apart at a glance, in print too; each square bears its number as well. */
export const SHADES = 4;

/** Which topics are talked about together, and which essays speak of which. */
export function toExploreView(catalogue: Catalogue) {
  return { pairs: pictureOfPairs(catalogue), essays: pictureOfEssays(catalogue), shades: SHADES };
}

/** Topics against topics. A pair stands once, below the stair on which each topic meets itself. */
function pictureOfPairs(catalogue: Catalogue): Picture {
  const concepts = usedConcepts(catalogue);
  const together = countTogether(catalogue);
  const lines = concepts.map(toTopicLine);
  const most = Math.max(1, ...together.values());
  const hrefOf = (a: Concept, b: Concept) => searchAddress({ ...EMPTY_QUERY, tags: [a.id, b.id] });
  const countOf = (a: Concept, b: Concept) => together.get(pairKey(a.id, b.id)) ?? 0;
  return {
    columns: lines,
    rows: lines,
    squares: concepts.flatMap((one, row) =>
      concepts.slice(0, row).flatMap((other, column): Square[] => {
        const count = countOf(one, other);
        if (count === 0) return [];
        const title = `${one.prefLabel} with ${other.prefLabel}: ${passages(count)}`;
        return [{ column, row, count, shade: shadeOf(count, most), href: hrefOf(other, one), title }];
      }),
    ),
    table: concepts.map((one, index) => ({
      ...(lines[index] ?? toTopicLine(one, index)),
      partners: byCount(
        concepts
          .filter((other) => other !== one && countOf(one, other) > 0)
          .map((other) => ({
            label: other.prefLabel,
            href: hrefOf(one, other),
            count: countOf(one, other),
          })),
      ),
    })),
  };
}

/** Essays, one a row, against topics, one a column: a library grows in essays, and a page can grow downwards. */
function pictureOfEssays(catalogue: Catalogue): Picture {
  const concepts = usedConcepts(catalogue);
  const counts = catalogue.corpus.essays.map((essay) => countTopics(essay, catalogue));
  const most = Math.max(1, ...counts.flatMap((ofEssay) => [...ofEssay.values()]));
  const rows = catalogue.corpus.essays.map((essay, row) => {
    const line = { mark: String(row + 1), label: essay.title, href: `/essays/${essay.slug}` };
    const squares = concepts.flatMap((concept, column): (Square & Counted)[] => {
      const count = counts[row]?.get(concept.id) ?? 0;
      if (count === 0) return [];
      const href = searchAddress({ ...EMPTY_QUERY, essay: essay.slug, tags: [concept.id] });
      const title = `${concept.prefLabel} in “${essay.title}”: ${passages(count)}`;
      return [{ column, row, count, shade: shadeOf(count, most), href, title, label: concept.prefLabel }];
    });
    return { line, squares };
  });
  return {
    columns: concepts.map(toTopicLine),
    rows: rows.map(({ line }) => line),
    squares: rows.flatMap(({ squares }) => squares),
    table: rows.map(({ line, squares }) => ({ ...line, partners: byCount(squares) })),
  };
}

const usedConcepts = (catalogue: Catalogue): Concept[] =>
  catalogue.corpus.concepts.filter((concept) => catalogue.countOf(concept) > 0);

const toTopicLine = ({ id, prefLabel }: Concept, index: number): Line => ({
  mark: lettersOf(index),
  label: prefLabel,
  href: `/tags/${id}`,
});

/** A to Z, then AA, AB, …; 0-based. */
const lettersOf = (index: number): string =>
  (index >= 26 ? lettersOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** Number of passages that carry both of two topics, by {@link pairKey}. */
function countTogether({ corpus }: Catalogue): Map<string, number> {
  const together = new Map<string, number>();
  for (const { tags } of corpus.passages) {
    for (const [index, { concept }] of tags.entries())
      for (const other of tags.slice(index + 1)) {
        const key = pairKey(concept, other.concept);
        together.set(key, (together.get(key) ?? 0) + 1);
      }
  }
  return together;
}

/** The same for a pair in either order. */
const pairKey = (a: ConceptId, b: ConceptId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function countTopics(essay: Essay, catalogue: Catalogue): Map<ConceptId, number> {
  const counts = new Map<ConceptId, number>();
  for (const { tags } of catalogue.passagesOf(essay))
    for (const { concept } of tags) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return counts;
}

/** By ratio, not by difference: one passage and three are further apart than eleven and thirteen. */
const shadeOf = (count: number, most: number): number =>
  most === 1 ? 1 : 1 + Math.floor((Math.log(count) / Math.log(most)) * (SHADES - 1));

const passages = (count: number): string => `${count} ${count === 1 ? 'passage' : 'passages'}`;

const byCount = (entries: readonly Counted[]): Counted[] =>
  [...entries].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'));
