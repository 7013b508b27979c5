import type { Interval } from './bootstrap.ts';

/** A table for the terminal, whose first columns are words and the others figures. */
export function formatTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  wordColumns: number,
): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const formatRow = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column < wordColumns ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [heads, ...rows].map(formatRow).join('\n');
}

/** A measure from 0 to 1: ".667" */
export const formatMeasure = (value: number): string => value.toFixed(3).replace(/^0/, '');

/** A share of queries: "84 %" */
export const formatShare = (value: number): string => `${Math.round(value * 100)} %`;

/** A difference, with its sign unless it rounds to nothing: "+.249", "-.010", ".000" */
export function formatDifference(value: number): string {
  const figure = formatMeasure(Math.abs(value));
  if (figure === '.000') return figure;
  return `${value < 0 ? '-' : '+'}${figure}`;
}

/** An interval, its ends formatted alike: ".631 to .702" */
export const formatInterval = ({ low, high }: Interval, format: (value: number) => string): string =>
  `${format(low)} to ${format(high)}`;
