import { tagPassage } from '../../indexing/tagging/tag-passage.ts';
import type { TaggingRules } from '../../indexing/tagging/tagging-rules.ts';
import { type ConceptWeights, withWeights } from '../../indexing/tagging/tagging-weights.ts';
import { scoreTagging, type TaggingScores } from '../evaluation/score-tagging.ts';
import { withChosenOnly } from './choose-proposed.ts';
import type { PreparedPassage } from './prepare-passages.ts';
import { tuneRules } from './tune-rules.ts';

/** In how many parts the passages are divided; each is tagged by weights learnt from the others. */
const FOLDS = 5;

/** One part of the passages, and what was learnt from the others. */
export type Fold = {
  readonly heldOut: readonly PreparedPassage[];
  readonly weights: Readonly<Record<string, ConceptWeights>>;
};

/**
 * Learns weights from all parts but one, for each part in turn.
 *
 * @param cues `as given`: the rules' cues stay, also those that the other parts do not hold; `chosen anew`: of the proposed cues
 *   only those that the other parts bear out, so that none is there because of the passages it is measured on
 */
export const learnByFolds = (
  rules: TaggingRules,
  prepared: readonly PreparedPassage[],
  cues: 'as given' | 'chosen anew' = 'as given',
): Fold[] =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const heldOut = prepared.filter((_passage, index) => index % FOLDS === fold);
    const others = prepared.filter((_passage, index) => index % FOLDS !== fold);
    const weights = tuneRules(rules, others);
    return { heldOut, weights: cues === 'as given' ? weights : withChosenOnly(rules, weights, others) };
  });

/**
 * Learns from all sources but one, for each source in turn, with cues chosen anew: how well the rules do on passages of a hand
 * that they have not met. Figures within one source flatter.
 *
 * @returns scores on each source, by its name
 */
export const scoreSources = (
  rules: TaggingRules,
  prepared: readonly PreparedPassage[],
): ReadonlyMap<string, TaggingScores> =>
  new Map(
    [...new Set(prepared.map(({ passage }) => passage.source))].map((source) => {
      const heldOut = prepared.filter(({ passage }) => passage.source === source);
      const others = prepared.filter(({ passage }) => passage.source !== source);
      const weights = withChosenOnly(rules, tuneRules(rules, others), others);
      return [source, scoreFolds(rules, [{ heldOut, weights }])];
    }),
  );

/** Scores what the weights of each fold do on the passages that they were not learnt from. */
export function scoreFolds(rules: TaggingRules, folds: readonly Fold[]): TaggingScores {
  const tagged = folds.flatMap(({ heldOut, weights }) => {
    const learnt = withWeights(rules, weights);
    return heldOut.map(({ passage }) => ({
      passage,
      given: tagPassage(passage.text, learnt).map(({ concept }) => concept),
    }));
  });
  return scoreTagging(
    tagged.map(({ passage }) => passage),
    tagged.map(({ given }) => given),
    rules.concepts.map(({ concept }) => concept),
  );
}
