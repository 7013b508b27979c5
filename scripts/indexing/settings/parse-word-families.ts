import { z } from 'zod';
import type { WordFamily } from '../../../server/domain/word-family.ts';
import { textOf } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked, Problem } from '../problems/problem.ts';

const families = z
  .array(
    z.array(textOf(100)).min(2, 'must hold two words or more'),
    'must be a list of families, each "- [word, other word]"',
  )
  .default([]);
const schema = z.strictObject({ same: families, near: families });

/** Reads `word-families.yml`. A word may stand in several families, but in each only once. */
export function parseWordFamilies(file: string, yaml: string): Checked<readonly WordFamily[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const problems: Problem[] = [];
  const found = (['same', 'near'] as const).flatMap((closeness) =>
    read.value[closeness].map((members, row): WordFamily => {
      for (const [index, word] of members.entries()) {
        const isTwice = members.slice(0, index).some((other) => other.toLowerCase() === word.toLowerCase());
        const reason = `"${word}" stands in this family already`;
        if (isTwice)
          problems.push({ file, ...read.positionOf([closeness, row, index]), reason, severity: 'error' });
      }
      return { closeness, members };
    }),
  );
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', value: found };
}
