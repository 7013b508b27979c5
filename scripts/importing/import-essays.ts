/*
 * Brings originals in as essays. Each folder is a step of the way, and knows only those above it:
 *
 *     originals/    files and folders -> originals, each of a kind
 *     characters/   bytes -> text, in which damaged characters are mended
 *     draft/        what a draft is: blocks of Markdown beside their words, and notes for whoever looks it over
 *     head/         what a line says of a text: its date, its authors, that it is an error
 *     formats/      text -> drafts: lines/ for text and pdf/, html/ for pages, word/ and markdown/
 *     cleaning/     draft -> drafts of single essays, without what belongs to the page
 *     composing/    draft -> the file of an essay, sealed
 *     planning/     essays, and those that are in the folder -> steps
 *     writing/      steps -> files
 *
 * read-original.ts goes from bytes to composed essays, in a process of its own (read-worker.ts, read-originals.ts), for
 * originals come from anywhere; plan-essays.ts goes on to the steps.
 */

import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { IMPORTED_CONTENT_DIR } from '../../server/config.ts';
import { displayPath } from '../../server/storage/display-path.ts';
import { count } from '../indexing/report.ts';
import { type ImportPlan, planEssays } from './plan-essays.ts';
import type { ReadOptions } from './read-original.ts';
import { describeImport } from './report-import.ts';
import { fileOfStep, writeEssays } from './writing/write-essays.ts';

/** What whoever imports asks for. */
export type ImportRequest = ReadOptions & {
  /** Files, and folders of files. */
  readonly names: readonly string[];
  /** The content folder to write into; essays go into its folder `essays`. */
  readonly contentDir: string;
  /** Whether only to say what would be done. */
  readonly isDryRun: boolean;
  /** Whether to ask before anything is written, if there is a terminal. */
  readonly asks: boolean;
};

/**
 * Reads originals and writes their essays, and says what came of each.
 *
 * @returns whether every original could be read, and every essay written
 */
export async function importEssays(request: ImportRequest): Promise<boolean> {
  const folder = path.join(request.contentDir, 'essays');
  const plan = await planEssays(request.names, folder, request, showProgress);
  if (process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
  if (request.isDryRun) {
    console.log(`${describeImport(plan, folder, true)}\nNothing was written.`);
    return plan.failed.length === 0;
  }
  if (request.asks && process.stdin.isTTY && process.stdout.isTTY && !(await confirm(plan, folder))) {
    console.log('Nothing was written.');
    return plan.failed.length === 0;
  }
  const { written, failed } = writeEssays(plan.steps, folder);
  const steps = plan.steps.filter((step) => !failed.some(({ file }) => file === step.file));
  const result = { ...plan, steps, failed: [...plan.failed, ...failed] };
  console.log(describeImport(result, folder, false));
  if (written.length > 0) console.log(`\n${describeNextStep(request.contentDir, folder)}`);
  return result.failed.length === 0;
}

/** Goes back to the start of a terminal's line, and clears it. */
const CLEAR_LINE = '\r\u001b[K';

function showProgress(done: number, all: number, file: string): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`${CLEAR_LINE}${done} of ${all}: ${displayPath(file).slice(-60)}`);
  } else if (all >= 50 && done % 25 === 0) console.error(`Read ${done} of ${all} files`);
}

/** Shows what would be written, and asks whether to; there is nothing to ask where nothing would be. */
async function confirm(plan: ImportPlan, folder: string): Promise<boolean> {
  const changes = plan.steps.filter((step) => fileOfStep(step, folder) !== undefined).length;
  if (changes === 0) return true;
  console.log(`${describeImport(plan, folder, true)}\n`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `Write ${count(changes, 'essay')} into ${displayPath(folder)}? [Y/n] `,
  );
  terminal.close();
  return /^(?:y(?:es)?)?$/i.test(answer.trim());
}

function describeNextStep(contentDir: string, folder: string): string {
  const isReadAnyway = contentDir === IMPORTED_CONTENT_DIR;
  const start = isReadAnyway
    ? 'npm start'
    : `CONTENT_DIR=content${path.delimiter}${displayPath(contentDir)} npm start`;
  return `The essays are in ${displayPath(folder)}. Settle the notes to review, then find their passages: ${start}`;
}
