import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import {
  type Judgements,
  meanScore,
  type RankingScore,
  scoreRanking,
} from '../../scripts/evaluation/score-ranking.ts';
import { EMPTY_QUERY } from '../../server/search/query.ts';
import { loadContent, SHIPPED_DIR } from '../fixture-app.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** What nDCG@10 must not fall below: a little under what was measured when it was set. */
const FLOORS = { all: 0.5, keyword: 0.58, question: 0.36, mismatch: 0.33, misspelt: 0.72, name: 0.85 };

type JudgedQuery = {
  readonly _id: string;
  readonly text: string;
  readonly metadata: { readonly kind: string };
};

const queries = readFileSync(path.join(HERE, 'queries.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as JudgedQuery);

function readJudgements(): Map<string, Judgements> {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of readFileSync(path.join(HERE, 'qrels/test.tsv'), 'utf8').trim().split('\n').slice(1)) {
    const [query = '', passage = '', grade] = line.split('\t');
    const ofQuery = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, ofQuery.set(passage, Number(grade)));
  }
  return judgements;
}

describe('the ranking of the shipped content', () => {
  it('holds its floor for each kind of query, and is well above MiniSearch as it comes', async () => {
    const { search, corpus } = await loadContent(SHIPPED_DIR);
    const judgements = readJudgements();
    const peer = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ['title', 'text'] });
    const titles = new Map(corpus.essays.map(({ slug, title }) => [slug, title]));
    peer.addAll(corpus.passages.map(({ id, essay, text }) => ({ id, title: titles.get(essay) ?? '', text })));

    const ours: (RankingScore & { kind: string })[] = [];
    const theirs: RankingScore[] = [];
    for (const { _id, text, metadata } of queries) {
      const judged = judgements.get(_id);
      assert.ok(judged, `query ${_id} has no judgement`);
      const { hits } = await search({ ...EMPTY_QUERY, text, perPage: 100 });
      ours.push({
        ...scoreRanking(
          hits.map(({ passage }) => passage.id),
          judged,
        ),
        kind: metadata.kind,
      });
      theirs.push(
        scoreRanking(
          peer
            .search(text)
            .slice(0, 100)
            .map(({ id }) => String(id)),
          judged,
        ),
      );
    }
    for (const [kind, floor] of Object.entries(FLOORS)) {
      const { ndcg10 } = meanScore(ours.filter((score) => kind === 'all' || score.kind === kind));
      assert.ok(ndcg10 >= floor, `${kind}: nDCG@10 is ${ndcg10.toFixed(3)}, below ${floor}`);
    }
    assert.ok(meanScore(ours).ndcg10 > meanScore(theirs).ndcg10 * 1.3);
  });
});
