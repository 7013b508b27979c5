import type { Catalogue } from '../../domain/catalogue.ts';
import type { Essay } from '../../domain/corpus.ts';
import type { ConceptId } from '../../domain/ids.ts';

/** Number of passages that carry both of two topics, by {@link pairKey}. */
export function countTogether({ corpus }: Catalogue): Map<string, number> {
  const together = new Map<string, number>();
  for (const { tags } of corpus.passages) {
    for (const [index, { concept }] of tags.entries())
      for (const other of tags.slice(index + 1)) {
        const key = pairKey(concept, other.concept);
        together.set(key, (together.get(key) ?? 0) + 1);
      }
  }
  return together;
}

/** The key of a pair of topics: the same in either order. */
export const pairKey = (a: ConceptId, b: ConceptId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Number of passages of an essay that carry each topic. */
export function countTopics(essay: Essay, catalogue: Catalogue): Map<ConceptId, number> {
  const counts = new Map<ConceptId, number>();
  for (const { tags } of catalogue.passagesOf(essay))
    for (const { concept } of tags) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return counts;
}
