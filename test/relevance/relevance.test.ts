import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../../scripts/indexing/settings/read-settings.ts';
import { type Evaluation, runCollection } from '../../scripts/lab/evaluation/evaluate-search.ts';
import { meanScore } from '../../scripts/lab/evaluation/score-ranking.ts';
import { SHIPPED_DIR } from '../fixture-app.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** What nDCG@10 must not fall below: a little under what was measured when it was set. */
const FLOORS = {
  all: 0.54,
  keyword: 0.61,
  question: 0.35,
  mismatch: 0.37,
  misspelt: 0.7,
  phrase: 0.91,
  name: 0.82,
};

describe('the ranking of the shipped content', () => {
  let evaluation: Evaluation;
  before(async () => {
    const settings = readSettings([SHIPPED_DIR]);
    assert.ok(settings.kind === 'valid');
    evaluation = await runCollection(path.join(HERE), settings.value, [SHIPPED_DIR], { untagged: false });
  });

  const ndcgOf = (engine: string, kind: string): number => {
    const scores = evaluation.engines.find(({ name }) => name === engine)?.scores ?? [];
    const ofKind = scores.filter((_score, at) => kind === 'all' || evaluation.queries[at]?.kind === kind);
    assert.ok(ofKind.length > 8, `${kind}: too few queries to say anything`);
    return meanScore(ofKind).ndcg10;
  };

  for (const [kind, floor] of Object.entries(FLOORS)) {
    it(`holds its floor for ${kind} queries`, () => {
      const ndcg = ndcgOf('On Equal Terms', kind);
      assert.ok(ndcg >= floor, `nDCG@10 is ${ndcg.toFixed(3)}, below ${floor}`);
    });
  }

  it('is well above MiniSearch as it comes', () => {
    assert.ok(ndcgOf('On Equal Terms', 'all') > ndcgOf('MiniSearch', 'all') * 1.25);
  });
});
