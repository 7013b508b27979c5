import { z } from 'zod';
import { partingOf } from '../../../server/language/split-terms.ts';
import { lineOfText } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked, Problem } from '../problems/problem.ts';

const WORD = /^[a-z]+$/;
const schema = z.array(lineOfText(500), 'must be a list of lines, each "- word, word | word"').nullable();

/** Reads `stems.yml`: lines of words that one stem would join, parted where their sense has parted. */
export function parseStems(file: string, yaml: string): Checked<readonly string[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const lines = read.value ?? [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const [row, line] of lines.entries()) {
    const complain = (reason: string) =>
      problems.push({ file, ...read.positionOf([row]), reason, severity: 'error' });
    const groups = partingOf(line);
    if (groups.length < 2) complain('parts nothing: put " | " between words that do not mean the same');
    for (const word of groups.flat()) {
      if (!WORD.test(word)) complain(`"${word}" must be one word in small letters`);
      else if (seen.has(word)) complain(`"${word}" is named twice`);
      seen.add(word);
    }
  }
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', value: lines };
}
