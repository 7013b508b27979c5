import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { PROJECT_DIR } from '../../server/config.ts';

/** Every command, by its file in scripts/, with the words that its usage calls it by. */
const COMMANDS = {
  anchors: 'npm run anchors',
  bench: 'npm run bench --',
  'bench-import': 'npm run bench:import --',
  check: 'npm run check',
  'check-browser': 'npm run check:browser --',
  'check-overlap': 'npm run check:overlap --',
  evaluate: 'npm run evaluate --',
  'evaluate-import': 'npm run evaluate:import --',
  import: 'npm run import --',
  index: 'npm run index',
  start: 'npm start',
  test: 'npm run test:only --',
  tune: 'npm run tune',
};

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
  it('are held here for every command', () => {
    const files = readdirSync(path.join(PROJECT_DIR, 'scripts')).filter((name) => name.endsWith('.ts'));
    assert.deepEqual(
      files.sort(),
      Object.keys(COMMANDS)
        .map((name) => `${name}.ts`)
        .sort(),
    );
  });

  for (const [command, call] of Object.entries(COMMANDS)) {
    it(`${command} prints its usage when asked for help, and does nothing else`, () => {
      const { status, stdout, stderr } = run(command, command === 'import' ? '-h' : '--help');
      assert.deepEqual([status, stderr], [0, '']);
      assert.ok(stdout.includes(call), stdout);
      assert.ok(stdout.split('\n').length < 30, 'more than a usage');
    });

    it(`${command} names an option that it does not have, and prints its usage`, () => {
      const { status, stdout, stderr } = run(command, '--colour');
      assert.deepEqual([status, stdout], [2, '']);
      assert.ok(stderr.startsWith("Unknown option '--colour'\n\n"), stderr);
      assert.ok(stderr.includes(call), stderr);
      assert.doesNotMatch(stderr, /\n {4}at /);
    });
  }

  for (const [command, args, problem] of [
    ['anchors', ['essays'], "Unexpected argument 'essays'"],
    ['check', ['essays'], "Unexpected argument 'essays'"],
    ['index', ['content'], "Unexpected argument 'content'"],
    ['start', ['8080'], "Unexpected argument '8080'"],
    ['test', ['teapot'], 'No test file has teapot in its path.'],
    ['tune', ['grief'], 'Only --cues takes a concept.'],
    ['tune', ['--cues', 'grief', 'carers'], 'Name one concept, or none for all.'],
    ['bench', ['many'], '"many" is no number of passages.'],
    ['bench-import', ['0'], '"0" is no number of files.'],
    ['check-browser', ['teapot'], 'No kind of page has teapot in its name.'],
    ['check-overlap', [], 'Name a folder of texts.'],
    ['check-overlap', ['nowhere'], 'There is no folder "nowhere".'],
    ['check-overlap', ['content', '--words', 'few'], '--words must be a whole number from 3 on.'],
    [
      'evaluate',
      ['--save', 'run.json', 'labelled.jsonl'],
      '--against and --save are for test collections, not for labelled passages.',
    ],
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
