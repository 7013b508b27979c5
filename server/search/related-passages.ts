import type { Corpus } from '../domain/corpus.ts';
import type { PassageId } from '../domain/ids.ts';
import type { Passage } from '../domain/passage.ts';
import { termOf } from '../language/split-terms.ts';
import type { PassageIndex, Postings } from './load-passage-index.ts';
import { bestPlaces } from './rank-passages.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Finds the passages that a reader of one may want next, best first. */
export type RelatedFinder = (id: PassageId, wanted?: number) => readonly Passage[];

/** Stop words as the index knows them. */
const STOP_TERMS: ReadonlySet<string> = new Set([...STOP_WORDS].map(termOf));
/** How many of a passage's terms and concepts stand for it: those that weigh most in it and are not in most others. */
const TERMS = 20;
/** How many passages of one essay are taken, so that other voices come in. */
const PER_ESSAY = 2;
/** How many are looked through for them. */
const CANDIDATES = 40;

/**
 * Makes the finder of related passages: those that share the terms and concepts that are typical of a passage and rare
 * elsewhere. The passages before and after it are never among them: they are on the page already.
 */
export function createRelatedFinder({ passages }: Corpus, index: PassageIndex): RelatedFinder {
  const placeOf = new Map(passages.map(({ id }, place) => [id, place]));

  return (id, wanted = 4) => {
    const place = placeOf.get(id);
    const own = passages[place ?? -1];
    if (place === undefined || !own) return [];
    const scores = new Float32Array(index.size);
    const found = new Set<number>();
    for (const { weight, postings } of typicalTerms(place)) {
      for (const [at, other] of postings.places.entries()) {
        scores[other] = (scores[other] as number) + weight * (postings.impacts[at] as number);
        found.add(other);
      }
    }
    const taken = new Map<string, number>();
    return bestPlaces([...found], scores, CANDIDATES)
      .flatMap((other) => passages[other] ?? [])
      .filter(({ essay, position }) => essay !== own.essay || Math.abs(position - own.position) > 1)
      .filter(({ essay }) => {
        taken.set(essay, (taken.get(essay) ?? 0) + 1);
        return (taken.get(essay) ?? 0) <= PER_ESSAY;
      })
      .slice(0, wanted);
  };

  /** The terms that weigh most in a passage; what half of all passages hold, or no other, tells nothing. */
  function typicalTerms(place: number): { readonly weight: number; readonly postings: Postings }[] {
    return index
      .termsOf(place)
      .filter((term) => !STOP_TERMS.has(term))
      .flatMap((term) => {
        const postings = index.postingsOf(term);
        if (!postings || postings.places.length < 2 || postings.places.length > index.size / 2) return [];
        return [{ weight: postings.impacts[postings.places.indexOf(place)] ?? 0, postings }];
      })
      .sort((a, b) => b.weight - a.weight)
      .slice(0, TERMS);
  }
}
