import { z } from 'zod';
import type { Site } from '../../../server/domain/corpus.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked } from '../problems/problem.ts';

const text = z.string().trim().min(1, 'is empty; write "not yet set"').max(500);
const schema = z.strictObject({ name: text, tagline: text, responsible: text, contact: text });

/** Reads `site.yml`: the site's name and who is responsible for it. */
export function parseSite(file: string, yaml: string): Checked<Site> {
  return parseYaml(file, yaml, schema);
}
