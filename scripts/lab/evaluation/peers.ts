import MiniSearch from 'minisearch';
import type { TestDocument } from './read-collection.ts';

/** A search engine that ours is measured beside. */
export type Peer = {
  readonly name: string;
  /** Ids of the documents found, best first, no more than the limit. */
  readonly search: (text: string, limit: number) => string[];
};

/** What is said where FTS5 cannot be measured. */
export const FTS5_MISSING =
  'SQLite FTS5 is not measured, because better-sqlite3 is not installed. To add it: npm install --no-save better-sqlite3@12';

/** MiniSearch as it comes: its own tokenizer, any term, BM25+ times the number of matching terms. */
export function createMiniSearchPeer(documents: readonly TestDocument[]): Peer {
  const index = new MiniSearch<TestDocument>({ fields: ['title', 'text'] });
  index.addAll(documents);
  return {
    name: 'MiniSearch',
    search: (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => String(id)),
  };
}

/** SQLite's FTS5 with Porter stems, any term, its own BM25; undefined if better-sqlite3 is not installed. */
export async function createFts5Peer(documents: readonly TestDocument[]): Promise<Peer | undefined> {
  const database = await openDatabase();
  if (!database) return undefined;
  database.exec(
    "create virtual table documents using fts5(id unindexed, title, text, tokenize='porter unicode61')",
  );
  const insert = database.prepare('insert into documents values (?, ?, ?)');
  database.exec('begin');
  for (const { id, title, text } of documents) insert.run(id, title, text);
  database.exec('commit');
  const select = database.prepare(
    'select id from documents where documents match ? order by bm25(documents) limit ?',
  );
  return {
    name: 'SQLite FTS5',
    search(text, limit) {
      const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
      if (words.length === 0) return [];
      const rows = select.all(words.map((word) => `"${word}"`).join(' OR '), limit);
      return rows.map((row) => String((row as { id: unknown }).id));
    },
  };
}

/** The part of better-sqlite3 that is used here; whoever compares installs it, so its types may be missing. */
type Database = {
  exec(sql: string): unknown;
  prepare(sql: string): { run(...values: unknown[]): unknown; all(...values: unknown[]): unknown[] };
};

async function openDatabase(): Promise<Database | undefined> {
  try {
    const name = 'better-sqlite3';
    const { default: Sqlite } = (await import(name)) as { default: new (file: string) => Database };
    return new Sqlite(':memory:');
  } catch {
    return undefined;
  }
}
