import {
  type ConceptRule,
  PRIOR_BIAS,
  PRIOR_PLAIN_WEIGHTS,
  PRIOR_WEIGHTS,
  type TaggingRules,
} from '../../indexing/tagging/tagging-rules.ts';
import type { ConceptWeights } from '../../indexing/tagging/tagging-weights.ts';
import { type Example, fitWeights, type Prior } from './fit-weights.ts';
import type { PreparedPassage } from './prepare-passages.ts';
import { IMPORTANCE } from './read-labelled.ts';

/** How easily labelled passages change what an editor thought a cue worth. A cue never speaks against its concept. */
const CUE_VARIANCE = 0.3;
/** How easily passages change what one more plain word is worth. It never speaks against its concept. */
const PLAIN_VARIANCE = 0.3;
/** How easily a single word comes to lean towards a concept or away from it; it starts at 0. */
const TERM_VARIANCE = 0.15;
/** How far a source's own bias may be from that of all: editors of one source give a tag more readily than those of another. */
const SOURCE_VARIANCE = 2;
/**
 * What is taken off every bias: a passage of a new hand is tagged with care, for a wrong tag costs a reader more than one that is
 * missing. Cross-validation over sources leaves it open between 0.3 and 1.
 */
const CAUTION = 0.8;
/** A word in fewer labelled passages than this is chance. */
const MIN_TERM_PASSAGES = 4;
/** Words of fewer letters, and weights nearer to 0, are left out of what is kept. */
const MIN_TERM_LETTERS = 3;
const MIN_TERM_WEIGHT = 0.1;

/**
 * Learns from labelled passages what each cue and each common word weighs. A cue that no passage holds keeps its prior.
 *
 * @param prepared passages in which the cues of these same rules were looked for
 */
export function tuneRules(
  rules: TaggingRules,
  prepared: readonly PreparedPassage[],
): Record<string, ConceptWeights> {
  const terms = commonTerms(prepared);
  return Object.fromEntries(
    rules.concepts.map((rule, place) => [rule.concept, tuneRule(rule, place, prepared, terms)]),
  );
}

function tuneRule(
  rule: ConceptRule,
  place: number,
  prepared: readonly PreparedPassage[],
  terms: readonly string[],
): ConceptWeights {
  const firstStep = rule.cues.length;
  const firstTerm = firstStep + PRIOR_PLAIN_WEIGHTS.length;
  const firstSource = firstTerm + terms.length;
  const sources = [...new Set(prepared.map(({ passage }) => passage.source))];
  const placeOfTerm = new Map(terms.map((term, index) => [term, firstTerm + index]));
  // Where annotators disagreed there is nothing to learn.
  const examples = prepared
    .filter(({ passage }) => !passage.maybe.includes(rule.concept))
    .map(({ passage, terms: held, found, plain }): Example => {
      const features = new Map(found[place]);
      // One feature for the first plain word, one for the second …: more can never be worth less.
      const steps = Math.min(plain[place] ?? 0, PRIOR_PLAIN_WEIGHTS.length);
      for (let step = 0; step < steps; step += 1) features.set(firstStep + step, 1);
      for (const term of held) {
        const feature = placeOfTerm.get(term);
        if (feature !== undefined) features.set(feature, 1);
      }
      features.set(firstSource + sources.indexOf(passage.source), 1);
      const isPositive = passage.tags.includes(rule.concept);
      return { features, isPositive, importance: IMPORTANCE[passage.source] ?? 1 };
    });
  const priors: Prior[] = [
    ...rule.cues.map(
      ({ origin }): Prior => ({ weight: PRIOR_WEIGHTS[origin], variance: CUE_VARIANCE, mayOppose: false }),
    ),
    ...PRIOR_PLAIN_WEIGHTS.map(
      (weight, index): Prior => ({
        weight: weight - (PRIOR_PLAIN_WEIGHTS[index - 1] ?? 0),
        variance: PLAIN_VARIANCE,
        mayOppose: false,
      }),
    ),
    ...terms.map((): Prior => ({ weight: 0, variance: TERM_VARIANCE, mayOppose: true })),
    ...sources.map((): Prior => ({ weight: 0, variance: SOURCE_VARIANCE, mayOppose: true })),
  ];
  const { bias, weights } = fitWeights(examples, priors, PRIOR_BIAS);
  const weightAt = (feature: number): number => round(weights[feature] ?? 0);
  const weightsOfCues = (isLearnt: boolean) =>
    Object.fromEntries(
      rule.cues.flatMap(({ pattern, origin }, index) =>
        (origin === 'learnt') === isLearnt ? [[pattern.source, weightAt(index)]] : [],
      ),
    );
  return {
    bias: round(bias + meanOf(weights.slice(firstSource)) - CAUTION),
    cues: weightsOfCues(false),
    learntCues: weightsOfCues(true),
    plain: cumulate(weights.slice(firstStep, firstTerm)).map(round),
    terms: Object.fromEntries(
      terms.flatMap((term, index) => {
        const weight = weightAt(firstTerm + index);
        return Math.abs(weight) < MIN_TERM_WEIGHT ? [] : [[term, weight]];
      }),
    ),
  };
}

/** The terms that stand in enough passages to learn from, in alphabetical order. */
function commonTerms(prepared: readonly PreparedPassage[]): string[] {
  const counts = new Map<string, number>();
  for (const { terms } of prepared) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .filter(
      ([term, count]) => count >= MIN_TERM_PASSAGES && term.length >= MIN_TERM_LETTERS && !isNumber(term),
    )
    .map(([term]) => term)
    .sort();
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

function cumulate(steps: readonly number[]): number[] {
  let total = 0;
  return steps.map((step) => {
    total += step;
    return total;
  });
}

const isNumber = (term: string): boolean => /^\d+$/.test(term);
const round = (weight: number): number => Math.round(weight * 100) / 100;
