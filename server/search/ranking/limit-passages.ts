import type { PassageIndex } from '../index/passage-index.ts';
import { type DocId, TEXT_FIELDS, type TextField } from '../index/stored-passage-index.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import type { BoxExclusions, BoxFilters } from '../query/box-filters.ts';
import { excludesAnything, type ParsedQuery } from '../query/parse-query.ts';
import { highestScore, type Ranking } from './rank-passages.ts';

/** What was typed into the box beside words: filters, and what a minus keeps out. */
export type BoxLimits = { readonly filters: BoxFilters; readonly exclusions: BoxExclusions };

/** Whether a document is in the essays that were typed into the box, and not kept out by a filter there. */
export const isInBox = ({ filters, exclusions }: BoxLimits, docId: DocId): boolean =>
  !exclusions.isExcluded(docId) && (filters.isWithin?.(docId) ?? true);

/** Documents that meet what the box demands, and those that come near. */
export type Limited = {
  readonly docIds: DocId[];
  /** Documents that do not print a phrase that was asked for, but have its words; none where no phrase was. */
  readonly near: DocId[];
};

/** Where a phrase is printed. A title is printed once, over its essay, and not in each of its passages. */
const PRINTED_IN: readonly TextField[] = TEXT_FIELDS.filter((field) => field !== 'title');

/**
 * Parts the documents by what the box demands beyond terms that rank: phrases, required words, exclusions, essays. A
 * phrase must be printed in these very words. Of those that come near, the ones with other endings of the words in this
 * order ("sharing power" for "share power") score above the rest.
 */
export function limitPassages(
  { docIds, scores, hasAllWords, hasRequired }: Ranking,
  { parsed, bodies }: Pick<QueryPlan, 'parsed' | 'bodies'>,
  box: BoxLimits,
  index: PassageIndex,
): Limited {
  const isKeptOut = makeExclusion(parsed, index);
  const isLimited =
    box.filters.isWithin !== undefined || excludesAnything(parsed) || parsed.required.length > 0;
  const allowed = isLimited
    ? docIds.filter((docId) => !isKeptOut(docId) && isInBox(box, docId) && hasRequired(docId))
    : docIds;
  const phrases = distinct(parsed.phrases);
  if (phrases.length === 0) {
    raisePhrases(allowed, scores, parsed.loosePhrases, LOOSE_PHRASE, index);
    raisePhrases(allowed, scores, bodies, BODY, index);
    return { docIds: allowed, near: [] };
  }

  const found = phrases.map((phrase) => index.findPhrase(phrase, { within: allowed, fields: PRINTED_IN }));
  const inTitles = phrases.map((phrase) => index.findPhrase(phrase, { within: allowed, fields: ['title'] }));
  const demanded = parsed.isAnyPhrase ? 'some' : 'every';
  // "trust OR “share power”": who has the words of one side need not print the phrase of the other.
  const hasOtherSide = (docId: DocId): boolean =>
    parsed.isAnyPhrase && parsed.alternatives.length > 0 && hasAllWords(docId);
  const isPrinted = (docId: DocId): boolean =>
    found[demanded]((one) => one.get(docId) === 'printed') || hasOtherSide(docId);
  const isInflected = (docId: DocId): boolean =>
    found[demanded]((one, at) => one.has(docId) || inTitles[at]?.has(docId));
  const bonus = 1 + highestScore({ docIds: allowed, scores });
  const near: DocId[] = [];
  const kept: DocId[] = [];
  for (const docId of allowed) {
    const [row, raises] = isPrinted(docId) ? [kept, 2] : [near, isInflected(docId) ? 1 : 0];
    row.push(docId);
    scores[docId] = (scores[docId] ?? 0) + raises * bonus;
  }
  return { docIds: kept, near };
}

/** What a phrase adds that was in quotation marks and that no document prints so, and the name of a body, times the highest score. */
const LOOSE_PHRASE = 1.1;
const BODY = 0.25;

/** Raises documents that have phrases in any form. */
function raisePhrases(
  docIds: readonly DocId[],
  scores: Float32Array,
  phrases: readonly (readonly string[])[],
  share: number,
  index: PassageIndex,
): void {
  if (phrases.length === 0) return;
  const bonus = share * highestScore({ docIds, scores });
  for (const phrase of distinct(phrases))
    for (const docId of index.findPhrase(phrase, { within: docIds }).keys())
      scores[docId] = (scores[docId] ?? 0) + bonus;
}

/** The test whether a document holds a word or a phrase that stands after a minus. */
function makeExclusion(
  { excludedTerms, excludedPhrases }: ParsedQuery,
  index: PassageIndex,
): (docId: DocId) => boolean {
  const isOut = new Uint8Array(index.size);
  for (const term of new Set(excludedTerms)) {
    const id = index.termId(term);
    // A minus looks at the text only: a title must not keep out all of its essay.
    for (const docId of index.postingsOf(term)?.docIds ?? [])
      if (isOut[docId] === 0 && index.bodyOf(docId).includes(id)) isOut[docId] = 1;
  }
  for (const phrase of distinct(excludedPhrases))
    for (const docId of index.findPhrase(phrase, { fields: ['body'] }).keys()) isOut[docId] = 1;
  return (docId) => isOut[docId] === 1;
}

/** Each phrase once: what is asked for fifty times is looked for once. */
const distinct = (phrases: ParsedQuery['phrases']): ParsedQuery['phrases'] => [
  ...new Map(phrases.map((words) => [words.join(' '), words])).values(),
];
