import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PROJECT_DIR } from '../../server/config.ts';

/** What a command is given so that it gets as far as its work. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  import: ['test/fixtures/import/notes.md'],
  'check:overlap': ['content'],
  'evaluate:import': ['passages.jsonl', 'content'],
};
/** Commands that read originals; all others that need more than the server need indexing. */
const IMPORTING = ['import', 'bench:import'];
/** Commands for those who work on the project, with all of it: they run its tests. */
const NEED_ALL = ['test:only', 'check:browser'];

const { scripts } = JSON.parse(readFileSync(path.join(PROJECT_DIR, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

const needs = (name: string, part: string) =>
  `This command needs the package ${name}, and others of ${part}, which are not installed here. To install them: npm ci --omit=dev\n`;

describe('a machine where a part is not installed', () => {
  let project: string;
  before(() => {
    project = mkdtempSync(path.join(tmpdir(), 'part-'));
    for (const name of ['server', 'scripts', 'content', 'package.json', 'test/fixtures/import'])
      cpSync(path.join(PROJECT_DIR, name), path.join(project, name), { recursive: true });
  });
  after(() => rmSync(project, { recursive: true }));

  /** Links what is installed here, but for some packages. */
  const install = (missing: readonly string[]) => {
    const own = path.join(project, 'node_modules');
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own);
    const here = path.join(PROJECT_DIR, 'node_modules');
    for (const name of readdirSync(here).filter((name) => !missing.includes(name)))
      symlinkSync(path.join(here, name), path.join(own, name));
  };
  const run = (command: string) => {
    const [, file = ''] = /^tsx (scripts\/\S+\.ts)$/.exec(scripts[command] ?? '') ?? [];
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', file, ...(ARGUMENTS[command] ?? [])],
      { cwd: project, encoding: 'utf8' },
    );
    return { status, stderr };
  };

  const commands = Object.keys(scripts).filter(
    (name) => scripts[name]?.startsWith('tsx scripts/') && !NEED_ALL.includes(name),
  );
  for (const command of commands) {
    it(`says in one line what "npm run ${command}" needs where only the server is installed`, () => {
      install(['marked', 'sanitize-html', 'syllable', 'yaml', '@mozilla', 'linkedom', 'mammoth', 'unpdf']);
      assert.deepEqual(run(command), {
        status: 1,
        stderr: needs('marked', IMPORTING.includes(command) ? 'scripts/importing' : 'scripts/indexing'),
      });
    });
  }

  for (const missing of ['@mozilla', 'mammoth', 'unpdf']) {
    it(`says so before it imports anything where ${missing} is missing, which other processes load`, () => {
      install([missing]);
      const name = missing === '@mozilla' ? '@mozilla/readability' : missing;
      assert.deepEqual(run('import'), {
        status: 1,
        stderr: needs(name, 'scripts/importing'),
      });
    });
  }
});
