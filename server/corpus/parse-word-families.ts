import { z } from 'zod';
import type { Checked, Problem } from '../domain/problem.ts';
import { parseYaml } from './parse-yaml.ts';

const schema = z.array(
  z
    .array(z.string('must be a text').trim().min(1, 'is empty').max(100, 'is longer than 100 characters'))
    .min(2, 'must hold two words or more'),
  'must be a list of families, each "- [word, other word]"',
);

/** Reads `word-families.yml`: rows of words that mean the same to a searcher. No word may stand in two families. */
export function parseWordFamilies(file: string, yaml: string): Checked<readonly (readonly string[])[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [row, family] of read.value.entries()) {
    for (const [place, word] of family.entries()) {
      const reason = `"${word}" stands in a family already`;
      if (seen.has(word.toLowerCase()))
        problems.push({ file, ...read.positionOf([row, place]), reason, severity: 'error' });
      seen.add(word.toLowerCase());
    }
  }
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', value: read.value };
}
