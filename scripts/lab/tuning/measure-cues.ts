import { weightOfPlain } from '../../indexing/tagging/tag-passage.ts';
import type { ConceptRule, CueOrigin, TaggingRules } from '../../indexing/tagging/tagging-rules.ts';
import type { ConceptWeights } from '../../indexing/tagging/tagging-weights.ts';
import type { Fold } from './cross-validate.ts';

/** What a cue does on labelled passages. */
export type CueMeasure = {
  readonly source: string;
  readonly origin: CueOrigin;
  /** Passages that hold the cue, without those on which annotators disagreed. */
  readonly hits: number;
  /** How many of them carry the concept. */
  readonly right: number;
  /** Mean over the folds. */
  readonly weight: number;
  /**
   * What leaving the cue out would cost, in nats of log-likelihood of the passages held out, all together; below 0 where they
   * would be better told without it. The other weights are not learnt again, so of two cues that always come together each
   * seems to carry the half.
   */
  readonly gain: number;
};

/** Measures every cue of one concept. */
export function measureCues(rules: TaggingRules, folds: readonly Fold[], concept: string): CueMeasure[] {
  const place = rules.concepts.findIndex((rule) => rule.concept === concept);
  const rule = rules.concepts[place];
  if (!rule) return [];
  const totals = rule.cues.map(() => ({ hits: 0, right: 0, weight: 0, gain: 0 }));
  for (const { heldOut, weights } of folds) {
    const learnt = weights[concept];
    if (!learnt) continue;
    const weightOf = cueWeights(rule, learnt);
    for (const [index, total] of totals.entries()) total.weight += (weightOf[index] ?? 0) / folds.length;
    for (const { passage, terms, found, plain } of heldOut) {
      if (passage.maybe.includes(concept)) continue;
      const isRight = passage.tags.includes(concept);
      const cues = [...(found[place] ?? [])];
      let score = learnt.bias;
      for (const [index, strength] of cues) score += strength * (weightOf[index] ?? 0);
      score += weightOfPlain({ plainWeights: learnt.plain }, plain[place] ?? 0);
      for (const term of terms) score += learnt.terms[term] ?? 0;
      for (const [index, strength] of cues) {
        const total = totals[index];
        if (!total) continue;
        total.hits += 1;
        if (isRight) total.right += 1;
        total.gain +=
          logLikelihood(score, isRight) - logLikelihood(score - strength * (weightOf[index] ?? 0), isRight);
      }
    }
  }
  return rule.cues.map(({ pattern, origin }, index) => ({
    source: pattern.source,
    origin,
    ...(totals[index] ?? { hits: 0, right: 0, weight: 0, gain: 0 }),
  }));
}

const cueWeights = (rule: ConceptRule, learnt: ConceptWeights): number[] =>
  rule.cues.map(({ pattern, origin }) => {
    const weights = origin === 'learnt' ? learnt.learntCues : learnt.cues;
    return weights[pattern.source] ?? 0;
  });

/** Of a passage that does or does not carry the concept, given its score, a logit. */
const logLikelihood = (score: number, isRight: boolean): number =>
  -Math.log1p(Math.exp(isRight ? -score : score));

/** A table for the terminal, the cues that help most first. */
export function formatMeasures(concept: string, measures: readonly CueMeasure[]): string {
  const rows = [...measures]
    .sort((a, b) => b.gain - a.gain || b.hits - a.hits)
    .map(({ source, origin, hits, right, weight, gain }) =>
      [
        String(hits).padStart(5),
        (hits > 0 ? (right / hits).toFixed(2) : '–').padStart(7),
        weight.toFixed(2).padStart(8),
        gain.toFixed(2).padStart(8),
        `  ${origin.padEnd(8)}${source}`,
      ].join(''),
    );
  return [`${concept}\n hits  prec.  weight    gain  list    cue`, ...rows].join('\n');
}
