import type { Corpus } from '../../domain/corpus.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import type { DocId } from '../index/stored-passage-index.ts';
import type { Postings } from '../index/weigh-postings.ts';
import type { QueryPlan, QueryTerm } from '../plan/query-plan.ts';
import { addProximity } from './proximity.ts';

/** Documents that hold anything that is looked for. */
export type Ranking = {
  /** In no order. */
  readonly docIds: DocId[];
  /** By document; higher is better. */
  readonly scores: Float32Array;
  /** Whether a document holds every word of the query, or one that means the same; with OR, every word of one side. */
  readonly hasAllWords: (docId: DocId) => boolean;
  /** Whether a document holds the words that AND or a plus demands. */
  readonly hasRequired: (docId: DocId) => boolean;
};

/** A term in more than this share of all documents finds none by itself, while the query has a rarer one. */
const TOO_FREQUENT = 0.5;

/** The share of the best score below which a document is left out. */
const FAR_BEHIND = 0.1;

/** The coordination factor: a document with few of the query's terms keeps a part of its score only. */
const COORDINATION = {
  /** The share of the score that depends on how many of the terms a document covers. */
  share: 0.4,
  /** Beyond so many terms it fades, for long questions lose by it (docs/decisions/0006). */
  terms: 4,
} as const;

/**
 * The postings of a token of the plan, with its weight and the terms of the query that it stands for, as bits. Of
 * "carers grieve", with a family of words like "mourn" and a concept for bereavement:
 *
 *     token    matches  covers
 *     carer    0b01     0b01
 *     griev    0b10     0b10
 *     ~7       0b10     0b10     another word of the family is as good as the word
 *     #grief   0b00     0b10     a passage on the concept need not hold the word
 */
type WeightedPostings = Postings & {
  readonly token: string;
  readonly weight: number;
  /** Terms that a document with it has, in this form or another. */
  readonly matches: number;
  /** The same, and those that it speaks of. */
  readonly covers: number;
};

/** Adds up what each term of a plan gives each document. */
export function rankPassages(index: PassageIndex, plan: QueryPlan): Ranking {
  const { queryTerms } = plan;
  const scores = new Float32Array(index.size);
  // One bit for each term of the query, by document.
  const matchedTerms = new Uint32Array(index.size);
  const coveredTerms = new Uint32Array(index.size);
  const docIds: DocId[] = [];
  const isFound = new Uint8Array(index.size);
  const tooFrequent = findTooFrequent(index, plan);
  for (const { token, docIds: row, impacts, weight, matches, covers } of weightedPostings(index, plan)) {
    const findsNone = tooFrequent.has(token);
    const demanded = plan.exactWords?.get(token);
    for (let at = 0; at < row.length; at += 1) {
      const docId = row[at] ?? 0;
      if (demanded && !demanded.some((word) => index.prints(docId, word))) continue;
      if (isFound[docId] === 0) {
        if (findsNone) continue;
        isFound[docId] = 1;
        docIds.push(docId);
      }
      scores[docId] = (scores[docId] ?? 0) + weight * (impacts[at] ?? 0);
      matchedTerms[docId] = (matchedTerms[docId] ?? 0) | matches;
      coveredTerms[docId] = (coveredTerms[docId] ?? 0) | covers;
    }
  }
  if (queryTerms.length > 1) {
    addProximity(index, queryTerms, docIds, scores);
    applyCoordination(queryTerms.length, docIds, scores, coveredTerms);
  }
  const bitsOf = (terms: readonly string[]): number =>
    queryTerms.reduce((bits, { term }, at) => (terms.includes(term) ? bits | (1 << at) : bits), 0);
  const alternatives = plan.parsed.alternatives.map(bitsOf).filter((bits) => bits !== 0);
  const sides = alternatives.length > 0 ? alternatives : [bitsOf(queryTerms.map(({ term }) => term))];
  const required = plan.parsed.required.map(bitsOf).filter((bits) => bits !== 0);
  const holds = (docId: DocId, bits: number): boolean => ((matchedTerms[docId] ?? 0) & bits) === bits;
  const [side = 0, ...otherSides] = sides;
  const hasAllWords = (docId: DocId): boolean =>
    holds(docId, side) || otherSides.some((bits) => holds(docId, bits));
  return {
    docIds: withoutFarBehind({ docIds, scores }, hasAllWords),
    scores,
    hasAllWords,
    hasRequired: (docId) => required.every((bits) => ((matchedTerms[docId] ?? 0) & bits) !== 0),
  };
}

/** Documents that score less than a tenth of the best are left out, unless they hold every word: they only make lists long. */
function withoutFarBehind(
  ranked: Pick<Ranking, 'docIds' | 'scores'>,
  hasAllWords: (docId: DocId) => boolean,
): DocId[] {
  const least = highestScore(ranked) * FAR_BEHIND;
  return ranked.docIds.filter((docId) => (ranked.scores[docId] ?? 0) >= least || hasAllWords(docId));
}

/** The highest score of some documents; 0 if there are none. */
export const highestScore = ({
  docIds,
  scores,
}: Pick<Ranking, 'scores'> & { readonly docIds: readonly DocId[] }): number =>
  docIds.reduce((best, docId) => Math.max(best, scores[docId] ?? 0), 0);

/**
 * All passages, for a query without words: those that are most about the tags asked for score highest.
 *
 * @param tags undefined if nothing at all is asked; then no passage is listed
 */
export function listPassages({ passages }: Corpus, tags: readonly string[] | undefined): Ranking {
  const scores = Float32Array.from(passages, (passage) =>
    passage.tags.reduce((sum, tag) => sum + (tags?.includes(tag.concept) ? tag.strength : 0), 0),
  );
  return {
    docIds: tags === undefined ? [] : [...passages.keys()],
    scores,
    hasAllWords: () => true,
    hasRequired: () => true,
  };
}

/**
 * The postings of all that a plan looks for, rarest first: what is too frequent must come after what finds documents.
 */
function weightedPostings(index: PassageIndex, { weights, queryTerms }: QueryPlan): WeightedPostings[] {
  const matched = bitsOfTokens(queryTerms, ({ term, synonyms }) => [term, ...synonyms]);
  const ofConcepts = bitsOfTokens(queryTerms, ({ concepts }) => concepts);
  return [...weights]
    .flatMap(([token, weight]): WeightedPostings[] => {
      const postings = index.postingsOf(token);
      const matches = matched.get(token) ?? 0;
      const covers = matches | (ofConcepts.get(token) ?? 0);
      return postings ? [{ ...postings, token, weight, matches, covers }] : [];
    })
    .sort((a, b) => a.docIds.length - b.docIds.length);
}

/** Terms that find no document by themselves; none if the query has no rarer one. */
function findTooFrequent(index: PassageIndex, { queryTerms, phraseTerms }: QueryPlan): ReadonlySet<string> {
  const isRare = (term: string): boolean => {
    const frequency = index.documentFrequency(term);
    return frequency > 0 && frequency <= index.size * TOO_FREQUENT;
  };
  const terms = queryTerms.map(({ term }) => term);
  return new Set(terms.some(isRare) ? terms.filter((term) => !isRare(term) && !phraseTerms.has(term)) : []);
}

/** For each token the bits of the terms of the query that it stands for. */
function bitsOfTokens(
  queryTerms: readonly QueryTerm[],
  tokensOf: (queryTerm: QueryTerm) => readonly string[],
): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [number, queryTerm] of queryTerms.entries())
    for (const token of tokensOf(queryTerm)) bits.set(token, (bits.get(token) ?? 0) | (1 << number));
  return bits;
}

/** Holds back documents that have few of the terms, and do not carry the concepts that these mean. */
function applyCoordination(
  termCount: number,
  docIds: readonly DocId[],
  scores: Float32Array,
  coveredTerms: Uint32Array,
): void {
  const share = COORDINATION.share * Math.min(1, COORDINATION.terms / termCount) ** 2;
  for (const docId of docIds) {
    let covered = 0;
    for (let bits = coveredTerms[docId] ?? 0; bits !== 0; bits &= bits - 1) covered += 1;
    scores[docId] = (scores[docId] ?? 0) * (1 - share + (share * covered) / termCount);
  }
}
