import { z } from 'zod';
import { type Checked, type Problem, problemOfFile } from '../problems/problem.ts';
import { parseCuePattern, patternKey } from './cue-pattern.ts';
import type { WrittenRule } from './parse-tagging-rules.ts';
import { type ConceptRule, type Cue, PRIOR_WEIGHTS, type TaggingRules, toCue } from './tagging-rules.ts';

const weights = z.record(z.string(), z.number());
const conceptSchema = z.strictObject({
  bias: z.number(),
  cues: weights,
  learntCues: weights.default({}),
  // Weights from before there were plain words: these count once they are learnt.
  plain: z.array(z.number()).default([]),
  terms: weights,
});
const weightsSchema = z.strictObject({
  madeBy: z.string(),
  learntFrom: z.strictObject({ file: z.string(), passages: z.number() }),
  concepts: z.record(z.string(), conceptSchema),
});

/**
 * What was learnt about one concept. All weights are logits: with `bias`, those of the cues and terms that a passage holds
 * add up to how strongly it carries the concept, and it does above 0.
 */
export type ConceptWeights = {
  readonly bias: number;
  /** Each cue that an editor wrote, and each label, by its source; also those that no labelled passage holds. */
  readonly cues: Readonly<Record<string, number>>;
  /** Cues that a program proposed and labelled passages bore out. They name no set. */
  readonly learntCues: Readonly<Record<string, number>>;
  /** What one, two, three … different plain words weigh together. */
  readonly plain: readonly number[];
  /** Single terms, which lean a passage one way or the other. */
  readonly terms: Readonly<Record<string, number>>;
};

/** The form of `generated/tagging-weights.json`. */
export type TaggingWeights = {
  readonly madeBy: string;
  /** Where the labelled passages stand, and how many there are. */
  readonly learntFrom: { readonly file: string; readonly passages: number };
  readonly concepts: Readonly<Record<string, ConceptWeights>>;
};

/** Reads `generated/tagging-weights.json`. */
export function parseTaggingWeights(file: string, json: string): Checked<TaggingWeights> {
  const invalid = (reason: string): Checked<TaggingWeights> => ({
    kind: 'invalid',
    problems: [problemOfFile(file, `${reason}; run "npm run tune" to make it anew`)],
  });
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return invalid('the file is not JSON');
  }
  const parsed = weightsSchema.safeParse(value);
  if (!parsed.success) return invalid('the file has another form than weights have');
  for (const { learntCues } of Object.values(parsed.data.concepts)) {
    for (const source of Object.keys(learntCues)) {
      const compiled = parseCuePattern(source, {});
      if ('reason' in compiled) return invalid(`a learnt cue cannot be read: ${compiled.reason}`);
    }
  }
  return { kind: 'valid', value: parsed.data };
}

/** Writes weights in the form that {@link parseTaggingWeights} reads: a line for each kind of weight of each concept. */
export function formatTaggingWeights({ madeBy, learntFrom, concepts }: TaggingWeights): string {
  const ofConcepts = Object.entries(concepts).map(([id, weights]) => {
    const lines = Object.entries(weights).map(([kind, value]) => `  "${kind}": ${JSON.stringify(value)}`);
    return ` "${id}": {\n${lines.join(',\n')}\n }`;
  });
  const head = `"madeBy": ${JSON.stringify(madeBy)},\n"learntFrom": ${JSON.stringify(learntFrom)}`;
  return `{\n${head},\n"concepts": {\n${ofConcepts.join(',\n')}\n}\n}\n`;
}

/** The rules with what was learnt: every cue's weight, and the cues that a program found. What the weights do not name keeps its prior. */
export const withWeights = (
  rules: TaggingRules,
  learnt: Readonly<Record<string, ConceptWeights>>,
): TaggingRules => ({
  concepts: rules.concepts.map((rule) => {
    const weights = Object.hasOwn(learnt, rule.concept) ? learnt[rule.concept] : undefined;
    return weights ? withConceptWeights(rule, weights) : rule;
  }),
});

function withConceptWeights(rule: ConceptRule, learnt: ConceptWeights): ConceptRule {
  const weightOf = new Map(Object.entries(learnt.cues));
  const written = withProposedCues(rule, []).cues.map((cue) => ({
    ...cue,
    weight: weightOf.get(cue.pattern.source) ?? PRIOR_WEIGHTS[cue.origin],
  }));
  const withLearnt = withProposedCues({ ...rule, cues: written }, Object.keys(learnt.learntCues));
  return {
    ...withLearnt,
    bias: learnt.bias,
    plainWeights: learnt.plain,
    cues: withLearnt.cues.map((cue) =>
      cue.origin === 'learnt' ? { ...cue, weight: learnt.learntCues[cue.pattern.source] ?? cue.weight } : cue,
    ),
    terms: new Map(Object.entries(learnt.terms)),
  };
}

/** The rule with these cues for those that a program proposed; what an editor wrote too stays the editor's. */
export function withProposedCues(rule: ConceptRule, sources: readonly string[]): ConceptRule {
  const cues: Cue[] = rule.cues.filter(({ origin }) => origin !== 'learnt');
  const seen = new Set([...cues.map(({ pattern }) => pattern), ...rule.except].map(patternKey));
  for (const source of sources) {
    const compiled = parseCuePattern(source, {});
    if ('reason' in compiled) throw new Error(`Proposed cue for "${rule.concept}": ${compiled.reason}`);
    const key = patternKey(compiled);
    if (seen.has(key)) continue;
    seen.add(key);
    cues.push(toCue(compiled, 'learnt'));
  }
  return { ...rule, cues };
}

/** Advice where weights and cues have parted: a cue reworded since has lost its weight. */
export function checkWeights(
  file: string,
  { rule, positions }: WrittenRule,
  learnt: ConceptWeights | undefined,
): Problem[] {
  const sources = rule.cues.map(({ pattern }) => pattern.source);
  const unweighed = sources.filter((source) => !Object.hasOwn(learnt?.cues ?? {}, source));
  const known = new Set(sources);
  const gone = Object.keys(learnt?.cues ?? {}).filter((source) => !known.has(source));
  const parts: string[] = [];
  if (unweighed.length > 0) {
    const number = unweighed.length === 1 ? '1 cue or label has' : `${unweighed.length} cues or labels have`;
    parts.push(`${number} no learnt weight (${quoteSome(unweighed)})`);
  }
  if (gone.length > 0) {
    const number =
      gone.length === 1 ? '1 weight is for a cue that is' : `${gone.length} weights are for cues that are`;
    parts.push(`${number} no longer there (${quoteSome(gone)})`);
  }
  if (parts.length === 0) return [];
  const position = unweighed.map((source) => positions.get(source)).find((found) => found !== undefined);
  const reason = `${parts.join(', and ')}; run "npm run tune"`;
  return [{ file, ...(position ?? { line: 1, column: 1 }), reason, severity: 'advice' }];
}

/** The most cues that one piece of advice names. */
const MAX_NAMED = 3;
const quoteSome = (sources: readonly string[]): string =>
  sources
    .slice(0, MAX_NAMED)
    .map((source) => `\`${source}\``)
    .concat(sources.length > MAX_NAMED ? ['…'] : [])
    .join(', ');
