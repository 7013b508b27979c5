import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildCorpus } from '../../scripts/indexing/build-corpus.ts';
import { fingerprint } from '../../scripts/indexing/files/fingerprint.ts';
import { listFiles, readFirst } from '../../scripts/indexing/files/read-content.ts';
import { contentFingerprint } from '../../scripts/indexing/index-content.ts';
import { listInputs } from '../../scripts/indexing/list-inputs.ts';
import { CONTENT_FILES } from '../../scripts/indexing/settings/content-files.ts';
import { PROJECT_DIR, readConfig, SHIPPED_CONTENT_DIR } from '../../server/config.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

/** The files below a folder that are opened while something runs, by whatever part of the program. */
async function filesReadWhile(folder: string, run: () => Promise<unknown>): Promise<string[]> {
  const read = mock.method(fs, 'readFileSync');
  syncBuiltinESMExports();
  try {
    await run();
    const files = read.mock.calls.map((call) => path.resolve(String(call.arguments[0])));
    return [...new Set(files)].filter((file) => file.startsWith(folder + path.sep)).sort();
  } finally {
    read.mock.restore();
    syncBuiltinESMExports();
  }
}

/** The project's files that are loaded when these are, by their imports. */
function filesImportedBy(starts: readonly string[]): string[] {
  const seen = new Set<string>();
  const queue = [...starts];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, clause = '', target = ''] of fs
      .readFileSync(file, 'utf8')
      .matchAll(/^(?:import|export)\s([^;'"(=]*?)\s?from\s'(\.[^']+)'/gm)) {
      if (!clause.startsWith('type ')) queue.push(path.resolve(path.dirname(file), target));
    }
  }
  return [...seen].sort();
}

describe('the fingerprint of an index', () => {
  let dir: string;
  const print = () => contentFingerprint(readConfig({ CONTENT_DIR: dir }));
  before(() => {
    // The true path, as reading gives it.
    dir = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'list-inputs-')));
    fs.cpSync(FIXTURE_DIR, dir, { recursive: true });
    const weights = { madeBy: 'a test', learntFrom: { file: 'x.jsonl', passages: 1 }, concepts: {} };
    fs.writeFileSync(path.join(dir, CONTENT_FILES.weights.path), JSON.stringify(weights));
  });
  after(() => fs.rmSync(dir, { recursive: true, force: true }));
  /** Every file of the fixture that the table names. */
  const files = () =>
    Object.values(CONTENT_FILES).flatMap((entry) =>
      listFiles(dir, entry.path).map((file) => path.relative(dir, file)),
    );

  it('changes with every content file that indexing reads, and with no other', async () => {
    const read = await filesReadWhile(dir, () => buildCorpus([dir]));
    assert.deepEqual(
      read.map((file) => path.relative(dir, file)),
      [
        'essays/brought-in.md',
        'essays/kitchen-table.md',
        'essays/long-loss.md',
        'tools/seating-plan.md',
        ...files(),
      ].sort(),
    );
    // No kind of file that the table knows is missing from the fixture, or it would go untested.
    for (const entry of Object.values(CONTENT_FILES))
      assert.ok(listFiles(dir, entry.path).length > 0, entry.path);
    for (const file of read) {
      const before = print();
      const text = fs.readFileSync(file, 'utf8');
      fs.appendFileSync(file, '\n');
      assert.notEqual(print(), before, `${file} may change unseen`);
      fs.writeFileSync(file, text);
      assert.equal(print(), before);
    }
    const before = print();
    fs.writeFileSync(path.join(dir, 'notes.txt'), 'Not read.');
    assert.equal(print(), before);
  });

  it('changes when a file of the table comes or goes, an essay too', () => {
    for (const name of [...files(), 'essays/long-loss.md']) {
      const file = path.join(dir, name);
      const before = print();
      const text = fs.readFileSync(file);
      fs.rmSync(file);
      assert.notEqual(print(), before, `${name} may go unseen`);
      fs.writeFileSync(file, text);
      assert.equal(print(), before);
    }
  });

  it('changes with the shipped files that stand in', async () => {
    const empty = path.join(dir, 'empty');
    fs.mkdirSync(path.join(empty, 'essays'), { recursive: true });
    const read = await filesReadWhile(path.resolve(SHIPPED_CONTENT_DIR), () => buildCorpus([empty]));
    const listed = new Set(listInputs({ contentDirs: [empty] }));
    assert.ok(read.length > 0);
    assert.deepEqual(
      read.filter((file) => !listed.has(file)),
      [],
    );
  });

  it('changes with every file of the program that indexing loads, and with the libraries', () => {
    const indexing = path.join(PROJECT_DIR, 'scripts/indexing');
    const loaded = filesImportedBy([
      path.join(indexing, 'index-content.ts'),
      path.join(indexing, 'essays/parse-worker.ts'),
    ]);
    assert.ok(
      loaded.includes(fileURLToPath(new URL('../../server/language/split-words.ts', import.meta.url))),
    );
    const listed = new Set(listInputs({ contentDirs: [dir] }));
    assert.deepEqual(
      [...loaded, path.join(PROJECT_DIR, 'package-lock.json')].filter((file) => !listed.has(file)),
      [],
    );
  });

  it('tells files apart by name, order and content', () => {
    const files = ['one', 'two'].map((name) => path.join(dir, name));
    for (const file of files) fs.writeFileSync(file, 'same');
    assert.notEqual(fingerprint(files), fingerprint([...files].reverse()));
    assert.notEqual(fingerprint(files), fingerprint(files.slice(0, 1)));
  });
});

describe('a path that stands for every file of a folder', () => {
  let dir: string;
  before(() => {
    dir = fs.mkdtempSync(path.join(tmpdir(), 'folder-of-files-'));
    fs.mkdirSync(path.join(dir, 'first'));
    fs.mkdirSync(path.join(dir, 'second/tagging/below'), { recursive: true });
    for (const name of ['grief.yml', 'carers.yml', 'notes.txt', '.hidden'])
      fs.writeFileSync(path.join(dir, 'second/tagging', name), name);
  });
  after(() => fs.rmSync(dir, { recursive: true, force: true }));

  it('gives them all, sorted, from the first content folder that has any', () => {
    const found = readFirst([path.join(dir, 'first'), path.join(dir, 'second')], ['tagging/*.yml']);
    assert.equal(found?.dir, path.join(dir, 'second'));
    assert.deepEqual(
      found?.files.map((file) => file.kind === 'read' && Buffer.from(file.bytes).toString()),
      ['carers.yml', 'grief.yml'],
    );
    assert.equal(readFirst([path.join(dir, 'first')], ['tagging/*.yml']), undefined);
  });

  it('gives nothing where the folder is missing', () => {
    assert.deepEqual(listFiles(path.join(dir, 'first'), 'tagging/*.yml'), []);
  });

  it('reports a file where the folder should be, and a file that cannot be read', () => {
    fs.writeFileSync(path.join(dir, 'first/tagging'), 'a file');
    fs.symlinkSync('/nowhere', path.join(dir, 'second/tagging/gone.yml'));
    const problems = ['first', 'second'].flatMap((name) =>
      (readFirst([path.join(dir, name)], ['tagging/*.yml'])?.files ?? []).flatMap((file) =>
        file.kind === 'invalid' ? [file.problem.reason.replace(/: E.*/, '')] : [],
      ),
    );
    assert.deepEqual(problems, ['the folder cannot be read', 'the file cannot be read']);
  });
});
