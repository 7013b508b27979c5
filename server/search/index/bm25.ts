/**
 * Parameters of BM25+, named and bounded as in lucaong/minisearch (`src/MiniSearch.ts`). On public test collections
 * other values within these ranges make no difference worth having.
 */
const BM25 = {
  /** How soon repeating a term stops counting; usually 1.2 to 2. */
  k: 1.2,
  /** How much the length of a field counts; 0 to 1. */
  b: 0.7,
  /** The least that a match counts, however long the field; 0.5 to 1. */
  d: 0.5,
} as const;

/**
 * Inverse document frequency, in the form of BM25 that is never negative: the fewer documents hold a term, the higher.
 */
export const idf = (documentFrequency: number, documentCount: number): number =>
  Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));

/**
 * How much a term in a field counts, before its idf: more the oftener it stands there, but ever more slowly, and less
 * in a field that is longer than the average.
 *
 * @param averageFieldLength above 0, in the unit of `fieldLength`
 */
export function saturate(termFrequency: number, fieldLength: number, averageFieldLength: number): number {
  const norm = 1 - BM25.b + BM25.b * (fieldLength / averageFieldLength);
  return BM25.d + (termFrequency * (BM25.k + 1)) / (termFrequency + BM25.k * norm);
}
