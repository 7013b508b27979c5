import { z } from 'zod';
import type { RetiredPassage } from '../../../server/domain/corpus.ts';
import { essaySlug, isAnchor, isKebabCase, passageId } from '../../../server/domain/ids.ts';
import type { ContentText } from '../files/decode-text.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked, Problem } from '../problems/problem.ts';

/** An anchor that was published once, and the essay it stood in last. */
export type PublishedAnchor = { readonly anchor: string; readonly essay: string };

const anchor = z.string().refine(isAnchor, 'must be an anchor, without "#"');
const schema = z
  .array(
    z.strictObject({
      id: anchor,
      essay: z.string().refine(isKebabCase, 'must be the slug of an essay'),
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
function parseAnchorsLock(file: string, text: string): Checked<readonly PublishedAnchor[]> {
  const problems: Problem[] = [];
  const anchors = text.split('\n').flatMap((line, index): PublishedAnchor[] => {
    const [anchor = '', essay = '', ...more] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (anchor === '') return [];
    if (isAnchor(anchor) && isKebabCase(essay) && more.length === 0) return [{ anchor, essay }];
    const reason = 'must be an anchor and the name of its essay; put back the line that was here';
    problems.push({ file, line: index + 1, column: 1, reason, severity: 'error' });
    return [];
  });
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', value: anchors };
}

/** Reads the list where it lies and where earlier versions kept it, as one: each anchor once. */
export function parseAnchorsLocks(locks: readonly ContentText[]): Checked<readonly PublishedAnchor[]> {
  const read = locks.map(({ file, text }) => parseAnchorsLock(file, text));
  const problems = read.flatMap((lock) => (lock.kind === 'invalid' ? lock.problems : []));
  if (problems.length > 0) return { kind: 'invalid', problems };
  const all = read.flatMap((lock) => (lock.kind === 'valid' ? lock.value : []));
  return { kind: 'valid', value: [...new Map(all.map((known) => [known.anchor, known])).values()] };
}

/** Writes the list in the form that {@link parseAnchorsLock} reads, sorted so that changes merge well. */
export function formatAnchorsLock(anchors: readonly PublishedAnchor[]): string {
  const lines = anchors.map(({ anchor, essay }) => `${anchor} ${essay}`).sort();
  return `# Every anchor that was ever published, with its essay. Written by "npm run anchors"; commit it.\n${lines.join('\n')}\n`;
}
