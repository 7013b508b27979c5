import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { MAX_ORIGINAL_BYTES } from '../../scripts/importing/originals/collect-originals.ts';
import { type ImportPlan, planEssays } from '../../scripts/importing/plan-essays.ts';
import { READ_TIMEOUT_MS } from '../../scripts/importing/read-originals.ts';
import { normalWords } from '../../server/language/split-words.ts';
import {
  FINE_FILES,
  FRONT_MATTER_MARKER,
  HOSTILE_FILES,
  MAY_BE_READ,
  TRAVERSAL_MARKER,
} from './hostile/hostile-files.ts';

const OPTIONS = { licence: 'permission unknown', today: '2026-01-01', keepContacts: false };

let dir: string;
let plan: ImportPlan;
const milliseconds = new Map<string, number>();

describe('files that are made to hurt whoever opens them', () => {
  before(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'hostile-'));
    for (const { name, bytes } of [...HOSTILE_FILES, ...FINE_FILES])
      writeFileSync(path.join(dir, name), bytes());
    let last = performance.now();
    plan = await planEssays([dir], path.join(dir, 'essays'), OPTIONS, (_done, _all, file) => {
      milliseconds.set(path.basename(file), performance.now() - last);
      last = performance.now();
    });
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  const said = (name: string) =>
    [...plan.failed, ...plan.skipped]
      .filter(({ file }) => path.basename(file) === name)
      .map(({ reason }) => reason);
  const essaysOf = (name: string) =>
    plan.steps.filter(({ file }) => path.basename(file) === name).map(({ essay }) => essay);

  for (const { name, reason } of HOSTILE_FILES) {
    it(`says in one line why ${JSON.stringify(name)} is not read${MAY_BE_READ.has(name) ? ', or reads it' : ''}`, () => {
      if (MAY_BE_READ.has(name) && essaysOf(name).length > 0) return;
      assert.deepEqual(essaysOf(name), []);
      assert.equal(said(name).length, 1, said(name).join('\n'));
      assert.match(said(name)[0] ?? '', reason);
      assert.doesNotMatch(said(name)[0] ?? '', /\n/);
    });
  }

  it('reads the sound files among them', () => {
    for (const { name, words } of FINE_FILES) {
      const plain = essaysOf(name)[0]?.plain ?? said(name).join();
      assert.ok(plain.includes(normalWords(words).join(' ')), `${name}: ${plain.slice(0, 200)}`);
    }
  });

  it('ends each within its time, and a second for starting and stopping processes', () => {
    for (const [name, time] of milliseconds) {
      assert.ok(time < 2 * READ_TIMEOUT_MS + 5000, `${name}: ${Math.round(time)} ms`);
    }
  });

  it('runs nothing that they hold, and writes nothing', () => {
    assert.equal(existsSync(FRONT_MATTER_MARKER), false);
    assert.equal(existsSync(TRAVERSAL_MARKER), false);
    assert.deepEqual(
      readdirSync(dir).sort(),
      [...HOSTILE_FILES, ...FINE_FILES].map(({ name }) => name).sort(),
    );
  });

  it('does not open a file that is larger than may be', () => {
    const large = HOSTILE_FILES.find(
      ({ bytes, name }) => name === 'text-100-mb.txt' && bytes().length > MAX_ORIGINAL_BYTES,
    );
    assert.ok(large);
    assert.deepEqual(said(large.name), ['it has 100 MB; 25 MB is the most that is read']);
  });
});
