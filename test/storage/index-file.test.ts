import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeFileWhole } from '../../scripts/indexing/files/write-file.ts';
import { buildPassageIndex } from '../../scripts/indexing/index-file/build-passage-index.ts';
import { writeIndexFile } from '../../scripts/indexing/index-file/write-index-file.ts';
import type { Corpus } from '../../server/domain/corpus.ts';
import { INDEX_FORMAT, type IndexContent } from '../../server/storage/index-schema.ts';
import { readIndexFile, sha256 } from '../../server/storage/read-index-file.ts';
import { loadContent } from '../fixture-app.ts';

const CORPUS: Corpus = {
  site: { name: 'S', tagline: 't', responsible: 'r', contact: 'c' },
  concepts: [],
  stems: [],
  knownWords: [],
  wordFamilies: [],
  questions: [],
  essays: [],
  passages: [],
  sources: [],
  retired: [],
  glossary: [],
  timeline: [],
};
const CONTENT: IndexContent = { corpus: CORPUS, searchIndex: buildPassageIndex(CORPUS) };
const ABOUT = { fingerprint: 'f1', contentDirs: ['/content'] };

describe('the index file', () => {
  let dir: string;
  let file: string;
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'index-file-'));
    file = path.join(dir, 'deep/er/index.json');
    writeIndexFile(file, CONTENT, ABOUT);
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('is read back as it was written, and nothing else is left in its folder', () => {
    const read = readIndexFile(file);
    assert.equal(read.kind, 'read');
    assert.deepEqual(read.kind === 'read' && read.content, CONTENT);
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

  /** A file with the right format and checksum, whatever its content. */
  const sealed = (body: string) =>
    `${JSON.stringify({ format: INDEX_FORMAT, ...ABOUT, sha256: sha256(body) })}\n${body}\n`;
  const otherVersion = 'it was written by another version of this program';
  const otherForm = 'its content has another form';
  const damagedHead = 'its first line is damaged';
  const bad: Readonly<Record<string, readonly [content: string | Uint8Array, reason: string]>> = {
    'cut short in its first line': ['{"format":', damagedHead],
    'cut short in its content': [
      sealed(JSON.stringify(CONTENT)).slice(0, -9),
      'it is damaged (its checksum differs)',
    ],
    empty: ['', damagedHead],
    'a picture': [
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      damagedHead,
    ],
    'nothing but null': ['null\n', damagedHead],
    'a list': ['[]\n{}\n', otherVersion],
    'of an earlier format': ['{"format":"on-equal-terms-index/2"}\n{}\n', otherVersion],
    'without a checksum': [`${JSON.stringify({ format: INDEX_FORMAT, ...ABOUT })}\n{}\n`, damagedHead],
    'sealed, and no JSON': [sealed('{"corpus":'), otherForm],
    'sealed, and null': [sealed('null'), otherForm],
    'sealed, and of another program': [
      sealed('{"corpus":{"essays":[],"passages":[],"concepts":[]}}'),
      otherForm,
    ],
    'sealed, with a list missing': [
      sealed(JSON.stringify({ ...CONTENT, corpus: { ...CORPUS, glossary: undefined } })),
      otherForm,
    ],
    'sealed, with entries of another form': [
      sealed(JSON.stringify({ ...CONTENT, corpus: { ...CORPUS, retired: [{ id: 'aaa1' }] } })),
      otherForm,
    ],
    'sealed, with a search index of another form': [
      sealed(JSON.stringify({ ...CONTENT, searchIndex: { serialised: '…' } })),
      otherForm,
    ],
  };
  for (const [name, [content, reason]] of Object.entries(bad)) {
    it(`is refused with a reason when it is ${name}`, () => {
      const file = path.join(dir, 'bad.json');
      writeFileSync(file, content);
      assert.deepEqual(readIndexFile(file), { kind: 'unusable', reason });
    });
  }

  it('is refused with a reason when it is a folder', () => {
    assert.deepEqual(readIndexFile(dir), {
      kind: 'unusable',
      reason: 'it cannot be read: EISDIR: illegal operation on a directory, read',
    });
  });

  it('is refused with a reason when it may not be read', { skip: process.getuid?.() === 0 }, () => {
    const locked = path.join(dir, 'locked.json');
    writeFileSync(locked, '', { mode: 0o000 });
    const read = readIndexFile(locked);
    assert.match(read.kind === 'unusable' ? read.reason : '', /^it cannot be read: EACCES/);
  });

  it('is read with all that the fixture holds, unchanged', async () => {
    const { corpus } = await loadContent();
    const content = { corpus, searchIndex: buildPassageIndex(corpus) };
    writeIndexFile(file, content, ABOUT);
    const read = readIndexFile(file);
    assert.deepEqual(read.kind === 'read' && read.content, JSON.parse(JSON.stringify(content)));
  });

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
