import { parseArgs } from 'node:util';
import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';

const USAGE = `Gives every passage of our own essays a permanent anchor, and lists all anchors in generated/anchors.lock.

  npm run anchors

Each passage without an anchor gets one, written at the end of its first paragraph: {#k3f9}. Nothing else in the
files changes. Commit the essays and generated/anchors.lock together. An anchors.lock where earlier versions kept it is moved there.`;

if (parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values.help) {
  console.log(USAGE);
  process.exit(0);
}
const { contentDirs } = configOrExit();
const { buildCorpus } = await loadOrExit('scripts/indexing', () => import('./indexing/build-corpus.ts'));
const { writeAnchors } = await import('./indexing/anchors/write-anchors.ts');
const { formatProblem } = await import('./indexing/problems/problem.ts');
const { count } = await import('./indexing/report.ts');
const { problems, essays, published } = await buildCorpus(contentDirs);
const errors = problems.filter(({ severity }) => severity === 'error');
if (errors.length > 0) {
  for (const problem of errors) console.error(formatProblem(problem));
  console.error('\nNo anchors were written: put these right first.');
  process.exit(1);
}
const written = writeAnchors(contentDirs[0] ?? '.', essays, published);
console.log(
  written === 0
    ? 'Every passage has an anchor already.'
    : `${count(written, 'anchor')} written. Commit the essays with generated/anchors.lock.`,
);
