import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSettings } from '../../scripts/indexing/settings/read-settings.ts';
import { findCollections } from '../../scripts/lab/evaluation/find-collections.ts';
import { groupByKind, valuesOf } from '../../scripts/lab/evaluation/group-by-kind.ts';
import { readCollection } from '../../scripts/lab/evaluation/read-collection.ts';
import {
  type EngineScores,
  type Evaluation,
  runCollections,
} from '../../scripts/lab/evaluation/run-collections.ts';
import { meanScore, type RankingScore } from '../../scripts/lab/evaluation/score-ranking.ts';
import { SHIPPED_DIR } from '../fixture-app.ts';

type Floors = {
  /** The share of all queries whose first hit helps. */
  readonly usefulFirst: number;
  /** nDCG@10 of each kind of query. */
  readonly ndcg10: Readonly<Record<string, number>>;
};

/** What each set must not fall below: a little under what was measured when it was set. */
const FLOORS: Readonly<Record<string, Floors>> = {
  'asked-afresh': {
    usefulFirst: 0.8,
    ndcg10: { all: 0.56, mismatch: 0.49, question: 0.51 },
  },
  library: {
    usefulFirst: 0.85,
    ndcg10: {
      all: 0.685,
      keyword: 0.75,
      question: 0.51,
      mismatch: 0.62,
      misspelt: 0.76,
      phrase: 0.97,
      name: 0.84,
    },
  },
  'other-voices': {
    usefulFirst: 0.46,
    ndcg10: { all: 0.39, mismatch: 0.35, question: 0.34, keyword: 0.51 },
  },
};

/** Fewer queries of a kind say too little to have a floor. */
const FEWEST = 9;

const COLLECTIONS = findCollections(fileURLToPath(new URL('.', import.meta.url))).map(readCollection);

describe('the floors of the ranking', () => {
  it('are set for every set, and every kind of nine queries or more', () => {
    const floored = COLLECTIONS.map(({ name, queries }) => {
      const kinds = groupByKind(queries).filter(({ places }) => places.length >= FEWEST);
      return [name, kinds.map(({ kind }) => kind).sort()];
    });
    const set = Object.entries(FLOORS).map(([name, { ndcg10 }]) => [name, Object.keys(ndcg10).sort()]);
    assert.deepEqual(set.sort(), floored);
  });
});

describe('the ranking', () => {
  let evaluations: readonly Evaluation[];
  before(async () => {
    const settings = readSettings([SHIPPED_DIR]);
    assert.ok(settings.kind === 'valid');
    evaluations = await runCollections(COLLECTIONS, settings.value, [SHIPPED_DIR], { untagged: false });
  });

  const evaluationOf = (set: string): Evaluation => {
    const evaluation = evaluations.find((other) => other.set === set);
    assert.ok(evaluation, `there is no set "${set}"`);
    return evaluation;
  };
  const scoreOf = ({ queries }: Evaluation, { scores }: EngineScores, wanted = 'all'): RankingScore => {
    const group = groupByKind(queries).find(({ kind }) => kind === wanted);
    assert.ok(group, `there is no query of the kind ${wanted}`);
    return meanScore(valuesOf(scores, group));
  };

  for (const [set, { usefulFirst, ndcg10 }] of Object.entries(FLOORS)) {
    for (const [kind, floor] of Object.entries(ndcg10)) {
      it(`holds the floor of ${set} for ${kind} queries`, () => {
        const evaluation = evaluationOf(set);
        const measured = scoreOf(evaluation, evaluation.ours, kind).ndcg10;
        assert.ok(measured >= floor, `nDCG@10 is ${measured.toFixed(3)}, below ${floor}`);
      });
    }

    it(`comes up with a useful first hit as often as the floor of ${set} says`, () => {
      const evaluation = evaluationOf(set);
      const measured = scoreOf(evaluation, evaluation.ours).usefulFirst;
      assert.ok(measured >= usefulFirst, `the share is ${measured.toFixed(3)}, below ${usefulFirst}`);
    });

    it(`is well above MiniSearch as it comes on ${set}`, () => {
      const evaluation = evaluationOf(set);
      const theirs = evaluation.peers.find(({ name }) => name === 'MiniSearch');
      assert.ok(theirs);
      const [ours, other] = [evaluation.ours, theirs].map((engine) => scoreOf(evaluation, engine).ndcg10);
      assert.ok((ours ?? 0) > (other ?? 1) * 1.25, `nDCG@10 is ${ours}, theirs ${other}`);
    });
  }
});
