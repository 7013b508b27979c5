import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findCollections } from '../../scripts/lab/evaluation/find-collections.ts';

describe('findCollections', () => {
  let dir: string;
  const at = (...names: string[]) => path.join(dir, ...names);
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'collections-'));
    for (const name of ['second/qrels', 'first/qrels', 'notes', 'deep/inner/qrels'])
      mkdirSync(at(name), { recursive: true });
    writeFileSync(at('README.md'), 'The sets.');
    writeFileSync(at('first', 'queries.jsonl'), '');
  });
  after(() => rmSync(dir, { recursive: true }));

  it('takes a folder that is a collection for itself', () => {
    assert.deepEqual(findCollections(at('first')), [at('first')]);
  });

  it('finds those in a folder by name, one that lacks a file too, and passes by all else', () => {
    assert.deepEqual(findCollections(dir), [at('first'), at('second')]);
  });

  it('names a folder without any', () => {
    assert.throws(() => findCollections(at('notes')), {
      message: `${at('notes')}: holds no test collection; one has queries.jsonl and qrels/test.tsv, here or in folders of its own`,
    });
  });
});
