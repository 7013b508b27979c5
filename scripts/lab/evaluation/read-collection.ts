import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readJsonLines, readTextFile } from './read-json-lines.ts';
import type { Judgements } from './score-ranking.ts';

/** A document of a test collection; the title may be empty. */
export type TestDocument = { readonly id: string; readonly title: string; readonly text: string };

/** A query with what people judged; at least one document is relevant. */
export type JudgedQuery = {
  readonly id: string;
  readonly text: string;
  /** What sort of query it is, if the collection says so. */
  readonly kind?: string;
  readonly judgements: Judgements;
};

/** A test collection in the layout of BEIR (https://github.com/beir-cellar/beir). */
export type TestCollection = {
  /** The name of its folder. */
  readonly name: string;
  /** Absent if there is no `corpus.jsonl`. */
  readonly documents?: readonly TestDocument[];
  /** Those with a relevant document. */
  readonly queries: readonly JudgedQuery[];
};

const id = z.union([z.string(), z.number()]).transform(String);
const documentSchema = z.object({ _id: id, title: z.string().default(''), text: z.string() });
const querySchema = z.object({
  _id: id,
  text: z.string(),
  metadata: z.object({ kind: z.string().optional() }).optional(),
});

/** Reads a test collection. @throws Error that names the file and line that cannot be used */
export function readCollection(dir: string): TestCollection {
  const corpusFile = path.join(dir, 'corpus.jsonl');
  const queriesFile = path.join(dir, 'queries.jsonl');
  const judgementsFile = path.join(dir, 'qrels', 'test.tsv');
  const absent = [queriesFile, judgementsFile].find((file) => !existsSync(file));
  if (absent !== undefined) {
    throw new Error(`${absent}: there is no such file; a collection has queries.jsonl and qrels/test.tsv`);
  }
  const judgements = readJudgements(judgementsFile);
  const queries = readJsonLines(queriesFile, querySchema).flatMap(
    ({ _id, text, metadata }): JudgedQuery[] => {
      const judged = judgements.get(_id);
      if (!judged || ![...judged.values()].some((grade) => grade > 0)) return [];
      const kind = metadata?.kind;
      return [{ id: _id, text, judgements: judged, ...(kind !== undefined && { kind }) }];
    },
  );
  if (queries.length === 0) throw new Error(`${dir}: no query has a relevant document`);
  const name = path.basename(path.resolve(dir));
  if (!existsSync(corpusFile)) return { name, queries };
  const documents = readJsonLines(corpusFile, documentSchema).map(({ _id, ...rest }) => ({
    id: _id,
    ...rest,
  }));
  return { name, documents, queries };
}

/** Tab-separated lines of query, document and grade, below a heading. */
function readJudgements(file: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const [index, line] of readTextFile(file).split('\n').entries()) {
    if (index === 0 || line.trim() === '') continue;
    const [query, document, grade] = line.trim().split('\t');
    if (query === undefined || document === undefined || !/^-?\d+$/.test(grade ?? ''))
      throw new Error(
        `${file}:${index + 1}: must be a query, a document and a whole number, with tabs between`,
      );
    const ofQuery = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, ofQuery.set(document, Number(grade)));
  }
  return judgements;
}
