import { type CueText, toCueText } from '../../indexing/tagging/cue-pattern.ts';
import {
  type ConceptRule,
  PRIOR_BIAS,
  type TaggingRules,
  type TaggingWeights,
} from '../../indexing/tagging/parse-tagging-rules.ts';
import { findCues } from '../../indexing/tagging/tag-passage.ts';
import type { LabelledPassage } from '../evaluation/score-tagging.ts';
import { type Example, fitWeights, type Prior } from './fit-weights.ts';

/** How easily labelled passages change what an editor thought a cue worth. A cue never speaks against its concept. */
const CUE_VARIANCE = 0.3;
/** How easily a single word comes to lean towards a concept or away from it; it starts at 0. */
const TERM_VARIANCE = 0.15;
/** A word in fewer labelled passages than this is chance. */
const MIN_TERM_PASSAGES = 4;
/** Words of fewer letters, and weights nearer to 0, are left out of what is kept. */
const MIN_TERM_LETTERS = 3;
const MIN_TERM_WEIGHT = 0.1;

/** A labelled passage made ready for fitting. */
type Prepared = { readonly passage: LabelledPassage; readonly text: CueText };

/** Learns from labelled passages what each cue and each common word weighs. */
export function tuneRules(rules: TaggingRules, labelled: readonly LabelledPassage[]): TaggingWeights {
  const prepared = labelled.map((passage): Prepared => ({ passage, text: toCueText(passage.text) }));
  const terms = commonTerms(prepared);
  return Object.fromEntries(rules.concepts.map((rule) => [rule.concept, tuneRule(rule, prepared, terms)]));
}

function tuneRule(
  rule: ConceptRule,
  prepared: readonly Prepared[],
  terms: readonly string[],
): TaggingWeights[string] {
  const firstTerm = rule.cues.length;
  const placeOfTerm = new Map(terms.map((term, index) => [term, firstTerm + index]));
  // Where annotators disagreed there is nothing to learn.
  const examples = prepared
    .filter(({ passage }) => !passage.maybe.includes(rule.concept))
    .map(({ passage, text }): Example => {
      const features = new Map(findCues(text, rule).map(({ index, strength }) => [index, strength]));
      for (const term of text.terms) {
        const place = placeOfTerm.get(term);
        if (place !== undefined) features.set(place, 1);
      }
      return { features, isPositive: passage.tags.includes(rule.concept) };
    });
  const priors: Prior[] = [
    ...rule.cues.map(({ prior }): Prior => ({ weight: prior, variance: CUE_VARIANCE, mayOppose: false })),
    ...terms.map((): Prior => ({ weight: 0, variance: TERM_VARIANCE, mayOppose: true })),
  ];
  const { bias, weights } = fitWeights(examples, priors, PRIOR_BIAS);
  const weightAt = (place: number): number => round(weights[place] ?? 0);
  return {
    bias: round(bias),
    cues: Object.fromEntries(
      rule.cues.flatMap(({ pattern, prior }, index) =>
        weightAt(index) === prior ? [] : [[pattern.source, weightAt(index)]],
      ),
    ),
    terms: Object.fromEntries(
      terms.flatMap((term, index) => {
        const weight = weightAt(firstTerm + index);
        return Math.abs(weight) < MIN_TERM_WEIGHT ? [] : [[term, weight]];
      }),
    ),
  };
}

/** The terms that stand in enough passages to learn from, in alphabetical order. */
function commonTerms(prepared: readonly Prepared[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of prepared)
    for (const term of text.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .filter(
      ([term, count]) => count >= MIN_TERM_PASSAGES && term.length >= MIN_TERM_LETTERS && !isNumber(term),
    )
    .map(([term]) => term)
    .sort();
}

const isNumber = (term: string): boolean => /^\d+$/.test(term);
const round = (weight: number): number => Math.round(weight * 100) / 100;
