import type { PassageIndex } from '../index/passage-index.ts';
import type { DocId } from '../index/stored-passage-index.ts';
import type { BoxExclusions, BoxFilters } from '../query/box-filters.ts';
import { excludesAnything, type ParsedQuery } from '../query/parse-query.ts';
import type { Ranking } from './rank-passages.ts';

/** What was typed into the box beside words: filters, and what a minus keeps out. */
export type BoxLimits = { readonly filters: BoxFilters; readonly exclusions: BoxExclusions };

/** Whether a document is in the essays that were typed into the box, and not kept out by a filter there. */
export const isInBox = ({ filters, exclusions }: BoxLimits, docId: DocId): boolean =>
  !exclusions.isExcluded(docId) && (filters.isWithin?.(docId) ?? true);

/**
 * The documents that meet what the box demands beyond terms that rank: phrases, exclusions, essays. A phrase stands in
 * order in any form of its words ("share power" also finds "sharing power"); the scores of passages that print the very
 * words are raised above all others.
 */
export function limitPassages(
  { docIds, scores }: Ranking,
  parsed: ParsedQuery,
  box: BoxLimits,
  index: PassageIndex,
): DocId[] {
  const isKeptOut = makeExclusion(parsed, index);
  const isLimited = box.filters.isWithin !== undefined || excludesAnything(parsed);
  let kept = isLimited ? docIds.filter((docId) => !isKeptOut(docId) && isInBox(box, docId)) : docIds;
  for (const phrase of distinct(parsed.phrases)) {
    const found = index.findPhrase(phrase, { within: kept });
    kept = kept.filter((docId) => found.has(docId));
    const bonus = 1 + kept.reduce((best, docId) => Math.max(best, scores[docId] ?? 0), 0);
    for (const docId of kept)
      if (found.get(docId) === 'printed') scores[docId] = (scores[docId] ?? 0) + bonus;
  }
  return kept;
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
