import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { readSettings } from '../../scripts/indexing/settings/read-settings.ts';
import { evaluateSearch, type SearchOptions } from '../../scripts/lab/evaluation/evaluate-search.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

const lines = (...values: readonly object[]) => values.map((value) => JSON.stringify(value)).join('\n');

let dir: string;

function writeCollection(name: string, folder = dir) {
  mkdirSync(path.join(folder, name, 'qrels'), { recursive: true });
  const write = (file: string, text: string) => writeFileSync(path.join(folder, name, file), text);
  write(
    'corpus.jsonl',
    lines(
      { _id: 'd1', text: 'Kettles whistle in the kitchen.' },
      { _id: 'd2', text: 'Buses stop running at nine.' },
    ),
  );
  write(
    'queries.jsonl',
    lines(
      { _id: 'q1', text: 'kettles', metadata: { kind: 'keyword' } },
      { _id: 'q2', text: 'xylophone', metadata: { kind: 'mismatch' } },
    ),
  );
  write(path.join('qrels', 'test.tsv'), 'query-id\tcorpus-id\tscore\nq1\td1\t2\nq2\td2\t1\n');
}

async function evaluate(dirs: readonly string[], options: Partial<SearchOptions> = {}) {
  const settings = readSettings([FIXTURE_DIR]);
  assert.ok(settings.kind === 'valid');
  const printed: string[] = [];
  const log = mock.method(console, 'log', (text: string) => printed.push(text));
  try {
    const all = { untagged: false, misses: false, ...options };
    return { problem: await evaluateSearch(dirs, settings.value, [FIXTURE_DIR], all), printed };
  } finally {
    log.mock.restore();
  }
}

/** The cells of a printed table, up to a column. */
const cellsOf = (table: string, columns: number) =>
  table
    .trim()
    .split('\n')
    .filter((line) => line.includes('  '))
    .map((line) => line.split(/ {2,}/).slice(0, columns));

describe('measuring the search', () => {
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'evaluate-search-'));
    writeCollection('one');
    writeCollection('two');
  });
  after(() => rmSync(dir, { recursive: true }));

  it('prints one table of all sets in a folder, a row a kind of query', async () => {
    const { problem, printed } = await evaluate([dir]);
    assert.equal(problem, undefined);
    const [heads, ...rows] = cellsOf(printed[0] ?? '', 11);
    assert.deepEqual(
      heads?.join(' | '),
      [
        'set | kind | queries | nDCG@10 | 95 % interval | useful first | best first | none in ten',
        'MiniSearch | difference | 95 % interval',
      ].join(' | '),
    );
    const ofSet = (set: string) => [
      [set, 'all', '2', '.500', '.000 to 1.000', '50 %', '50 %', '50 %', '.500', '.000', '.000 to .000'],
      [
        set,
        'keyword',
        '1',
        '1.000',
        '1.000 to 1.000',
        '100 %',
        '100 %',
        '0 %',
        '1.000',
        '.000',
        '.000 to .000',
      ],
      [set, 'mismatch', '1', '.000', '.000 to .000', '0 %', '0 %', '100 %', '.000', '.000', '.000 to .000'],
    ];
    assert.deepEqual(rows, [...ofSet('one'), ...ofSet('two')]);
  });

  it('compares with a run that it saved', async () => {
    const run = path.join(dir, 'run.json');
    assert.equal((await evaluate([dir], { save: run })).problem, undefined);
    const { problem, printed } = await evaluate([path.join(dir, 'one')], { against: run });
    assert.equal(problem, undefined);
    assert.deepEqual(cellsOf(printed.at(-1) ?? '', 7), [
      ['set', 'kind', 'queries', 'before', 'now', 'difference', '95 % interval'],
      ['one', 'all', '2', '.500', '.500', '.000', '.000 to .000'],
      ['one', 'keyword', '1', '1.000', '1.000', '.000', '.000 to .000'],
      ['one', 'mismatch', '1', '.000', '.000', '.000', '.000 to .000'],
    ]);
  });

  it('lists misses with what was wanted', async () => {
    const { printed } = await evaluate([path.join(dir, 'one')], { misses: true });
    assert.equal(
      printed.at(-1),
      '\none: 1 queries with nDCG@10 below 0.5\n0.00 q2 mismatch “xylophone”\n     found \n     wanted d2:1',
    );
  });

  it('prints nothing before all that was named is known to be usable', async () => {
    writeCollection('one', path.join(dir, 'elsewhere'));
    const named = [path.join(dir, 'one'), path.join(dir, 'elsewhere')];
    assert.deepEqual(await evaluate(named), {
      problem: 'Two collections are called "one"; name one of them, or give its folder another name',
      printed: [],
    });
    const { problem, printed } = await evaluate([dir], { against: path.join(dir, 'absent.json') });
    assert.match(problem ?? '', /absent\.json: there is no such file\. To make it, run/);
    assert.deepEqual(printed, []);
  });
});
