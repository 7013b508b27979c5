import { z } from 'zod';
import { normalWords } from '../../../server/language/split-words.ts';
import { textOf } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked } from '../problems/problem.ts';

/** Kinds of words, each as one text: words with spaces between them. */
const schema = z.record(z.string(), textOf(50_000)).nullable();

/** Reads `known-words.yml`: words that are right though a dictionary may lack them, so that none is corrected. */
export function parseKnownWords(file: string, yaml: string): Checked<readonly string[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  return { kind: 'valid', value: [...new Set(Object.values(read.value ?? {}).flatMap(normalWords))].sort() };
}
