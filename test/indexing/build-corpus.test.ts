import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildCorpus } from '../../scripts/indexing/build-corpus.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

/** Two works of one body and year, and an Act; the essays of the fixtures cite the first. */
const SOURCES = `
- id: fixture2013
  type: report
  title: A report on tables
  author:
    - literal: Disability Rights UK
  issued: { date-parts: [[2013, 1]] }
- id: chairs2013
  type: report
  title: A report on chairs
  author:
    - literal: Disability Rights UK
  issued: { date-parts: [[2013]] }
- id: fixture-undated
  type: legislation
  title: Table Act 2013
  number: 2013 c. 7
  issued: { date-parts: [[2013, 5, 14]] }
`;

describe('buildCorpus', () => {
  let dir: string;
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'corpus-'));
    cpSync(FIXTURE_DIR, dir, { recursive: true });
    writeFileSync(path.join(dir, 'sources.yml'), SOURCES);
  });
  after(() => rmSync(dir, { recursive: true }));

  it('keeps sources as CSL items in their order, with letters for those of one label, which passages print', async () => {
    const { corpus, problems } = await buildCorpus([dir]);
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    const author = [{ literal: 'Disability Rights UK' }];
    assert.deepEqual(corpus?.sources, [
      {
        id: 'chairs2013',
        type: 'report',
        title: 'A report on chairs',
        author,
        editor: [],
        issued: { 'date-parts': [[2013]] },
        'year-suffix': 'a',
      },
      {
        id: 'fixture2013',
        type: 'report',
        title: 'A report on tables',
        author,
        editor: [],
        issued: { 'date-parts': [[2013, 1]] },
        'year-suffix': 'b',
      },
      {
        id: 'fixture-undated',
        type: 'legislation',
        title: 'Table Act 2013',
        author: [],
        editor: [],
        issued: { 'date-parts': [[2013, 5, 14]] },
        number: '2013 c. 7',
      },
    ]);
    assert.deepEqual(
      corpus?.passages.flatMap(
        ({ html }) => /href="\/sources\/fixture2013"[^>]*>([^<]*)</.exec(html)?.[1] ?? [],
      ),
      ['Disability Rights UK, 2013b, p. 4', 'Disability Rights UK, 2013b'],
    );
  });
});
