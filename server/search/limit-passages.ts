import type { Corpus, Essay } from '../domain/corpus.ts';
import type { BoxExclusions, BoxFilters } from './box-filters.ts';
import type { PassageIndex } from './load-passage-index.ts';
import type { ParsedQuery } from './parse-query.ts';

/**
 * The passages that meet what the box demands beyond words that rank: phrases, exclusions, essays. A phrase stands in
 * order in any form of its words ("share power" also finds "sharing power"); passages that print the very words are
 * raised above all others.
 *
 * @param scores by place; raised for printed phrases
 */
export function limitPassages(
  places: number[],
  scores: Float32Array,
  parsed: ParsedQuery,
  box: { readonly filters: BoxFilters; readonly exclusions: BoxExclusions },
  { index, corpus, essayOf }: { index: PassageIndex; corpus: Corpus; essayOf: readonly Essay[] },
): number[] {
  const isExcluded = makeExclusion(parsed, index);
  const essays = box.filters.essays && new Set(box.filters.essays);
  const isWithin = (place: number): boolean => {
    const passage = corpus.passages[place];
    const essay = essayOf[place];
    if (!passage || !essay || isExcluded?.(place)) return false;
    return (essays === undefined || essays.has(essay.slug)) && !box.exclusions.isExcluded(passage, essay);
  };
  const hasExcludedFilters = Object.values(parsed.excludedFilters).flat().length > 0;
  let kept = essays || isExcluded || hasExcludedFilters ? places.filter(isWithin) : places;
  for (const phrase of distinct(parsed.phrases)) {
    const found = index.findPhrase(phrase, { within: kept });
    kept = kept.filter((place) => found.has(place));
    const bonus = 1 + kept.reduce((best, place) => Math.max(best, scores[place] as number), 0);
    for (const place of kept)
      if (found.get(place) === 'printed') scores[place] = (scores[place] as number) + bonus;
  }
  return kept;
}

/** The test of what stands after a minus; undefined if nothing does. */
function makeExclusion(
  { excludedTerms, excludedPhrases }: ParsedQuery,
  index: PassageIndex,
): ((place: number) => boolean) | undefined {
  if (excludedTerms.length + excludedPhrases.length === 0) return undefined;
  const isOut = new Uint8Array(index.size);
  for (const term of new Set(excludedTerms)) {
    const number = index.numberOf(term);
    // A minus looks at the text only: a title must not keep out all of its essay.
    for (const place of index.postingsOf(term)?.places ?? [])
      if (isOut[place] === 0 && index.bodyOf(place).includes(number)) isOut[place] = 1;
  }
  for (const phrase of distinct(excludedPhrases))
    for (const place of index.findPhrase(phrase, { fields: ['body'] }).keys()) isOut[place] = 1;
  return (place) => isOut[place] === 1;
}

/** Each phrase once: what is asked for fifty times is looked for once. */
const distinct = (phrases: ParsedQuery['phrases']): ParsedQuery['phrases'] => [
  ...new Map(phrases.map((words) => [words.join(' '), words])).values(),
];
