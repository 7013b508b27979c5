import { Worker } from 'node:worker_threads';
import { type EssayFile, parseEssay } from '../../server/corpus/parse-essay.ts';
import type { CitationLabels } from '../../server/corpus/render-markdown.ts';

/** What the parent process sends: the citation labels once, then essays one at a time. */
export type ParseRequest = { readonly labels: CitationLabels } | { readonly essay: EssayFile };

/** What comes back for an essay that broke the parser. */
export type ParseFailure = { readonly failure: string; readonly isTooDeep: boolean };

// Runs as a child process, so that an essay whose Markdown takes for ever can be stopped from outside.
let labels: CitationLabels = {};
process.on('message', (request: ParseRequest) => {
  if ('labels' in request) labels = request.labels;
  else process.send?.(parse(request.essay));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

function parse(essay: EssayFile): ReturnType<typeof parseEssay> | ParseFailure {
  try {
    return parseEssay(essay, labels);
  } catch (error) {
    // The stack overflows on text that is nested thousands of levels deep.
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { failure, isTooDeep: error instanceof RangeError };
  }
}

// A busy parser does not hear that its parent was killed. A thread of its own notices, and ends the process.
new Worker(
  `const parent = process.ppid;
   setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);`,
  { eval: true, execArgv: [] },
).unref();
