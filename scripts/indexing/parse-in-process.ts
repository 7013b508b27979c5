import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EssayFile, EssayResult } from '../../server/corpus/parse-essay.ts';
import type { CitationLabels } from '../../server/corpus/render-markdown.ts';
import { problemOfFile } from '../../server/domain/problem.ts';
import type { ParseFailure, ParseRequest } from './parse-worker.ts';

/** How long one essay may take to read, in milliseconds. A long one takes some 20 ms; hostile ones take minutes. */
export const PARSE_TIMEOUT_MS = 5000;
/** How long the child process may take to start: it loads the parsers, on machines that may be busy. */
const START_TIMEOUT_MS = 60_000;
/** Memory of the child process, in MB. */
const MEMORY_MB = 512;

/**
 * Parses essays in a child process, one after the other. An essay that takes longer than the limit, or more memory, is
 * reported as a problem of its file, and the next one gets a fresh process.
 */
export async function parseEssays(
  essays: readonly EssayFile[],
  labels: CitationLabels,
  timeoutMs = PARSE_TIMEOUT_MS,
): Promise<EssayResult[]> {
  const results: EssayResult[] = [];
  let child: ChildProcess | undefined;
  try {
    for (const essay of essays) {
      child ??= await startChild(labels);
      const answer = await ask(child, { essay }, timeoutMs);
      if (answer.kind === 'answer' && !isFailure(answer.value)) {
        results.push(answer.value as EssayResult);
        continue;
      }
      child.kill('SIGKILL');
      child = undefined;
      const reason = explainFailure(answer, timeoutMs);
      if (reason === undefined) throw new Error(`Essay "${essay.file}": ${JSON.stringify(answer)}`);
      results.push({ problems: [problemOfFile(essay.file, reason)] });
    }
  } finally {
    child?.kill('SIGKILL');
  }
  return results;
}

const isFailure = (value: unknown): value is ParseFailure => Object.hasOwn(value as object, 'failure');

/** Why an essay could not be read, for its editor; undefined if the fault is this program's. */
function explainFailure(answer: Answer, timeoutMs: number): string | undefined {
  if (answer.kind === 'timeout') {
    return `the text takes more than ${timeoutMs / 1000} seconds to read; look for long runs of the same mark (such as ___ or [[[), thousands of headings, or a list of hundreds of levels, and divide or mend it`;
  }
  if (answer.kind === 'exit') return 'the text uses up the memory; divide it into several essays';
  return answer.kind === 'answer' && (answer.value as ParseFailure).isTooDeep
    ? 'the text is nested too deeply (lists in lists, quotations in quotations); flatten it'
    : undefined;
}

async function startChild(labels: CitationLabels): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./parse-worker.ts', import.meta.url)), {
    execArgv: [...process.execArgv, `--max-old-space-size=${MEMORY_MB}`],
    serialization: 'advanced',
    // A child that runs out of memory prints pages of its own state; the problem says what a person needs to know.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const ready = await ask(child, { labels }, START_TIMEOUT_MS);
  if (ready.kind !== 'answer') {
    child.kill('SIGKILL');
    throw new Error('The process that reads essays did not start; run "npm ci" and try again');
  }
  return child;
}

type Answer = { readonly kind: 'answer'; readonly value: unknown } | { readonly kind: 'timeout' | 'exit' };

/** Sends a request and waits for one message back. */
function ask(child: ChildProcess, request: ParseRequest, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (value: unknown) => finish({ kind: 'answer', value });
    const onExit = () => finish({ kind: 'exit' });
    const timer = setTimeout(() => finish({ kind: 'timeout' }), timeoutMs);
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.send(request, (error) => {
      if (error) finish({ kind: 'exit' });
    });
  });
}
