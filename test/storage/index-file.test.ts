import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeFileWhole } from '../../scripts/indexing/files/write-file.ts';
import { writeIndexFile } from '../../scripts/indexing/index-file/write-index-file.ts';
import type { Corpus } from '../../server/domain/corpus.ts';
import { readIndexFile } from '../../server/storage/read-index-file.ts';

const CORPUS: Corpus = {
  site: { name: 'S', tagline: 't', responsible: 'r', contact: 'c' },
  concepts: [],
  wordFamilies: [],
  essays: [],
  passages: [],
  sources: [],
  retired: [],
  glossary: [],
  timeline: [],
};
const ABOUT = { fingerprint: 'f1', contentDirs: ['/content'] };

describe('the index file', () => {
  let dir: string;
  let file: string;
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'index-file-'));
    file = path.join(dir, 'deep/er/index.json');
    writeIndexFile(file, { corpus: CORPUS, searchIndex: { a: 1 } }, ABOUT);
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('is read back as it was written, and nothing else is left in its folder', () => {
    const read = readIndexFile(file);
    assert.equal(read.kind, 'read');
    assert.deepEqual(read.kind === 'read' && read.content, { corpus: CORPUS, searchIndex: { a: 1 } });
    assert.deepEqual(readdirSync(path.dirname(file)), ['index.json']);
    assert.equal(read.kind === 'read' && read.header.fingerprint, 'f1');
  });

  it('is refused when a single byte of it has changed', () => {
    const damaged = path.join(dir, 'damaged.json');
    writeFileSync(damaged, readFileSync(file, 'utf8').replace('"name":"S"', '"name":"T"'));
    assert.deepEqual(readIndexFile(damaged), {
      kind: 'unusable',
      reason: 'it is damaged (its checksum differs)',
    });
  });

  for (const [name, text] of Object.entries({
    'cut short': '{"format":',
    empty: '',
    'of another program': '{"format":"x"}\n{}\n',
    null: 'null\n',
  })) {
    it(`is refused with a reason when it is ${name}`, () => {
      const bad = path.join(dir, 'bad.json');
      writeFileSync(bad, text);
      assert.equal(readIndexFile(bad).kind, 'unusable');
    });
  }

  it('is said to be missing when it is', () => {
    assert.deepEqual(readIndexFile(path.join(dir, 'none.json')), {
      kind: 'unusable',
      reason: 'there is none yet',
    });
  });
});

describe('writeFileWhole', () => {
  it('leaves the old file and no temporary one when it cannot write', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'write-file-'));
    const file = path.join(dir, 'a');
    writeFileWhole(file, 'old');
    // A folder in the way of the rename: the write itself succeeds, the last step fails.
    const blocked = path.join(dir, 'b');
    writeFileWhole(path.join(blocked, 'inside'), 'x');
    assert.throws(() => writeFileWhole(blocked, 'new'));
    assert.deepEqual(readdirSync(dir).sort(), ['a', 'b']);
    assert.equal(readFileSync(file, 'utf8'), 'old');
    rmSync(dir, { recursive: true });
  });
});
