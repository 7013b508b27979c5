import type { DocId } from '../index/stored-passage-index.ts';
import type { Query } from '../query/query.ts';
import { topK } from './top-k.ts';

/**
 * Puts documents in the order that a query asks for, and cuts out its page.
 *
 * @param docIds is put in order in place
 * @param dateOf the date of a document's essay, `YYYY-MM-DD`; empty where it is not known, which comes last
 */
export function pageOfPassages(
  docIds: DocId[],
  scores: Float32Array,
  { sort, page, perPage }: Query,
  dateOf: (docId: DocId) => string,
): DocId[] {
  const end = page * perPage;
  const start = end - perPage;
  if (sort === 'relevance') return topK(docIds, scores, end).slice(start);
  const byDate = (a: DocId, b: DocId) => (sort === 'newest' ? dateOf(b).localeCompare(dateOf(a)) : 0);
  return docIds.sort((a, b) => byDate(a, b) || a - b).slice(start, end);
}
