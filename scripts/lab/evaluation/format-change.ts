import { mean } from './bootstrap.ts';
import { differenceCells, INTERVAL } from './format-quality.ts';
import { formatMeasure, formatTable } from './format-table.ts';
import { groupByKind, valuesOf } from './group-by-kind.ts';
import type { Evaluation } from './run-collections.ts';
import type { Before } from './saved-run.ts';

/** What changed since a saved run: a row a set and kind, with nDCG@10 of ours before and now. */
export function formatChange(evaluations: readonly Evaluation[], before: Before): string {
  const rows = evaluations.flatMap(({ set, queries, ours }) => {
    const now = ours.scores.map(({ ndcg10 }) => ndcg10);
    return groupByKind(queries).map((group) => {
      const [ofBefore, ofNow] = [valuesOf(before.get(set) ?? [], group), valuesOf(now, group)];
      return [
        ...[set, group.kind, String(group.places.length)],
        ...[mean(ofBefore), mean(ofNow)].map(formatMeasure),
        ...differenceCells(ofBefore, ofNow),
      ];
    });
  });
  return formatTable(['set', 'kind', 'queries', 'before', 'now', 'difference', INTERVAL], rows, 2);
}
