import { z } from 'zod';
import type { RetiredPassage } from '../../../server/domain/corpus.ts';
import { essaySlug, isAnchor, isKebabCase, passageId } from '../../../server/domain/ids.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked } from '../problems/problem.ts';

/** An anchor that was published once, and the essay it stood in last. */
export type PublishedAnchor = { readonly anchor: string; readonly essay: string };

const anchor = z.string('must be a text').refine(isAnchor, 'must be an anchor, without "#"');
const schema = z
  .array(
    z.strictObject({
      id: anchor,
      essay: z.string('is missing').refine(isKebabCase, 'must be the slug of an essay'),
      successor: anchor.optional(),
    }),
    'must be a list of retired passages, each starting with "- id: …"',
  )
  .nullable();

/** Reads `retired.yml`: passages that were published and are gone, each with its essay and perhaps a successor. */
export function parseRetired(file: string, yaml: string): Checked<readonly RetiredPassage[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  return {
    kind: 'valid',
    value: (read.value ?? []).map(({ id, essay, successor }) => ({
      id: passageId(id),
      essay: essaySlug(essay),
      ...(successor !== undefined && { successor: passageId(successor) }),
    })),
  };
}

/** Reads `anchors.lock`: a line `anchor slug` for every anchor that was ever published; `#` starts a comment. */
export function parseAnchorsLock(text: string): PublishedAnchor[] {
  return text.split('\n').flatMap((line) => {
    const [anchor, essay] = line.replace(/#.*/, '').trim().split(/\s+/);
    return anchor && essay ? [{ anchor, essay }] : [];
  });
}

/** Writes the list in the form that {@link parseAnchorsLock} reads, sorted so that changes merge well. */
export function formatAnchorsLock(anchors: readonly PublishedAnchor[]): string {
  const lines = anchors.map(({ anchor, essay }) => `${anchor} ${essay}`).sort();
  return `# Every anchor that was ever published, with its essay. Written by "npm run anchors"; commit it.\n${lines.join('\n')}\n`;
}
