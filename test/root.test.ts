import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PROJECT_DIR } from '../server/config.ts';

/** All that may stand at the top of the project. A script to try something out belongs in a folder outside of it. */
const AT_THE_TOP: readonly string[] = [
  '.ci',
  '.gitignore',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'biome.json',
  'content',
  'docs',
  'package-lock.json',
  'package.json',
  'scripts',
  'server',
  'test',
  'tsconfig.json',
  'views',
];

/** What is never kept: as .gitignore has it, for a copy of the project without git. */
const NEVER_KEPT = /^(?:\.git|node_modules|\.cache|coverage|.*\.log)$/;

/** The names at the top of a folder, but for those that git is told to ignore. */
function namesAtTheTop(folder: string): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const names =
    git.status === 0
      ? git.stdout.split('\0').map((file) => file.split('/')[0] ?? '')
      : readdirSync(folder).filter((name) => !NEVER_KEPT.test(name));
  return [...new Set(names)].filter((name) => name !== '').sort();
}

const findStrangers = (folder: string): string[] =>
  namesAtTheTop(folder).filter((name) => !AT_THE_TOP.includes(name));

describe('the top of the project', () => {
  it('holds what is listed and nothing else', () => {
    assert.ok(namesAtTheTop(PROJECT_DIR).includes('package.json'), 'the folder was not read');
    assert.deepEqual(
      findStrangers(PROJECT_DIR),
      [],
      'Move or delete these, or list them in test/root.test.ts if everybody should find them there.',
    );
  });

  describe('with something else on it', () => {
    let dir: string;
    before(() => {
      dir = mkdtempSync(path.join(tmpdir(), 'root-'));
      for (const folder of ['server', 'tries', 'node_modules']) {
        mkdirSync(path.join(dir, folder));
        writeFileSync(path.join(dir, folder, 'x.ts'), '');
      }
      for (const name of ['package.json', '.try.ts', 'notes.md', 'debug.log'])
        writeFileSync(path.join(dir, name), '');
      writeFileSync(path.join(dir, '.gitignore'), 'node_modules/\n*.log\n');
    });
    after(() => rmSync(dir, { recursive: true, force: true }));

    it('is refused without git', () => {
      assert.deepEqual(findStrangers(dir), ['.try.ts', 'notes.md', 'tries']);
    });

    const noGit = spawnSync('git', ['--version']).status === 0 ? false : 'there is no git on this machine';
    it('is refused with git, whether git has it yet or not', { skip: noGit }, () => {
      const run = (...args: string[]) => spawnSync('git', args, { cwd: dir }).status;
      assert.equal(run('init', '--quiet'), 0);
      assert.equal(run('add', 'notes.md', 'package.json'), 0);
      assert.deepEqual(findStrangers(dir), ['.try.ts', 'notes.md', 'tries']);
    });
  });
});
