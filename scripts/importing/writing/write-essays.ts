import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../../../server/domain/message-of.ts';
import { displayPath } from '../../../server/storage/display-path.ts';
import { writeFileWhole } from '../../indexing/files/write-file.ts';
import { isAsWritten } from '../composing/seal.ts';
import type { Remark } from '../originals/collect-originals.ts';
import type { Step } from '../planning/plan-import.ts';

/**
 * Writes what was planned: each essay whole or not at all, and of an original all essays or none.
 *
 * @returns the files that were written, and the originals whose essays could not be
 */
export function writeEssays(
  steps: readonly Step[],
  folder: string,
): { readonly written: readonly string[]; readonly failed: readonly Remark[] } {
  const written: string[] = [];
  const failed: Remark[] = [];
  for (const file of new Set(steps.map((step) => step.file))) {
    const done: { readonly target: string; readonly before: string | undefined }[] = [];
    try {
      for (const step of steps.filter((one) => one.file === file)) {
        const target = fileOfStep(step, folder);
        if (target === undefined) continue;
        const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
        // Somebody may have edited it while the plan was being read.
        if (before !== undefined && (step.kind === 'new' || !isAsWritten(before))) {
          throw new Error(`${displayPath(target)} was changed meanwhile; run the import again`);
        }
        writeFileWhole(target, step.essay.text);
        done.push({ target, before });
      }
      written.push(...done.map(({ target }) => target));
    } catch (error) {
      failed.push({ file, reason: `its essays could not be written: ${messageOf(error)}` });
      for (const { target, before } of done) {
        if (before === undefined) rmSync(target, { force: true });
        else writeFileWhole(target, before);
      }
    }
  }
  return { written, failed };
}

/** Where a step writes; undefined if it writes nothing. */
export const fileOfStep = ({ kind, slug }: Step, folder: string): string | undefined => {
  if (kind === 'new' || kind === 'update') return path.join(folder, `${slug}.md`);
  return kind === 'beside' ? path.join(folder, `${slug}.md.new`) : undefined;
};
