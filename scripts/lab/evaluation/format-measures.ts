import { formatMeasure, formatTable } from './format-table.ts';
import type { Evaluation } from './run-collections.ts';
import { meanScore } from './score-ranking.ts';

/** The measures that are usual in the literature, of every engine over one collection. */
export function formatMeasures({ set, queries, documentCount, ours, peers }: Evaluation): string {
  const rows = [ours, ...peers].map(({ name, scores }) => {
    const { ndcg10, averagePrecision, precision5, recall100, reciprocalRank10 } = meanScore(scores);
    return [name, ...[ndcg10, averagePrecision, precision5, recall100, reciprocalRank10].map(formatMeasure)];
  });
  const size = `${queries.length} judged queries, ${documentCount.toLocaleString('en-GB')} documents`;
  return `${set}: ${size}\n${formatTable(['', 'nDCG@10', 'MAP', 'P@5', 'R@100', 'MRR@10'], rows, 1)}`;
}
