/**
 * Parameters of BM25+, named and bounded as in lucaong/minisearch (`src/MiniSearch.ts`). On public test collections other
 * values within these ranges make no difference worth having.
 */
const BM25 = {
  /** How soon repeating a term stops counting; usually 1.2 to 2. */
  k: 1.2,
  /** How much the length of a field counts; 0 to 1. */
  b: 0.7,
  /** The least that a match counts, however long the field; 0.5 to 1. */
  d: 0.5,
} as const;

/** Inverse document frequency: how much it tells that a document holds what so many of all hold. */
export const idf = (documentFrequency: number, documentCount: number): number =>
  Math.log(1 + (documentCount - documentFrequency + 0.5) / (documentFrequency + 0.5));

/** What the frequency of a term in a field counts, before its idf: it saturates, later in longer fields. */
export function saturate(termFrequency: number, fieldLength: number, averageFieldLength: number): number {
  const norm = 1 - BM25.b + BM25.b * (fieldLength / averageFieldLength);
  return BM25.d + (termFrequency * (BM25.k + 1)) / (termFrequency + BM25.k * norm);
}
