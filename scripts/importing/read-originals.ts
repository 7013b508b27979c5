import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type Answer, createLimitedProcess } from '../processes/limited-process.ts';
import { collectOriginals, type Original, type Remark } from './originals/collect-originals.ts';
import type { ReadFile } from './planning/plan-import.ts';
import type { ReadOptions } from './read-original.ts';
import type { ReadAnswer, ReadRequest } from './read-worker.ts';

/** How long one original may take to read, in milliseconds. A page takes some 50 ms, a long PDF a few seconds. */
export const READ_TIMEOUT_MS = 20_000;
/** Memory of a reading process, in MB: for its own objects; with all else it may hold half as much again, 512. */
const MEMORY_MB = 340;
/** The most processes that read at the same time. */
const MAX_PROCESSES = 4;

/** Is told after each original how many are done, of how many, and which was the last. */
export type OnProgress = (done: number, all: number, file: string) => void;

/** What came of all originals. */
export type ReadOriginals = {
  readonly files: number;
  readonly read: readonly ReadFile[];
  /** Files, or parts of files, that hold no essay. */
  readonly skipped: readonly Remark[];
  /** Files that could not be read. */
  readonly failed: readonly Remark[];
  /** The most memory that a reading process held, in MB. */
  readonly peakMb: number;
};

/**
 * Reads originals, a few at a time, each in a process with limits.
 *
 * @param names files, and folders of files
 */
export async function readOriginals(
  names: readonly string[],
  options: ReadOptions,
  onProgress: OnProgress,
): Promise<ReadOriginals> {
  const originals = collectOriginals(names);
  return sortAnswers(originals, await askAll(originals, options, onProgress));
}

/** What the processes answer, in the order of the originals; nothing for those that are refused unread. */
async function askAll(
  originals: readonly Original[],
  options: ReadOptions,
  onProgress: OnProgress,
): Promise<(Answer<ReadAnswer> | undefined)[]> {
  const answers: (Answer<ReadAnswer> | undefined)[] = [];
  const waiting = [...originals.entries()];
  let done = 0;
  // Each process takes the next original that waits.
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
  const processes = Math.min(MAX_PROCESSES, availableParallelism(), Math.ceil(originals.length / 4));
  await Promise.all(Array.from({ length: processes }, work));
  return answers;
}

function sortAnswers(
  originals: readonly Original[],
  answers: readonly (Answer<ReadAnswer> | undefined)[],
): ReadOriginals {
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
    read,
    skipped,
    failed,
    peakMb: Math.max(0, ...answers.map((answer) => (answer?.kind === 'answer' ? answer.value.peakMb : 0))),
  };
}

/** Why a process gave no answer, and the way out. */
const LIMITS: Readonly<Record<'timeout' | 'out of memory' | 'exit', string>> = {
  timeout: `it takes more than ${READ_TIMEOUT_MS / 1000} seconds to read; copy the text into a .txt file`,
  'out of memory': 'it takes more memory than a file may; copy the text into a .txt file',
  exit: 'reading it broke off; copy the text into a .txt file',
};
