import { answerRequests } from '../../processes/answer-requests.ts';
import type { CitationLabels } from '../passages/render-markdown.ts';
import { type EssayFile, type EssayResult, parseEssay } from './parse-essay.ts';

/** What the parent process sends: the citation labels once, then essays one at a time. */
export type ParseRequest = { readonly labels: CitationLabels } | { readonly essay: EssayFile };

/** What comes back for an essay that broke the parser. */
export type ParseFailure = { readonly failure: string; readonly isTooDeep: boolean };

// Runs as a child process, so that an essay whose Markdown takes for ever can be stopped from outside.
let labels: CitationLabels = {};
answerRequests((request: ParseRequest): EssayResult | ParseFailure | 'ready' => {
  if ('essay' in request) return parse(request.essay);
  labels = request.labels;
  return 'ready';
});

function parse(essay: EssayFile): EssayResult | ParseFailure {
  try {
    return parseEssay(essay, labels);
  } catch (error) {
    // The stack overflows on text that is nested thousands of levels deep.
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { failure, isTooDeep: error instanceof RangeError };
  }
}
