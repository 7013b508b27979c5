import type { Corpus } from '../../../server/domain/corpus.ts';
import { createSearch } from '../../../server/search/create-search.ts';
import { EMPTY_QUERY } from '../../../server/search/query/query.ts';
import { isEnglishWord } from '../../../server/storage/is-english-word.ts';
import { buildPassageIndex } from '../../indexing/index-file/build-passage-index.ts';
import type { Settings } from '../../indexing/settings/content-files.ts';
import { readShippedCorpus, toCorpus, toDocuments } from './collection-corpus.ts';
import { createFts5Peer, createMiniSearchPeer, type Peer } from './peers.ts';
import type { JudgedQuery, TestCollection } from './read-collection.ts';
import { type RankingScore, scoreRanking } from './score-ranking.ts';

/** What one engine made of a collection. */
export type EngineScores = {
  readonly name: string;
  /** In the order of the queries. */
  readonly scores: readonly RankingScore[];
};

/** A collection and how every engine ranked it. */
export type Evaluation = {
  /** The collection's name. */
  readonly set: string;
  readonly queries: readonly JudgedQuery[];
  readonly documentCount: number;
  readonly ours: EngineScores;
  readonly peers: readonly EngineScores[];
  /** For each query the ids that ours found, best first. */
  readonly rankings: readonly (readonly string[])[];
};

/** The search that serves readers and its peers, over one corpus. */
type Engines = {
  readonly documentCount: number;
  readonly find: (text: string) => Promise<readonly string[]>;
  readonly peers: readonly Peer[];
};

/** How much of a ranking is scored. */
const DEPTH = 1000;

/**
 * Runs every query of each collection through the search that serves readers, and through its peers.
 *
 * @throws Error if the content, where a collection is over it, has errors
 */
export async function runCollections(
  collections: readonly TestCollection[],
  settings: Settings,
  contentDirs: readonly string[],
  { untagged }: { readonly untagged: boolean },
): Promise<Evaluation[]> {
  const evaluations: Evaluation[] = [];
  let overContent: Engines | undefined;
  for (const collection of collections) {
    if (collection.documents) {
      const engines = await createEngines(toCorpus(collection.documents, settings, untagged));
      evaluations.push(await runCollection(collection, engines));
    } else {
      overContent ??= await createEngines(await readShippedCorpus(contentDirs, untagged));
      evaluations.push(await runCollection(collection, overContent));
    }
  }
  return evaluations;
}

async function createEngines(corpus: Corpus): Promise<Engines> {
  const documents = toDocuments(corpus);
  // Through JSON, as an index goes through its file.
  const search = createSearch(corpus, JSON.parse(JSON.stringify(buildPassageIndex(corpus))), {
    isEnglish: isEnglishWord,
  });
  const fts5 = await createFts5Peer(documents);
  return {
    documentCount: documents.length,
    find: async (text) => {
      const { hits } = await search.find({ ...EMPTY_QUERY, text, perPage: DEPTH });
      return hits.map(({ passage }) => String(passage));
    },
    peers: [createMiniSearchPeer(documents), ...(fts5 ? [fts5] : [])],
  };
}

async function runCollection({ name, queries }: TestCollection, engines: Engines): Promise<Evaluation> {
  const rankings: (readonly string[])[] = [];
  for (const { text } of queries) rankings.push(await engines.find(text));
  const score = (found: readonly (readonly string[])[]) =>
    queries.map(({ judgements }, place) => scoreRanking(found[place] ?? [], judgements));
  return {
    set: name,
    queries,
    documentCount: engines.documentCount,
    ours: { name: 'On Equal Terms', scores: score(rankings) },
    peers: engines.peers.map((peer) => ({
      name: peer.name,
      scores: score(queries.map(({ text }) => peer.search(text, DEPTH))),
    })),
    rankings,
  };
}
