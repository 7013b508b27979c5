import { z } from 'zod';
import type { GlossaryEntry } from '../../../server/domain/glossary.ts';
import { conceptId, essaySlug, isKebabCase, sourceId } from '../../../server/domain/ids.ts';
import { lineOfText, withoutUndefined } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked, Problem } from '../problems/problem.ts';

const text = lineOfText(500);
const schema = z
  .array(
    z.strictObject({
      id: z.string().refine(isKebabCase, 'must be lower-case letters, digits and hyphens'),
      term: text,
      also: z.array(text).default([]),
      definition: text,
      concepts: z.array(text).min(1, 'must name at least one concept'),
      sources: z.array(text).default([]),
      guide: text.optional(),
    }),
    'must be a list of words, each starting with "- id: …"',
  )
  .nullable();

/** Reads `glossary.yml`: a list of words, each with its explanation. A form of a word may stand under one entry only. */
export function parseGlossary(file: string, yaml: string): Checked<readonly GlossaryEntry[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const [row, { id, term, also }] of (read.value ?? []).entries()) {
    const refuse = (field: string, reason: string) =>
      problems.push({ file, ...read.positionOf([row, field]), reason, severity: 'error' });
    for (const form of [term, ...also]) {
      const other = seen.get(form.toLowerCase());
      if (other !== undefined) refuse('term', `"${form}" is explained under "${other}" already`);
      seen.set(form.toLowerCase(), id);
    }
    if ((read.value ?? []).findIndex((entry) => entry.id === id) !== row)
      refuse('id', `the id "${id}" stands here twice`);
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  const entries = (read.value ?? []).map(({ concepts, sources, guide, ...rest }) =>
    withoutUndefined<GlossaryEntry>({
      ...rest,
      concepts: concepts.map(conceptId),
      sources: sources.map(sourceId),
      guide: guide === undefined ? undefined : essaySlug(guide),
    }),
  );
  return { kind: 'valid', value: entries };
}
