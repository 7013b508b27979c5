import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildCorpus } from '../../scripts/indexing/build-corpus.ts';
import { checkStandards } from '../../scripts/indexing/checks/check-standards.ts';
import { describeStandards } from '../../scripts/indexing/report.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

let dir: string;
const write = (file: string, text: string) => writeFileSync(path.join(dir, file), text);

/** What is measured of the content, and what is said of it. */
async function check() {
  const { essays, settings, known, problems } = await buildCorpus([dir]);
  assert.ok(settings && known, problems.map(({ reason }) => reason).join());
  return checkStandards(essays, settings, known);
}

describe('the check of questions and stories', () => {
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'standards-'));
    cpSync(FIXTURE_DIR, dir, { recursive: true });
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('counts what there is', async () => {
    const { measured, problems } = await check();
    assert.deepEqual(problems, []);
    assert.deepEqual(measured.questions, { asked: 4, passages: 2, without: 7 });
    assert.equal(
      describeStandards(measured),
      [
        'By kind: Reading note 1, Guide 1, Tool 1, Imported essay 1',
        '1 quotable passage, 1 panel of advice ("Try this")',
        '"Our suggestion" and the like: 1; words of ours under other labels: 0',
        '4 questions that 2 passages answer; 7 without any',
        '2 sources; lacking what their types need: none; looked for and not found out: issued 1, DOI 1',
      ].join('\n'),
    );
  });

  it('names questions of passages that are gone or stand elsewhere, and of essays that there are not', async () => {
    write('questions/kitchen-table.yml', 'aaa1: [who asks]\nccc1: [who else]\nzzz9: [nobody]\n');
    write('questions/no-table.yml', 'aaa2: [who asks then]\n');
    const { problems } = await check();
    assert.deepEqual(
      problems.map(({ file, line, reason }) => `${path.basename(file)}:${line}: ${reason}`),
      [
        'kitchen-table.yml:2: the essay "kitchen-table" has no passage "#ccc1"; give its questions to another, or delete them',
        'kitchen-table.yml:3: the essay "kitchen-table" has no passage "#zzz9"; give its questions to another, or delete them',
        'no-table.yml:1: there is no essay "no-table", after which this file is named',
      ],
    );
    rmSync(path.join(dir, 'questions/no-table.yml'));
  });

  it('names a question that two passages claim without an order, however it is spelt', async () => {
    write('questions/kitchen-table.yml', 'aaa1: [Who pays?]\naaa2: [who pays]\n');
    const { problems } = await check();
    assert.deepEqual(
      problems.map(({ line, reason }) => `${line}: ${reason}`),
      [
        '2: "who pays" is a question of "#aaa1" too; delete one, or give each an order: { ask: "…", order: 1 }',
      ],
    );
    write(
      'questions/kitchen-table.yml',
      'aaa1: [{ ask: Who pays?, order: 2 }]\naaa2: [{ ask: who pays, order: 1 }]\n',
    );
    assert.deepEqual((await check()).problems, []);
  });

  it('names a story that is told too often, by whole words as they are written', async () => {
    write('stories.yml', '- name: Carers\n  words: [Carers]\n- name: All\n  words: [a, the]\n');
    const { measured, problems } = await check();
    assert.deepEqual(
      measured.stories.map(({ name }) => name),
      ['All', 'Carers'],
    );
    assert.equal(problems.length, 1);
    assert.match(
      problems[0]?.reason ?? '',
      /^"All" is told \d+ times \(.*\); keep 3 at most, and link to them$/,
    );
    // At home it may be told at length.
    write(
      'stories.yml',
      '- name: Carers\n  words: [Carers]\n  home: long-loss\n- name: Chairs\n  words: [chairs]\n  home: no-home\n',
    );
    const again = await check();
    assert.deepEqual(
      again.measured.stories.map(({ name, times }) => `${name} ${times}`),
      ['Chairs 3', 'Carers 1'],
    );
    assert.deepEqual(
      again.problems.map(({ reason }) => reason),
      ['"Chairs": there is no essay "no-home"'],
    );
  });
});
