import { z } from 'zod';
import { type Concept, labelsOf } from '../../../server/domain/concept.ts';
import { type ConceptId, conceptId } from '../../../server/domain/ids.ts';
import { parseYaml, type YamlPath } from '../files/parse-yaml.ts';
import { type Checked, type Problem, problemOfFile } from '../problems/problem.ts';
import { type CuePattern, literalCue, parseCuePattern } from './cue-pattern.ts';

/**
 * What a cue weighs before anything is learnt from labelled passages, by the list that the editor put it in. With
 * {@link PRIOR_BIAS}, one strong cue makes a tag, or two weak ones, or three hints.
 */
export const PRIOR_WEIGHTS = { strong: 2, weak: 1, hint: 0.7 } as const;
/** What speaks against every tag from the start; the weights of a passage's cues must outweigh it. */
export const PRIOR_BIAS = -1.99;

/** A pattern of words that speaks for a concept. */
export type Cue = { readonly pattern: CuePattern; readonly prior: number; readonly weight: number };

/** What sets off a concept's tag. */
export type ConceptRule = {
  readonly concept: ConceptId;
  readonly bias: number;
  readonly cues: readonly Cue[];
  /** What single terms weigh, for or against, as learnt from labelled passages. */
  readonly terms: ReadonlyMap<string, number>;
  /** Words in which the same cues mean something else; a cue inside them does not count. */
  readonly except: readonly CuePattern[];
};

/** All rules that tag passages by their words. */
export type TaggingRules = {
  readonly concepts: readonly ConceptRule[];
};

/** What was learnt from labelled passages, by concept: the form of `tagging-weights.json`. */
export type TaggingWeights = Readonly<
  Record<
    string,
    {
      readonly bias: number;
      readonly cues: Readonly<Record<string, number>>;
      readonly terms: Readonly<Record<string, number>>;
    }
  >
>;

const pattern = z
  .string('must be a text; put it in quotation marks')
  .trim()
  .min(1, 'is empty')
  .max(500, 'is longer than 500 characters');
const patterns = z.array(pattern).default([]);
const schema = z.strictObject({
  sets: z.record(z.string(), z.array(pattern)).default({}),
  concepts: z.record(
    z.string(),
    z.strictObject({ strong: patterns, weak: patterns, hint: patterns, except: patterns }),
  ),
});

const weightsSchema = z.record(
  z.string(),
  z.strictObject({
    bias: z.number(),
    cues: z.record(z.string(), z.number()),
    terms: z.record(z.string(), z.number()),
  }),
);

/** Reads `tagging-weights.json`. */
export function parseTaggingWeights(file: string, json: string): Checked<TaggingWeights> {
  const invalid = (reason: string): Checked<TaggingWeights> => ({
    kind: 'invalid',
    problems: [problemOfFile(file, `${reason}; run "npm run tune" to make it anew`)],
  });
  try {
    const parsed = weightsSchema.safeParse(JSON.parse(json));
    return parsed.success
      ? { kind: 'valid', value: parsed.data }
      : invalid('the file has another form than weights have');
  } catch {
    return invalid('the file is not JSON');
  }
}

/**
 * Reads `tagging.yml`.
 *
 * @param concepts the vocabulary; its labels count as hints
 * @param others what to do with rules for concepts outside it: rules that came with another vocabulary are left out,
 *   in rules written for this one they are a slip
 * @param weights what was learnt; a cue that they do not name keeps its prior
 */
export function parseTaggingRules(
  file: string,
  yaml: string,
  concepts: readonly Concept[],
  others: 'refuse' | 'leave out' = 'refuse',
  weights: TaggingWeights = {},
): Checked<TaggingRules> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const problems: Problem[] = [];
  const say = (path: YamlPath, reason: string) =>
    problems.push({ file, ...read.positionOf(path), reason, severity: 'error' });
  const compile = (path: YamlPath, sources: readonly string[]): CuePattern[] =>
    sources.flatMap((source, index) => {
      const compiled = parseCuePattern(source, read.value.sets);
      if (!('reason' in compiled)) return [compiled];
      say([...path, index], compiled.reason);
      return [];
    });
  const rules: TaggingRules = {
    concepts: Object.entries(read.value.concepts).flatMap(([id, rule]): ConceptRule[] => {
      const concept = concepts.find((other) => other.id === id);
      if (!concept) {
        if (others === 'refuse') say(['concepts', id], `there is no concept "${id}" in the vocabulary`);
        return [];
      }
      const seen = new Set<string>();
      const cues = (['strong', 'weak', 'hint'] as const).flatMap((list) =>
        compile(['concepts', id, list], rule[list]).flatMap((compiled, index): Cue[] => {
          if (seen.has(compiled.source)) {
            say(['concepts', id, list, index], `"${compiled.source}" stands under "${id}" already`);
            return [];
          }
          seen.add(compiled.source);
          const prior = PRIOR_WEIGHTS[list];
          return [{ pattern: compiled, prior, weight: prior }];
        }),
      );
      for (const label of labelsOf(concept)) {
        const compiled = literalCue(label);
        if (!compiled || seen.has(compiled.source)) continue;
        seen.add(compiled.source);
        const prior = PRIOR_WEIGHTS.hint;
        cues.push({ pattern: compiled, prior, weight: prior });
      }
      return [
        {
          concept: conceptId(id),
          bias: PRIOR_BIAS,
          cues,
          terms: new Map(),
          except: compile(['concepts', id, 'except'], rule.except),
        },
      ];
    }),
  };
  return problems.length > 0
    ? { kind: 'invalid', problems }
    : { kind: 'valid', value: withWeights(rules, weights) };
}

/** The rules with what was learnt; a cue or concept that the weights do not name has its prior. */
export const withWeights = (rules: TaggingRules, weights: TaggingWeights): TaggingRules => ({
  concepts: rules.concepts.map((rule): ConceptRule => {
    const learnt = Object.hasOwn(weights, rule.concept) ? weights[rule.concept] : undefined;
    const cues = new Map(Object.entries(learnt?.cues ?? {}));
    return {
      ...rule,
      bias: learnt?.bias ?? PRIOR_BIAS,
      cues: rule.cues.map((cue) => ({ ...cue, weight: cues.get(cue.pattern.source) ?? cue.prior })),
      terms: new Map(Object.entries(learnt?.terms ?? {})),
    };
  }),
});
