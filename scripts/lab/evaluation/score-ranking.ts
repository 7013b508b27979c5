import { mean } from './bootstrap.ts';

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
  /** 1 if the first hit helps, otherwise 0; their mean is the share of queries. So are the next two. */
  readonly usefulFirst: number;
  /** 1 if the first hit answers well: grade 2 or more. */
  readonly bestFirst: number;
  /** 1 if none of the first ten helps. */
  readonly noneInTen: number;
};

/** The grade from which a document answers a query well. */
const BEST = 2;

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
  const [firstGrade = 0] = grades;
  return {
    ndcg10: gain(grades.slice(0, 10)) / gain(ideal.slice(0, 10)),
    averagePrecision: precisions / ideal.length,
    precision5: grades.slice(0, 5).filter(isRelevant).length / 5,
    recall100: grades.slice(0, 100).filter(isRelevant).length / ideal.length,
    reciprocalRank10: first === -1 ? 0 : 1 / (first + 1),
    usefulFirst: Number(isRelevant(firstGrade)),
    bestFirst: Number(firstGrade >= BEST),
    noneInTen: Number(first === -1),
  };
}

const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);

/** The mean of many scores. */
export function meanScore(scores: readonly RankingScore[]): RankingScore {
  const meanOf = (measure: keyof RankingScore) => mean(scores.map((score) => score[measure]));
  return {
    ndcg10: meanOf('ndcg10'),
    averagePrecision: meanOf('averagePrecision'),
    precision5: meanOf('precision5'),
    recall100: meanOf('recall100'),
    reciprocalRank10: meanOf('reciprocalRank10'),
    usefulFirst: meanOf('usefulFirst'),
    bestFirst: meanOf('bestFirst'),
    noneInTen: meanOf('noneInTen'),
  };
}
