/** Grades of a query's documents, by id: 0 is not relevant. */
export type Judgements = ReadonlyMap<string, number>;

/** Measures of one ranking, each 0 to 1. */
export type RankingScore = {
  /** Normalised discounted cumulative gain of the first ten, with linear gain. */
  readonly ndcg10: number;
  /** Average precision over the whole ranking. */
  readonly averagePrecision: number;
  readonly precision5: number;
  readonly recall100: number;
  /** Reciprocal rank of the first relevant document among the first ten. */
  readonly reciprocalRank10: number;
};

/** Scores a ranking, best first, against what people judged. @throws Error if nothing is relevant */
export function scoreRanking(ranking: readonly string[], judgements: Judgements): RankingScore {
  const ideal = [...judgements.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  if (ideal.length === 0) throw new Error('A query without any relevant document measures nothing');
  const grades = ranking.map((id) => judgements.get(id) ?? 0);
  const isRelevant = (grade: number): boolean => grade > 0;
  let hits = 0;
  let precisions = 0;
  for (const [index, grade] of grades.entries()) {
    if (!isRelevant(grade)) continue;
    hits += 1;
    precisions += hits / (index + 1);
  }
  const first = grades.slice(0, 10).findIndex(isRelevant);
  return {
    ndcg10: gain(grades.slice(0, 10)) / gain(ideal.slice(0, 10)),
    averagePrecision: precisions / ideal.length,
    precision5: grades.slice(0, 5).filter(isRelevant).length / 5,
    recall100: grades.slice(0, 100).filter(isRelevant).length / ideal.length,
    reciprocalRank10: first === -1 ? 0 : 1 / (first + 1),
  };
}

const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);

/** The mean of many scores. */
export function meanScore(scores: readonly RankingScore[]): RankingScore {
  const mean = (of: keyof RankingScore) =>
    scores.reduce((sum, score) => sum + score[of], 0) / Math.max(scores.length, 1);
  return {
    ndcg10: mean('ndcg10'),
    averagePrecision: mean('averagePrecision'),
    precision5: mean('precision5'),
    recall100: mean('recall100'),
    reciprocalRank10: mean('reciprocalRank10'),
  };
}
