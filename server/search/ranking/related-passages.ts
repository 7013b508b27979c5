import type { Corpus } from '../../domain/corpus.ts';
import type { PassageId } from '../../domain/ids.ts';
import { termOf } from '../../language/split-terms.ts';
import { STOP_WORDS } from '../../language/stop-words.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import type { DocId } from '../index/stored-passage-index.ts';
import type { Postings } from '../index/weigh-postings.ts';
import { topK } from './top-k.ts';

/** Finds the passages that a reader of one may want next, best first. */
export type RelatedFinder = (id: PassageId, limit: number) => readonly PassageId[];

/** Stop words as the index knows them. */
const STOP_TERMS: ReadonlySet<string> = new Set([...STOP_WORDS].map(termOf));
/** How many of a passage's terms and concepts stand for it: those that weigh most in it and are not in most others. */
const TERMS = 20;
/** How many passages of one essay are taken, so that other voices come in. */
const PER_ESSAY = 2;
/** How many are looked through for them. */
const CANDIDATES = 40;

/**
 * Makes the finder of related passages ("more like this"): those that share the terms and concepts that are typical of a
 * passage and rare elsewhere. The passages before and after it are never among them: they are on the page already.
 */
export function createRelatedFinder({ passages }: Corpus, index: PassageIndex): RelatedFinder {
  const docIds = new Map(passages.map(({ id }, docId) => [id, docId]));

  return (id, limit) => {
    const docId = docIds.get(id);
    const own = passages[docId ?? -1];
    if (docId === undefined || !own) return [];
    const scores = new Float32Array(index.size);
    const found = new Set<DocId>();
    for (const { impact, postings } of typicalTerms(docId)) {
      for (const [at, other] of postings.docIds.entries()) {
        scores[other] = (scores[other] ?? 0) + impact * (postings.impacts[at] ?? 0);
        found.add(other);
      }
    }
    const taken = new Map<string, number>();
    return topK([...found], scores, CANDIDATES)
      .flatMap((other) => passages[other] ?? [])
      .filter(({ essay, position }) => essay !== own.essay || Math.abs(position - own.position) > 1)
      .filter(({ essay }) => {
        taken.set(essay, (taken.get(essay) ?? 0) + 1);
        return (taken.get(essay) ?? 0) <= PER_ESSAY;
      })
      .slice(0, limit)
      .map((passage) => passage.id);
  };

  /** The terms that weigh most in a document; what half of all documents hold, or no other, tells nothing. */
  function typicalTerms(docId: DocId): { readonly impact: number; readonly postings: Postings }[] {
    return index
      .termsOf(docId)
      .filter((term) => !STOP_TERMS.has(term))
      .flatMap((term) => {
        const postings = index.postingsOf(term);
        const frequency = postings?.docIds.length ?? 0;
        if (!postings || frequency < 2 || frequency > index.size / 2) return [];
        return [{ impact: postings.impacts[postings.docIds.indexOf(docId)] ?? 0, postings }];
      })
      .sort((a, b) => b.impact - a.impact)
      .slice(0, TERMS);
  }
}
