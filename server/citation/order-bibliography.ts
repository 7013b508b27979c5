import { letterAt } from '../domain/format.ts';
import type { Source } from '../domain/source.ts';
import { inTextLabel, isStatute } from './in-text-label.ts';

/**
 * Puts a bibliography in the order of authors, years and titles, and gives works that a text would call by the same words
 * ("Boyle and others, 2010", "NHS England, no date") the letters a, b, c … in the order of their titles. So no two
 * labels are alike, whoever else wrote the works. Acts get none: their titles tell them apart.
 */
export function orderBibliography(sources: readonly Source[]): readonly Source[] {
  const labelled = sources
    .map((source) => ({ source, label: inTextLabel(source) }))
    .sort(
      (a, b) =>
        compareNames(a.label, b.label) ||
        compareNames(a.source.title, b.source.title) ||
        (a.source.id < b.source.id ? -1 : 1),
    );
  const seen = new Map<string, number>();
  const next = (label: string): number => {
    const index = seen.get(label) ?? 0;
    seen.set(label, index + 1);
    return index;
  };
  const numbered = labelled.map(({ source, label }) => ({ source, label, index: next(label) }));
  return numbered.map(({ source, label, index }) =>
    seen.get(label) === 1 || isStatute(source) ? source : { ...source, 'year-suffix': letterAt(index) },
  );
}

/** The order of a list by letters: quotation marks and the like do not count. */
export const compareNames = (a: string, b: string): number =>
  a.localeCompare(b, 'en-GB', { ignorePunctuation: true });
