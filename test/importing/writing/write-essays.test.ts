import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { ComposedEssay } from '../../../scripts/importing/composing/compose-essay.ts';
import type { Step } from '../../../scripts/importing/planning/plan-import.ts';
import { writeEssays } from '../../../scripts/importing/writing/write-essays.ts';

const TEA: ComposedEssay = {
  title: 'Tea',
  authors: 'Ada Sample',
  words: 2,
  plain: 'our tea',
  reviews: [],
  origin: { file: 'blog.txt', sha256: 'a'.repeat(64), lineUnit: 'line' },
  text: 'Our tea.\n',
};

describe('writing the essays of an import', () => {
  it('writes all the essays of an original or none', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'write-'));
    try {
      const steps: Step[] = [
        { kind: 'new', file: 'blog.txt', slug: 'tea', essay: TEA },
        // No file can have this name.
        { kind: 'new', file: 'blog.txt', slug: 'cake\u0000', essay: TEA },
        { kind: 'new', file: 'other.txt', slug: 'other', essay: TEA },
      ];
      const { written, failed } = writeEssays(steps, folder);
      assert.deepEqual(readdirSync(folder), ['other.md']);
      assert.deepEqual(written, [path.join(folder, 'other.md')]);
      assert.deepEqual(
        failed.map(({ file }) => file),
        ['blog.txt'],
      );
      assert.equal(readFileSync(path.join(folder, 'other.md'), 'utf8'), TEA.text);
    } finally {
      rmSync(folder, { recursive: true });
    }
    assert.equal(existsSync(folder), false);
  });
});
