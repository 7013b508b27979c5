import { messageOf } from '../../../server/domain/message-of.ts';
import { createSearch } from '../../../server/search/create-search.ts';
import { EMPTY_QUERY } from '../../../server/search/query/query.ts';
import { isEnglishWord } from '../../../server/storage/is-english-word.ts';
import { buildPassageIndex } from '../../indexing/index-file/build-passage-index.ts';
import type { Settings } from '../../indexing/settings/content-files.ts';
import { readShippedCorpus, toCorpus, toDocuments } from './collection-corpus.ts';
import { createFts5Peer, createMiniSearchPeer, FTS5_MISSING } from './peers.ts';
import { type JudgedQuery, readCollection } from './read-collection.ts';
import { meanScore, type RankingScore, scoreRanking } from './score-ranking.ts';

/** What one engine made of a collection. */
export type EngineScores = {
  readonly name: string;
  /** In the order of the queries. */
  readonly scores: readonly RankingScore[];
};

/** A collection and the rankings of every engine over it. */
export type Evaluation = {
  readonly queries: readonly JudgedQuery[];
  readonly documentCount: number;
  /** Ours first. */
  readonly engines: readonly EngineScores[];
  /** For each query the ids that ours found, best first. */
  readonly rankings: readonly (readonly string[])[];
};

/** How much of a ranking is scored. */
const DEPTH = 1000;

/** Runs every query of a collection through the search that serves readers, and through its peers. */
export async function runCollection(
  dir: string,
  settings: Settings,
  contentDirs: readonly string[],
  { untagged }: { readonly untagged: boolean },
): Promise<Evaluation> {
  const { documents: given, queries } = readCollection(dir);
  const corpus = given ? toCorpus(given, settings, untagged) : await readShippedCorpus(contentDirs, untagged);
  const documents = toDocuments(corpus);
  // Through JSON, as an index goes through its file.
  const search = createSearch(corpus, JSON.parse(JSON.stringify(buildPassageIndex(corpus))), {
    isEnglish: isEnglishWord,
  });
  const rankings: string[][] = [];
  for (const { text } of queries) {
    const { hits } = await search.find({ ...EMPTY_QUERY, text, perPage: DEPTH });
    rankings.push(hits.map(({ passage }) => String(passage)));
  }
  const score = (found: readonly (readonly string[])[]) =>
    queries.map(({ judgements }, index) => scoreRanking(found[index] ?? [], judgements));
  const fts5 = await createFts5Peer(documents);
  const peers = [createMiniSearchPeer(documents), ...(fts5 ? [fts5] : [])];
  return {
    queries,
    documentCount: documents.length,
    engines: [
      { name: 'On Equal Terms', scores: score(rankings) },
      ...peers.map(({ name, search: ask }) => ({
        name,
        scores: score(queries.map(({ text }) => ask(text, DEPTH))),
      })),
    ],
    rankings,
  };
}

/** Prints how well the search does on a collection, beside its peers. @returns what is wrong, if it cannot be read */
export async function evaluateSearch(
  dir: string,
  settings: Settings,
  contentDirs: readonly string[],
  options: { readonly untagged: boolean; readonly misses: boolean },
): Promise<string | undefined> {
  let evaluation: Evaluation;
  try {
    evaluation = await runCollection(dir, settings, contentDirs, options);
  } catch (error) {
    return messageOf(error);
  }
  const { queries, documentCount, engines } = evaluation;
  console.log(
    `\n${dir}: ${queries.length} judged queries, ${documentCount.toLocaleString('en-GB')} documents${options.untagged ? ', untagged' : ''}\n`,
  );
  console.log(formatMeasures(engines));
  const kinds = formatKinds(evaluation);
  if (kinds !== undefined) console.log(`\n${kinds}`);
  if (engines.length < 3) console.log(`\n${FTS5_MISSING}`);
  if (options.misses) console.log(`\n${formatMisses(evaluation)}`);
  return undefined;
}

const NAME_WIDTH = 16;
const cell = (text: string): string => text.padStart(11);
const number = (value: number): string => cell(value.toFixed(3).replace(/^0/, ''));

function formatMeasures(engines: readonly EngineScores[]): string {
  const heads = ['nDCG@10', 'MAP', 'P@5', 'R@100', 'MRR@10'];
  const rows = engines.map(({ name, scores }) => {
    const { ndcg10, averagePrecision, precision5, recall100, reciprocalRank10 } = meanScore(scores);
    const values = [ndcg10, averagePrecision, precision5, recall100, reciprocalRank10];
    return `${name.padEnd(NAME_WIDTH)}${values.map(number).join('')}`;
  });
  return [`${''.padEnd(NAME_WIDTH)}${heads.map(cell).join('')}`, ...rows].join('\n');
}

/** nDCG@10 of each kind of query; undefined if the collection names none. */
function formatKinds({ queries, engines }: Evaluation): string | undefined {
  const kinds = [...new Set(queries.map(({ kind }) => kind))].filter((kind) => kind !== undefined);
  if (kinds.length === 0) return undefined;
  const rows = engines.map(({ name, scores }) => {
    const values = kinds.map(
      (kind) => meanScore(scores.filter((_score, index) => queries[index]?.kind === kind)).ndcg10,
    );
    return `${name.padEnd(NAME_WIDTH)}${values.map(number).join('')}`;
  });
  return [`${'nDCG@10 by kind'.padEnd(NAME_WIDTH)}${kinds.map(cell).join('')}`, ...rows].join('\n');
}

function formatMisses({ queries, engines, rankings }: Evaluation): string {
  const scores = engines[0]?.scores ?? [];
  return queries
    .flatMap(({ id, text, kind = '', judgements }, index) => {
      const { ndcg10 = 0 } = scores[index] ?? {};
      if (ndcg10 >= 0.5) return [];
      const first = (rankings[index] ?? [])
        .slice(0, 5)
        .map((found) => `${found}:${judgements.get(found) ?? 0}`);
      const best = [...judgements].sort((a, b) => b[1] - a[1]).slice(0, 5);
      const expected = best.map(([document, grade]) => `${document}:${grade}`);
      return [
        `${ndcg10.toFixed(2)} ${id} ${kind} “${text}”\n     found ${first.join(' ')}\n     wanted ${expected.join(' ')}`,
      ];
    })
    .join('\n');
}
