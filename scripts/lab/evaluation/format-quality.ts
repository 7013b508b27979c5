import { mean, meanInterval } from './bootstrap.ts';
import { formatDifference, formatInterval, formatMeasure, formatShare, formatTable } from './format-table.ts';
import { groupByKind, type QueryGroup, valuesOf } from './group-by-kind.ts';
import type { EngineScores, Evaluation } from './run-collections.ts';
import { meanScore } from './score-ranking.ts';

/** The heading of an interval. */
export const INTERVAL = '95 % interval';
const OWN_HEADS = ['nDCG@10', INTERVAL, 'useful first', 'best first', 'none in ten'];

/** One table of all sets, a row a kind of query: how good our first page is, and how far above its peers'. */
export function formatQuality(evaluations: readonly Evaluation[]): string {
  const peers = evaluations[0]?.peers ?? [];
  const heads = [
    ...['set', 'kind', 'queries', ...OWN_HEADS],
    ...peers.flatMap(({ name }) => [name, 'difference', INTERVAL]),
  ];
  const rows = evaluations.flatMap((evaluation) =>
    groupByKind(evaluation.queries).map((group) => [
      ...[evaluation.set, group.kind, String(group.places.length)],
      ...ownCells(evaluation.ours, group),
      ...evaluation.peers.flatMap((peer) => peerCells(evaluation.ours, peer, group)),
    ]),
  );
  return formatTable(heads, rows, 2);
}

function ownCells({ scores }: EngineScores, group: QueryGroup): string[] {
  const ofGroup = valuesOf(scores, group);
  const { ndcg10, usefulFirst, bestFirst, noneInTen } = meanScore(ofGroup);
  const interval = meanInterval(ofGroup.map((score) => score.ndcg10));
  return [
    formatMeasure(ndcg10),
    formatInterval(interval, formatMeasure),
    ...[usefulFirst, bestFirst, noneInTen].map(formatShare),
  ];
}

function peerCells(ours: EngineScores, peer: EngineScores, group: QueryGroup): string[] {
  const ndcgsOf = ({ scores }: EngineScores) => valuesOf(scores, group).map(({ ndcg10 }) => ndcg10);
  const theirs = ndcgsOf(peer);
  return [formatMeasure(mean(theirs)), ...differenceCells(theirs, ndcgsOf(ours))];
}

/** How far a mean rose from one measurement of the same queries to the other, and its interval by paired bootstrap. */
export function differenceCells(before: readonly number[], after: readonly number[]): string[] {
  const differences = after.map((value, place) => value - (before[place] ?? 0));
  return [formatDifference(mean(differences)), formatInterval(meanInterval(differences), formatDifference)];
}
