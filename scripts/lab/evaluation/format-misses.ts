import type { Evaluation } from './run-collections.ts';

/** A query does badly if its nDCG@10 is below this. */
const MISS = 0.5;
const SHOWN = 5;

/** The queries of a collection that did badly, with what ours found first and what was wanted, each with its grade. */
export function formatMisses({ set, queries, ours, rankings }: Evaluation): string {
  const misses = queries.flatMap(({ id, text, kind = '', judgements }, place) => {
    const { ndcg10 = 0 } = ours.scores[place] ?? {};
    if (ndcg10 >= MISS) return [];
    const found = (rankings[place] ?? [])
      .slice(0, SHOWN)
      .map((document) => `${document}:${judgements.get(document) ?? 0}`);
    const wanted = [...judgements]
      .sort((a, b) => b[1] - a[1])
      .slice(0, SHOWN)
      .map(([document, grade]) => `${document}:${grade}`);
    return [
      `${ndcg10.toFixed(2)} ${id} ${kind} “${text}”\n     found ${found.join(' ')}\n     wanted ${wanted.join(' ')}`,
    ];
  });
  return [`${set}: ${misses.length} queries with nDCG@10 below ${MISS}`, ...misses].join('\n');
}
