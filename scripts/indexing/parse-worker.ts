import { type EssayFile, parseEssay } from '../../server/corpus/parse-essay.ts';
import type { CitationLabels } from '../../server/corpus/render-markdown.ts';

/** What the parent process sends: the citation labels once, then essays one at a time. */
export type ParseRequest = { readonly labels: CitationLabels } | { readonly essay: EssayFile };

// Runs as a child process, so that an essay whose Markdown takes for ever can be stopped from outside.
let labels: CitationLabels = {};
process.on('message', (request: ParseRequest) => {
  if ('labels' in request) labels = request.labels;
  else process.send?.(parseEssay(request.essay, labels));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
