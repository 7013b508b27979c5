import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';
import { PROJECT_DIR } from '../../server/config.ts';

const COMMANDS = [
  'bench',
  'bench-import',
  'check-browser',
  'check-overlap',
  'evaluate',
  'evaluate-import',
  'import',
];

function run(command: string, ...args: string[]) {
  const script = path.join(PROJECT_DIR, 'scripts', `${command}.ts`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), script, ...args],
    { cwd: PROJECT_DIR, encoding: 'utf8', timeout: 60_000 },
  );
  return { status, stdout, stderr };
}

describe('the arguments of commands', () => {
  it('print the usage when asked for help, and do nothing else', () => {
    const { status, stdout, stderr } = run('import', '-h');
    assert.equal(status, 0);
    assert.match(stdout, /^npm run import -- FILE_OR_FOLDER/);
    assert.equal(stderr, '');
  });

  for (const command of COMMANDS) {
    const usage = new RegExp(`npm run ${command.replace('-', '[:-]')} -- `);

    it(`${command} names an option that it does not have, and prints its usage`, () => {
      const { status, stdout, stderr } = run(command, '--colour');
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^Unknown option '--colour'\n\n/);
      assert.match(stderr, usage);
      assert.doesNotMatch(stderr, /\n {4}at /);
    });
  }

  for (const [command, args, problem] of [
    ['bench', ['many'], '"many" is no number of passages.'],
    ['bench-import', ['0'], '"0" is no number of files.'],
    ['check-browser', ['teapot'], 'No kind of page has teapot in its name.'],
    ['check-overlap', [], 'Name a folder of texts.'],
    ['check-overlap', ['nowhere'], 'There is no folder "nowhere".'],
    ['check-overlap', ['content', '--words', 'few'], '--words must be a whole number from 3 on.'],
    ['evaluate', [], 'Name a test collection or a file of labelled passages.'],
    ['import', [], 'Name at least one file or folder to import.'],
    ['import', ['essay.txt', '--holder', ' '], '--holder must be a text of 1 to 200 characters.'],
  ] as const) {
    it(`${[command, ...args].join(' ')} says what is wrong: ${problem}`, () => {
      const { status, stderr } = run(command, ...args);
      assert.equal(status, 2);
      assert.equal(stderr.split('\n')[0], problem);
    });
  }
});
