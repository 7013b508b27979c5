import { type Answer, createLimitedProcess } from '../../processes/limited-process.ts';
import type { CitationLabels } from '../passages/render-markdown.ts';
import { problemOfFile } from '../problems/problem.ts';
import type { EssayFile, EssayResult } from './parse-essay.ts';
import type { ParseFailure, ParseRequest } from './parse-worker.ts';

/** How long one essay may take to read, in milliseconds. A long one takes some 20 ms; hostile ones take minutes. */
const PARSE_TIMEOUT_MS = 5000;
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
  const parser = createLimitedProcess<ParseRequest, EssayResult | ParseFailure>(
    new URL('./parse-worker.ts', import.meta.url),
    MEMORY_MB,
    { labels },
  );
  try {
    const results: EssayResult[] = [];
    for (const essay of essays) {
      const answer = await parser.ask({ essay }, timeoutMs);
      if (answer.kind === 'answer' && !('failure' in answer.value)) results.push(answer.value);
      else results.push({ problems: [problemOfFile(essay.file, explainFailure(essay, answer, timeoutMs))] });
    }
    return results;
  } finally {
    parser.stop();
  }
}

/**
 * Why an essay could not be read, for its editor.
 *
 * @throws Error if the fault is this program's
 */
function explainFailure(
  essay: EssayFile,
  answer: Answer<EssayResult | ParseFailure>,
  timeoutMs: number,
): string {
  if (answer.kind === 'timeout') {
    return `the text takes more than ${timeoutMs / 1000} seconds to read; look for long runs of the same mark (such as ___ or [[[), thousands of headings, or a list of hundreds of levels, and divide or mend it`;
  }
  if (answer.kind === 'out of memory') return 'the text uses up the memory; divide it into several essays';
  if (answer.kind !== 'answer')
    return 'reading the text broke off; look for long runs of marks, and divide it';
  if ('failure' in answer.value && answer.value.isTooDeep) {
    return 'the text is nested too deeply (lists in lists, quotations in quotations); flatten it';
  }
  throw new Error(`Essay "${essay.file}": ${JSON.stringify(answer.value)}`);
}
