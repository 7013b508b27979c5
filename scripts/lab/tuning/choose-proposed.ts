import { z } from 'zod';
import { parseYaml } from '../../indexing/files/parse-yaml.ts';
import { formatProblem } from '../../indexing/problems/problem.ts';
import { MIN_REASON } from '../../indexing/tagging/tag-passage.ts';
import type { TaggingRules } from '../../indexing/tagging/tagging-rules.ts';
import { type ConceptWeights, withProposedCues } from '../../indexing/tagging/tagging-weights.ts';
import type { PreparedPassage } from './prepare-passages.ts';

/** Cues that a program proposes, by concept: `proposed-cues.yml`. */
export type ProposedCues = Readonly<Record<string, readonly string[]>>;

/** Reads proposed cues. @throws Error that names what is wrong and where */
export function parseProposedCues(file: string, yaml: string): ProposedCues {
  const read = parseYaml(file, yaml, z.record(z.string(), z.array(z.string().min(1))));
  if (read.kind === 'valid') return read.value;
  throw new Error(read.problems.map(formatProblem).join('\n'));
}

/** The rules with all cues that are proposed for them, in place of those that were learnt before. */
export const withAllProposed = (rules: TaggingRules, proposed: ProposedCues): TaggingRules => ({
  concepts: rules.concepts.map((rule) =>
    withProposedCues(rule, Object.hasOwn(proposed, rule.concept) ? (proposed[rule.concept] ?? []) : []),
  ),
});

/**
 * The proposed cues that passages bear out: at least one passage holds them, and after learning they still weigh enough to be
 * shown as a reason.
 *
 * @param prepared the passages that the weights were learnt from
 */
export const chooseProposed = (
  rules: TaggingRules,
  weights: Readonly<Record<string, ConceptWeights>>,
  prepared: readonly PreparedPassage[],
): ProposedCues =>
  Object.fromEntries(
    rules.concepts.map((rule, place) => [
      rule.concept,
      rule.cues.flatMap(({ pattern, origin }, index) => {
        const isHeld = () => prepared.some(({ found }) => found[place]?.has(index));
        const weight = weights[rule.concept]?.learntCues[pattern.source] ?? 0;
        return origin === 'learnt' && weight >= MIN_REASON && isHeld() ? [pattern.source] : [];
      }),
    ]),
  );

/** The weights without those of proposed cues that passages do not bear out; the other weights stay as they were learnt. */
export function withChosenOnly(
  rules: TaggingRules,
  weights: Readonly<Record<string, ConceptWeights>>,
  prepared: readonly PreparedPassage[],
): Record<string, ConceptWeights> {
  const chosen = chooseProposed(rules, weights, prepared);
  return Object.fromEntries(
    Object.entries(weights).map(([id, learnt]) => {
      const kept = Object.entries(learnt.learntCues).filter(([source]) => chosen[id]?.includes(source));
      return [id, { ...learnt, learntCues: Object.fromEntries(kept) }];
    }),
  );
}
