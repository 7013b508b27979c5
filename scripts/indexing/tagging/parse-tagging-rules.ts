import { z } from 'zod';
import { type Concept, labelsOf } from '../../../server/domain/concept.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked, Position, Problem } from '../problems/problem.ts';
import { type CuePattern, type CueSets, literalCue, parseCuePattern, patternKey } from './cue-pattern.ts';
import {
  type ConceptRule,
  CUE_LISTS,
  type Cue,
  PRIOR_BIAS,
  PRIOR_PLAIN_WEIGHTS,
  toCue,
} from './tagging-rules.ts';

const pattern = z
  .string('must be a text; put it in quotation marks')
  .trim()
  .min(1, 'is empty')
  .max(500, 'is longer than 500 characters');
const patterns = z.array(pattern, 'must be a list, each cue on a line that starts with "- "').nullish();
const ruleSchema = z
  .strictObject(
    { strong: patterns, weak: patterns, hint: patterns, plain: patterns, except: patterns },
    'must hold lists of cues: strong, weak, hint, plain, except',
  )
  .nullable();
const setsSchema = z
  .record(z.string(), z.array(pattern), 'must hold sets of words, each "name: [...]"')
  .nullable();

/** Reads `tagging/sets.yml`: words that cues share, by the set's name. */
export function parseCueSets(file: string, yaml: string): Checked<CueSets> {
  const read = parseYaml(file, yaml, setsSchema);
  if (read.kind === 'invalid') return read;
  const sets = read.value ?? {};
  const problems = Object.entries(sets).flatMap(([name, entries]) =>
    entries.flatMap((entry, index): Problem[] => {
      // An entry of several words is one option; no set stands inside another.
      const compiled = parseCuePattern(entry, {});
      if (!('reason' in compiled)) return [];
      return [{ file, ...read.positionOf([name, index]), reason: compiled.reason, severity: 'error' }];
    }),
  );
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', value: sets };
}

/** A concept's rule as its editor wrote it. */
export type WrittenRule = {
  readonly rule: ConceptRule;
  /** Where each cue stands in the file, by its source. */
  readonly positions: ReadonlyMap<string, Position>;
};

/**
 * Reads `tagging/<concept>.yml`: the cues that an editor chose, and the labels of the vocabulary, which count as hints. Every
 * cue has the weight of its list.
 */
export function parseConceptRule(
  file: string,
  yaml: string,
  concept: Concept,
  sets: CueSets,
): Checked<WrittenRule> {
  const read = parseYaml(file, yaml, ruleSchema);
  if (read.kind === 'invalid') return read;
  const problems: Problem[] = [];
  const positions = new Map<string, Position>();
  const compile = (list: keyof NonNullable<typeof read.value>, seen: SeenPatterns): CuePattern[] =>
    (read.value?.[list] ?? []).flatMap((source, index) => {
      const position = read.positionOf([list, index]);
      const refuse = (reason: string): CuePattern[] => {
        problems.push({ file, ...position, reason, severity: 'error' });
        return [];
      };
      const compiled = parseCuePattern(source, sets);
      if ('reason' in compiled) return refuse(compiled.reason);
      const key = patternKey(compiled);
      const first = seen.get(key);
      if (first) return refuse(describeDuplicate(source, first));
      seen.set(key, { source, list });
      if (!positions.has(source)) positions.set(source, position);
      return [compiled];
    });
  const seen: SeenPatterns = new Map();
  const cues = CUE_LISTS.flatMap((list) => compile(list, seen).map((compiled): Cue => toCue(compiled, list)));
  const except = compile('except', seen);
  // A word may be a cue and one of the plain words too: it counts as both.
  const plain = compile('plain', new Map()).map((compiled) => ({ pattern: compiled }));
  if (problems.length > 0) return { kind: 'invalid', problems };
  for (const label of labelsOf(concept)) {
    const compiled = literalCue(label);
    if (!compiled || seen.has(patternKey(compiled))) continue;
    seen.set(patternKey(compiled), { source: label, list: 'label' });
    cues.push(toCue(compiled, 'label'));
  }
  const rule: ConceptRule = {
    concept: concept.id,
    bias: PRIOR_BIAS,
    cues,
    plain,
    plainWeights: PRIOR_PLAIN_WEIGHTS,
    terms: new Map(),
    except,
  };
  return { kind: 'valid', value: { rule, positions } };
}

/** Patterns read so far, by what they find. */
type SeenPatterns = Map<string, { readonly source: string; readonly list: string }>;

const describeDuplicate = (
  source: string,
  first: { readonly source: string; readonly list: string },
): string =>
  source === first.source
    ? `"${source}" stands under "${first.list}" already; keep one of them`
    : `"${source}" finds the same words as "${first.source}" under "${first.list}"; keep one of them`;
