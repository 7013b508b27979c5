import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { readArguments } from './processes/read-arguments.ts';

const USAGE = `npm run anchors

Gives every passage of our own essays a permanent anchor, and lists all anchors in generated/anchors.lock.

Each passage without an anchor gets one, written at the end of its first paragraph: {#k3f9}. Nothing else in the files
changes. Commit the essays and generated/anchors.lock together. An anchors.lock where earlier versions kept it is moved there.`;

readArguments(USAGE, {}, 'no words');
const config = configOrExit();
const { buildCorpus } = await loadOrExit('scripts/indexing', () => import('./indexing/build-corpus.ts'));
const { writeAnchors } = await import('./indexing/anchors/write-anchors.ts');
const { count, describeProblems } = await import('./indexing/report.ts');
const { problems, essays, published } = await buildCorpus(config.contentDirs);
const errors = problems.filter(({ severity }) => severity === 'error');
if (errors.length > 0) {
  console.error(`${describeProblems(errors)}\n\nNo anchors were written: put these right first.`);
  process.exitCode = 1;
} else {
  const written = writeAnchors(config.contentDirs[0] ?? '.', essays, published);
  console.log(
    written === 0
      ? 'Every passage has an anchor already.'
      : `${count(written, 'anchor')} written. Commit the essays with generated/anchors.lock.`,
  );
}
