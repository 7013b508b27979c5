import { z } from 'zod';
import type { Concept } from '../../../server/domain/concept.ts';
import { conceptId, essaySlug, isKebabCase } from '../../../server/domain/ids.ts';
import { textOf } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked, Problem } from '../problems/problem.ts';
import { CUE_SETS_ID } from '../tagging/tagging-rules.ts';

const id = z.string().refine(isKebabCase, 'must be lower-case words joined by hyphens');
const label = textOf(120);
const text = textOf(1500);

const schema = z
  .array(
    z.strictObject({
      id,
      prefLabel: label,
      definition: text,
      scopeNote: text,
      broader: z.array(id).default([]),
      related: z.array(id).default([]),
      guide: id.optional(),
      altLabels: z.array(label).default([]),
      hiddenLabels: z.array(label).default([]),
    }),
    'must be a list of concepts, each starting with "- id: …"',
  )
  .min(1, 'must hold at least one concept');

/**
 * Reads the vocabulary. Beyond its form it must hang together: ids and labels used once, `broader` without a circle,
 * `related` said on both sides.
 */
export function parseVocabulary(file: string, yaml: string): Checked<readonly Concept[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const problems: Problem[] = [];
  const refuse = (path: readonly (string | number)[], reason: string) =>
    problems.push({ file, ...read.positionOf(path), reason, severity: 'error' });
  const byId = new Map(read.value.map((concept) => [concept.id, concept]));
  const ids = new Set<string>();
  const labels = new Map<string, string>();
  for (const [index, concept] of read.value.entries()) {
    if (ids.has(concept.id)) refuse([index, 'id'], `the concept "${concept.id}" stands here twice`);
    ids.add(concept.id);
    if (concept.id === CUE_SETS_ID) {
      const reason = `no concept can be "${CUE_SETS_ID}": tagging/${CUE_SETS_ID}.yml holds the words that rules share`;
      refuse([index, 'id'], reason);
    }
    for (const field of ['broader', 'related'] as const) {
      for (const [at, other] of concept[field].entries()) {
        if (!byId.has(other)) refuse([index, field, at], `there is no concept "${other}"`);
        else if (other === concept.id) refuse([index, field, at], `"${other}" cannot be ${field} to itself`);
        else if (field === 'related' && !byId.get(other)?.related.includes(concept.id)) {
          refuse([index, field, at], `"${other}" must name "${concept.id}" as related too`);
        }
      }
    }
    if (isBelowItself(concept.id, byId))
      refuse([index, 'broader'], `"${concept.id}" is broader than itself, by way of others`);
    for (const field of ['altLabels', 'hiddenLabels'] as const) {
      for (const [at, name] of concept[field].entries()) {
        const folded = name.toLowerCase();
        const other = labels.get(folded);
        if (other !== undefined)
          refuse([index, field, at], `the label "${name}" stands under "${other}" already`);
        labels.set(folded, concept.id);
      }
    }
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  return {
    kind: 'valid',
    value: read.value.map(({ guide, ...concept }) => ({
      ...concept,
      id: conceptId(concept.id),
      broader: concept.broader.map(conceptId),
      related: concept.related.map(conceptId),
      ...(guide !== undefined && { guide: essaySlug(guide) }),
    })),
  };
}

function isBelowItself(start: string, byId: ReadonlyMap<string, { broader: readonly string[] }>): boolean {
  const seen = new Set<string>();
  const queue = [...(byId.get(start)?.broader ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === start) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    queue.push(...(byId.get(next)?.broader ?? []));
  }
  return false;
}
