import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { SHIPPED_CONTENT_DIR } from '../../server/config.ts';
import { messageOf } from '../../server/domain/message-of.ts';
import { displayPath } from '../../server/storage/display-path.ts';
import { namesIn } from '../indexing/files/read-content.ts';
import { writeFileWhole } from '../indexing/files/write-file.ts';
import { type Answer, createLimitedProcess } from '../processes/limited-process.ts';
import { isAsWritten } from './composing/seal.ts';
import { collectOriginals } from './originals/collect-originals.ts';
import { type ExistingEssay, fileOfStep, planImport, type Step } from './planning/plan-import.ts';
import type { ReadOptions } from './read-original.ts';
import type { ReadAnswer, ReadRequest } from './read-worker.ts';

/** How long one original may take to read, in milliseconds. A page takes some 50 ms, a long PDF a few seconds. */
export const READ_TIMEOUT_MS = 20_000;
/** Memory of a reading process, in MB: for its own objects; with all else it may hold half as much again, 512. */
const MEMORY_MB = 340;

/** A file, and why something did not come of it. */
export type Remark = { readonly file: string; readonly title?: string; readonly reason: string };

/** What an import would do, before anything is written. */
export type ImportPlan = {
  readonly files: number;
  readonly steps: readonly Step[];
  /** Files, or parts of files, that hold no essay. */
  readonly skipped: readonly Remark[];
  /** Files that could not be read. */
  readonly failed: readonly Remark[];
  /** The most memory that a reading process held, in MB. */
  readonly peakMb: number;
};

/** Reads originals, each in a process with limits, and plans what is to be written into a folder of essays. */
export async function readOriginals(
  names: readonly string[],
  folder: string,
  options: ReadOptions,
  onProgress: (done: number, all: number, file: string) => void = () => {},
): Promise<ImportPlan> {
  const originals = collectOriginals(names);
  const answers: (Answer<ReadAnswer> | undefined)[] = [];
  const waiting = [...originals.entries()];
  let done = 0;
  const work = async () => {
    const reader = createLimitedProcess<ReadRequest, ReadAnswer>(
      new URL('./read-worker.ts', import.meta.url),
      MEMORY_MB,
    );
    let hasRead = false;
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, original] = next;
        if (original.kind === 'file') {
          const request = { file: path.resolve(original.file), options };
          let answer = await reader.ask(request, READ_TIMEOUT_MS);
          // A process that has read other files may be short of memory through no fault of this one.
          if (answer.kind === 'out of memory' && hasRead) answer = await reader.ask(request, READ_TIMEOUT_MS);
          hasRead = answer.kind === 'answer';
          answers[index] = answer;
        }
        done += 1;
        onProgress(done, originals.length, original.file);
      }
    } finally {
      reader.stop();
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(4, availableParallelism(), Math.ceil(originals.length / 4)) }, work),
  );

  const skipped: Remark[] = [];
  const failed: Remark[] = [];
  const read = originals.flatMap((original, index) => {
    const { file } = original;
    if (original.kind === 'refused') {
      (original.isFailure ? failed : skipped).push({ file, reason: original.reason });
      return [];
    }
    const answer = answers[index];
    if (answer?.kind !== 'answer') {
      failed.push({ file, reason: LIMITS[answer?.kind ?? 'exit'] });
      return [];
    }
    if (answer.value.kind === 'unreadable') {
      failed.push({ file, reason: answer.value.reason });
      return [];
    }
    skipped.push(...answer.value.skipped.map((remark) => ({ file, ...remark })));
    return [{ file, essays: answer.value.essays }];
  });
  return {
    files: originals.length,
    steps: planImport(read, readEssays(folder), slugsElsewhere(folder)),
    skipped,
    failed,
    peakMb: Math.max(0, ...answers.map((answer) => (answer?.kind === 'answer' ? answer.value.peakMb : 0))),
  };
}

const LIMITS: Readonly<Record<'timeout' | 'out of memory' | 'exit', string>> = {
  timeout: `it takes more than ${READ_TIMEOUT_MS / 1000} seconds to read; copy the text into a .txt file`,
  'out of memory': 'it takes more memory than a file may; copy the text into a .txt file',
  exit: 'reading it broke off; copy the text into a .txt file',
};

/** The essays of a folder; what cannot be read as one has an empty text, and its slug is taken all the same. */
const readEssays = (folder: string): ExistingEssay[] =>
  namesIn(folder)
    .filter((name) => /\.md$/i.test(name))
    .map((name) => {
      const beside = textOf(path.join(folder, `${name}.new`));
      return {
        slug: name.slice(0, -3),
        text: textOf(path.join(folder, name)) ?? '',
        ...(beside !== undefined && { beside }),
      };
    });

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Slugs of the essays that the project ships: an imported essay may not take one of them. */
const slugsElsewhere = (folder: string): Set<string> => {
  const shipped = path.join(SHIPPED_CONTENT_DIR, 'essays');
  return new Set(
    path.resolve(folder) === shipped ? [] : namesIn(shipped).map((name) => name.replace(/\.md$/, '')),
  );
};

/** A file that was written, or would be. */
export type Written = { readonly step: Step; readonly path: string };

/**
 * Writes what was planned: each essay whole or not at all, and of an original all essays or none.
 *
 * @returns what was written, and the originals whose essays could not be
 */
export function writeEssays(
  plan: ImportPlan,
  folder: string,
): { readonly written: Written[]; readonly failed: Remark[] } {
  const written: Written[] = [];
  const failed: Remark[] = [];
  for (const file of new Set(plan.steps.map((step) => step.file))) {
    const done: (Written & { readonly before?: string })[] = [];
    try {
      for (const step of plan.steps.filter((one) => one.file === file)) {
        const target = fileOfStep(step, folder);
        if (target === undefined) continue;
        const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
        // Somebody may have edited it while the plan was being read.
        if (before !== undefined && (step.kind === 'new' || !isAsWritten(before))) {
          throw new Error(`${displayPath(target)} was changed meanwhile; run the import again`);
        }
        writeFileWhole(target, step.essay.text);
        done.push({ step, path: target, ...(before !== undefined && { before }) });
      }
      written.push(...done);
    } catch (error) {
      failed.push({ file, reason: `its essays could not be written: ${messageOf(error)}` });
      for (const { path: target, before } of done) {
        if (before === undefined) rmSync(target, { force: true });
        else writeFileWhole(target, before);
      }
    }
  }
  return { written, failed };
}
