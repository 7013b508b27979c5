import path from 'node:path';
import type { Concept } from '../../../server/domain/concept.ts';
import type { ContentText } from '../files/decode-text.ts';
import { type Checked, type Problem, problemOfFile } from '../problems/problem.ts';
import type { CueSets } from './cue-pattern.ts';
import { parseConceptRule, parseCueSets, type WrittenRule } from './parse-tagging-rules.ts';
import { CUE_SETS_ID, type TaggingRules } from './tagging-rules.ts';
import { checkWeights, type TaggingWeights, withWeights } from './tagging-weights.ts';

/** What rules are read with. */
export type TaggingContext = {
  readonly concepts: readonly Concept[];
  /** What was learnt about these rules; without it, a cue is worth what its list says. */
  readonly weights: TaggingWeights | null;
  /**
   * Whether the project's own rules stand in for those that a content folder lacks: then those for concepts outside the
   * vocabulary are left out, while in a folder of one's own they are a slip.
   */
  readonly isStandIn: boolean;
};

/** Reads the files of `tagging/`: the sets of words, and a file for each concept, in the order of the vocabulary. */
export function parseTaggingFiles(
  texts: readonly ContentText[],
  { concepts, weights, isStandIn }: TaggingContext,
): Checked<TaggingRules> {
  const byId = new Map(texts.map((text) => [path.basename(text.file).replace(/\.yml$/i, ''), text]));
  const known = new Set<string>([...concepts.map(({ id }) => id), CUE_SETS_ID]);
  const unknown = [...byId].flatMap(([id, { file }]) =>
    known.has(id) || isStandIn ? [] : [problemOfFile(file, `there is no concept "${id}" in the vocabulary`)],
  );
  const setsText = byId.get(CUE_SETS_ID);
  const sets: Checked<CueSets> = setsText
    ? parseCueSets(setsText.file, setsText.text)
    : { kind: 'valid', value: {} };
  // Every use of a set that could not be read would be a problem of its own.
  if (sets.kind === 'invalid') return { kind: 'invalid', problems: [...unknown, ...sets.problems] };

  const problems: Problem[] = [...unknown];
  const advice: Problem[] = [];
  const written: WrittenRule[] = [];
  for (const concept of concepts) {
    const text = byId.get(concept.id);
    if (!text) continue;
    const rule = parseConceptRule(text.file, text.text, concept, sets.value);
    if (rule.kind === 'invalid') {
      problems.push(...rule.problems);
      continue;
    }
    written.push(rule.value);
    // With another vocabulary the shipped weights cannot fit; nobody there could mend them.
    if (weights && !isStandIn)
      advice.push(...checkWeights(text.file, rule.value, weights.concepts[concept.id]));
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  const rules = { concepts: written.map(({ rule }) => rule) };
  return { kind: 'valid', value: weights ? withWeights(rules, weights.concepts) : rules, advice };
}
