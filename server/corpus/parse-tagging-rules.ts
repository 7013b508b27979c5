import { z } from 'zod';
import { type ConceptId, conceptId } from '../domain/ids.ts';
import type { Checked, Problem } from '../domain/problem.ts';
import { type CuePattern, parseCuePattern } from './cue-pattern.ts';
import { parseYaml, type YamlPath } from './parse-yaml.ts';

/** What sets off a concept's tag. */
export type ConceptRule = {
  readonly concept: ConceptId;
  /** One is enough. */
  readonly strong: readonly CuePattern[];
  /** Two different ones are needed. */
  readonly weak: readonly CuePattern[];
  /** Words in which the same cues mean something else; a cue inside them does not count. */
  readonly except: readonly CuePattern[];
};

/** All rules that tag passages by their words. */
export type TaggingRules = {
  /** Words that show that a passage speaks of this field at all. */
  readonly field: readonly CuePattern[];
  readonly concepts: readonly ConceptRule[];
};

const pattern = z.string('must be a text; put it in quotation marks').trim().min(1, 'is empty').max(300);
const patterns = z.array(pattern).default([]);
const schema = z.strictObject({
  sets: z.record(z.string(), z.array(pattern)).default({}),
  field: patterns,
  concepts: z.record(z.string(), z.strictObject({ strong: patterns, weak: patterns, except: patterns })),
});

/** Reads `tagging.yml`. A rule for a concept that the vocabulary lacks is a problem. */
export function parseTaggingRules(
  file: string,
  yaml: string,
  concepts: ReadonlySet<string>,
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
    field: compile(['field'], read.value.field),
    concepts: Object.entries(read.value.concepts).map(([id, rule]) => {
      if (!concepts.has(id)) say(['concepts', id], `there is no concept "${id}" in the vocabulary`);
      const of = (kind: 'strong' | 'weak' | 'except') => compile(['concepts', id, kind], rule[kind]);
      return { concept: conceptId(id), strong: of('strong'), weak: of('weak'), except: of('except') };
    }),
  };
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', value: rules };
}
