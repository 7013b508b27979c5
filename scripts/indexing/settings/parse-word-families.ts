import { z } from 'zod';
import type { WordFamily } from '../../../server/domain/word-family.ts';
import { splitTerms } from '../../../server/language/split-terms.ts';
import { STOP_WORDS } from '../../../server/language/stop-words.ts';
import { textOf } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked, Problem } from '../problems/problem.ts';

const members = z.array(textOf(100)).min(2, 'must hold two words or more');
const says = z
  .array(textOf(40))
  .max(12, 'holds more than twelve words: keep those that nearly every such passage prints');
const families = z
  .array(
    z.union(
      [members, z.strictObject({ members, says })],
      'must be a family, "[word, other word]" or "{ members: [word, other word], says: [word] }"',
    ),
    'must be a list of families, each "- [word, other word]"',
  )
  .default([]);
const schema = z.strictObject({ same: families, near: families, alike: families });

/** Reads `word-families.yml`. A word may stand in several families, but in each only once; plain words are single words. */
export function parseWordFamilies(file: string, yaml: string): Checked<readonly WordFamily[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const problems: Problem[] = [];
  const found = (['same', 'near', 'alike'] as const).flatMap((closeness) =>
    read.value[closeness].map((written, row): WordFamily => {
      const family = 'members' in written ? written : { members: written, says: [] };
      const isPlain = !('members' in written);
      const complain = (path: readonly (string | number)[], reason: string) =>
        problems.push({
          file,
          ...read.positionOf([closeness, row, ...path]),
          reason,
          severity: 'error',
        });
      for (const [index, word] of family.members.entries()) {
        const isTwice = family.members
          .slice(0, index)
          .some((other) => other.toLowerCase() === word.toLowerCase());
        if (isTwice)
          complain(isPlain ? [index] : ['members', index], `"${word}" stands in this family already`);
      }
      if (closeness === 'alike' && splitTerms(family.members[0] ?? '').length !== 1)
        complain(
          isPlain ? [0] : ['members', 0],
          `"${family.members[0]}" must be one word: the short form stands first`,
        );
      for (const [index, reason] of checkPlainWords(family.says)) complain(['says', index], reason);
      return { closeness, ...family };
    }),
  );
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', value: found };
}

/** What is wrong with plain words, by their place. */
function checkPlainWords(says: readonly string[]): [number, string][] {
  const seen = new Set<string>();
  return says.flatMap((word, index): [number, string][] => {
    const [only, ...others] = splitTerms(word);
    if (!only || others.length > 0)
      return [[index, `"${word}" must be one word: passages are looked up by single words`]];
    if (STOP_WORDS.has(only.normal))
      return [[index, `"${word}" stands in nearly every passage: leave it out`]];
    if (seen.has(only.term)) return [[index, `"${word}" stands here already, perhaps with another ending`]];
    seen.add(only.term);
    return [];
  });
}
