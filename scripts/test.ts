import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_DIR } from '../server/config.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `Runs the tests, those in the browser last and one by one.

  npm run test:only -- [WORD ...]

Words choose the test files whose path holds one of them.`;

const wanted = readArguments(USAGE, {}).positionals;
// Node 20 does not expand patterns of files for its test runner, so they are listed here.
const files = readdirSync(path.join(PROJECT_DIR, 'test'), { recursive: true })
  .map((name) => path.join('test', String(name)))
  .filter(
    (name) =>
      name.endsWith('.test.ts') && (wanted.length === 0 || wanted.some((word) => name.includes(word))),
  )
  .sort();
if (files.length === 0) exitWithUsage(USAGE, `No test file has ${wanted.join(' or ')} in its path.`);
// Two files at a time, but those in the browser one by one: they wait for what a busy machine does late.
const isInBrowser = (name: string) => name.startsWith(path.join('test', 'browser'));
const rounds = [
  { concurrency: 2, files: files.filter((name) => !isInBrowser(name)) },
  { concurrency: 1, files: files.filter(isInBrowser) },
].filter((round) => round.files.length > 0);
const statuses = rounds.map(({ concurrency, files: ofRound }) => {
  const options = ['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`];
  return spawnSync(process.execPath, [...options, ...ofRound], { cwd: PROJECT_DIR, stdio: 'inherit' }).status;
});
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
