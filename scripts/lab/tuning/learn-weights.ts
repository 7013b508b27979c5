import type { TaggingRules } from '../../indexing/tagging/tagging-rules.ts';
import type { ConceptWeights } from '../../indexing/tagging/tagging-weights.ts';
import { type ProposedCues, withAllProposed, withChosenOnly } from './choose-proposed.ts';
import { type PreparedPassage, preparePassages } from './prepare-passages.ts';
import type { SourcedPassage } from './read-labelled.ts';
import { tuneRules } from './tune-rules.ts';

/** Rules with the labelled passages in which their cues were looked for. */
type Looked = { readonly rules: TaggingRules; readonly prepared: readonly PreparedPassage[] };

/** What was learnt, and from what. */
export type LearntWeights = {
  readonly weights: Readonly<Record<string, ConceptWeights>>;
  /** With all cues that are proposed. */
  readonly all: Looked;
  /** With those of them that the passages bear out. */
  readonly chosen: Looked;
};

/** The passages without labels for concepts that have no rules: another vocabulary may lack what they were labelled with. */
export function withTagsOf(rules: TaggingRules, labelled: readonly SourcedPassage[]): SourcedPassage[] {
  const concepts = new Set<string>(rules.concepts.map(({ concept }) => concept));
  const known = (tags: readonly string[]) => tags.filter((tag) => concepts.has(tag));
  return labelled.map((passage) => ({ ...passage, tags: known(passage.tags), maybe: known(passage.maybe) }));
}

/**
 * Learns what all cues weigh, and leaves out the proposed ones that the passages do not bear out. The others keep the weights that
 * they have beside these: learnt anew without them, they would weigh more, and tag more than they should.
 */
export function learnWeights(
  rules: TaggingRules,
  labelled: readonly SourcedPassage[],
  proposed: ProposedCues,
): LearntWeights {
  const look = (withCues: ProposedCues): Looked => {
    const looked = withAllProposed(rules, withCues);
    return { rules: looked, prepared: preparePassages(looked, labelled) };
  };
  const all = look(proposed);
  const weights = withChosenOnly(all.rules, tuneRules(all.rules, all.prepared), all.prepared);
  const chosen = look(
    Object.fromEntries(Object.entries(weights).map(([id, { learntCues }]) => [id, Object.keys(learntCues)])),
  );
  return { weights, all, chosen };
}
