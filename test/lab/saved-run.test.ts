import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { JudgedQuery } from '../../scripts/lab/evaluation/read-collection.ts';
import { checkCanSave, readRun, saveRun } from '../../scripts/lab/evaluation/saved-run.ts';
import { scoreRanking } from '../../scripts/lab/evaluation/score-ranking.ts';

const query = (id: string, text: string, grade = 2): JudgedQuery => ({
  id,
  text,
  judgements: new Map([['d1', grade]]),
});
const QUERIES = [query('q1', 'grief'), query('q2', 'budgets')];
const MEASURED = {
  set: 'ours',
  queries: QUERIES,
  documentCount: 1,
  ours: {
    name: 'On Equal Terms',
    scores: QUERIES.map(({ judgements }, place) => scoreRanking(place === 0 ? ['d1'] : [], judgements)),
  },
  peers: [],
  rankings: [['d1'], []],
};

describe('a saved run', () => {
  let dir: string;
  let file: string;
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'run-'));
    file = path.join(dir, 'run.json');
    saveRun(file, [MEASURED]);
  });
  after(() => rmSync(dir, { recursive: true }));

  const read = (queries: readonly JudgedQuery[], name = 'ours', from = file) =>
    readRun(from, [{ name, queries }]);
  /** What is said of a file, with the way out. */
  const saying = (reason: string, of = file) => ({
    message: `${of}: ${reason}. To make it, run "npm run evaluate -- --save ${of}" on the version before, with the sets of this one`,
  });

  it('is read in the order of the queries', () => {
    assert.deepEqual(read(QUERIES), new Map([['ours', [1, 0]]]));
    assert.deepEqual(read(QUERIES.toReversed()), new Map([['ours', [0, 1]]]));
  });

  it('may have sets besides', () => {
    saveRun(file, [MEASURED, { ...MEASURED, set: 'theirs' }]);
    assert.deepEqual([...read(QUERIES).keys()], ['ours']);
  });

  it('is refused where a set or a query is not in it, or one of its queries is no longer asked', () => {
    assert.throws(() => read(QUERIES, 'new'), saying('has no set "new", but ours, theirs'));
    assert.throws(() => read([...QUERIES, query('q3', 'x')]), saying('has no query q3 in ours'));
    assert.throws(() => read(QUERIES.slice(1)), saying('has query q1 in ours, which is not measured now'));
  });

  it('is refused where a query is worded or judged otherwise', () => {
    const changed = saying('query q1 in ours was worded or judged otherwise');
    assert.throws(() => read([query('q1', 'mourning'), query('q2', 'budgets')]), changed);
    assert.throws(() => read([query('q1', 'grief', 1), query('q2', 'budgets')]), changed);
  });

  it('says so where the file is missing, or something else', () => {
    const absent = path.join(dir, 'absent.json');
    assert.throws(() => read(QUERIES, 'ours', absent), saying('there is no such file', absent));
    const other = path.join(dir, 'other.json');
    for (const text of ['no JSON', '[]', '{"ours": {"q1": 1}}']) {
      writeFileSync(other, text);
      assert.throws(() => read(QUERIES, 'ours', other), /other\.json: is not a saved run \([\s\S]+--save/);
    }
  });

  it('is not measured for a folder that is not there', () => {
    const nowhere = path.join(dir, 'nowhere');
    checkCanSave(file);
    assert.throws(() => checkCanSave(path.join(nowhere, 'run.json')), {
      message: `${path.join(nowhere, 'run.json')}: cannot be saved: make the folder ${nowhere} first`,
    });
  });
});
