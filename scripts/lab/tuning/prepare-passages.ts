import { toCueText } from '../../indexing/tagging/find-cue.ts';
import { findCues, findPlain } from '../../indexing/tagging/tag-passage.ts';
import type { TaggingRules } from '../../indexing/tagging/tagging-rules.ts';
import type { SourcedPassage } from './read-labelled.ts';

/** A labelled passage with all that weights are learnt from. */
export type PreparedPassage = {
  readonly passage: SourcedPassage;
  readonly terms: ReadonlySet<string>;
  /** For each concept, by its place in the rules, the strength of each cue found, by the cue's place in its rule. */
  readonly found: readonly ReadonlyMap<number, number>[];
  /** For each concept, by its place in the rules, how many different plain words there are. */
  readonly plain: readonly number[];
};

/** Looks for every cue in every passage: done once, for weights are then learnt several times. */
export const preparePassages = (
  rules: TaggingRules,
  labelled: readonly SourcedPassage[],
): PreparedPassage[] =>
  labelled.map((passage) => {
    const text = toCueText(passage.text);
    return {
      passage,
      terms: text.terms,
      found: rules.concepts.map(
        (rule) => new Map(findCues(text, rule).map(({ index, strength }) => [index, strength])),
      ),
      plain: rules.concepts.map((rule) => findPlain(text, rule).length),
    };
  });
