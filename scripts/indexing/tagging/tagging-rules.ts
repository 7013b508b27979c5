import type { ConceptId } from '../../../server/domain/ids.ts';
import type { CuePattern } from './cue-pattern.ts';

/** The file of words that cues share stands among those of the concepts, so no concept may have this id. */
export const CUE_SETS_ID = 'sets';

/** The lists of a concept's file, by how much its editor trusts the cues in them. */
export const CUE_LISTS = ['strong', 'weak', 'hint'] as const;

/**
 * What a cue weighs before anything is learnt from labelled passages. With {@link PRIOR_BIAS}, one strong cue makes a tag,
 * or two weak ones, or three hints. The vocabulary's labels and the cues that a program proposed count as hints.
 */
export const PRIOR_WEIGHTS = { strong: 2, weak: 1, hint: 0.7, label: 0.7, learnt: 0.7 } as const;
/** What speaks against every tag from the start; the weights of a passage's cues must outweigh it. */
export const PRIOR_BIAS = -1.99;

/**
 * What plain words weigh together before anything is learnt: none by itself, so that one speaks for nothing; two, three, four
 * and more different ones of a passage. Four make a tag with {@link PRIOR_BIAS}.
 */
export const PRIOR_PLAIN_WEIGHTS: readonly number[] = [0, 0.7, 1.4, 2.1];

/** Where a cue comes from: a list of the concept's file, the vocabulary, or a program. */
export type CueOrigin = keyof typeof PRIOR_WEIGHTS;

/** A pattern of words that speaks for a concept. */
export type Cue = { readonly pattern: CuePattern; readonly origin: CueOrigin; readonly weight: number };

/** What sets off a concept's tag. */
export type ConceptRule = {
  readonly concept: ConceptId;
  readonly bias: number;
  readonly cues: readonly Cue[];
  /** Words that anybody who writes of the concept may print. Each alone says little; different ones together say much. */
  readonly plain: readonly { readonly pattern: CuePattern }[];
  /** What so many different plain words weigh together, from one on; more than there are weights count as the last. */
  readonly plainWeights: readonly number[];
  /** What single terms weigh, for or against, as learnt from labelled passages. */
  readonly terms: ReadonlyMap<string, number>;
  /** Words in which the same cues mean something else; a cue inside them does not count. */
  readonly except: readonly CuePattern[];
};

/** All rules that tag passages by their words, in the order of the vocabulary. */
export type TaggingRules = { readonly concepts: readonly ConceptRule[] };

/** A cue as it is before anything is learnt about it. */
export const toCue = (pattern: CuePattern, origin: CueOrigin): Cue => ({
  pattern,
  origin,
  weight: PRIOR_WEIGHTS[origin],
});
