import { z } from 'zod';
import { type EssaySlug, essaySlug, isKebabCase } from '../../../server/domain/ids.ts';
import { lineOfText } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked } from '../problems/problem.ts';

/** An example that is told by name, so that it can be seen how often. */
export type Story = {
  readonly name: string;
  /** Whoever writes one of these, in these capitals, tells it. */
  readonly words: readonly string[];
  /** The essay where it is told at length: there it counts once, in however many passages. */
  readonly home?: EssaySlug;
};

const schema = z
  .array(
    z.strictObject({
      name: lineOfText(200),
      words: z.array(lineOfText(100)).min(1, 'is empty'),
      home: z.string().refine(isKebabCase, 'must be the slug of an essay').optional(),
    }),
    'must be a list of stories, each starting with "- name: …"',
  )
  .nullable();

/** Reads `stories.yml`: the named examples that essays tell, each with the words by which it is known. */
export function parseStories(file: string, yaml: string): Checked<readonly Story[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const stories = (read.value ?? []).map(({ home, ...story }) => ({
    ...story,
    ...(home !== undefined && { home: essaySlug(home) }),
  }));
  return { kind: 'valid', value: stories };
}
