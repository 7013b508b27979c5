import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { messageOf } from '../../../server/domain/message-of.ts';
import { isFolder } from '../../indexing/files/read-content.ts';
import type { JudgedQuery, TestCollection } from './read-collection.ts';
import { readTextFile } from './read-json-lines.ts';
import type { Evaluation } from './run-collections.ts';

/** For each set, by query, nDCG@10 of ours and what was asked and judged, shortened. */
const runSchema = z.record(
  z.string(),
  z.record(z.string(), z.object({ ndcg10: z.number(), judged: z.string() })),
);
type SavedRun = z.infer<typeof runSchema>;

/** For each set the nDCG@10 that was saved, in the order of its queries. */
export type Before = ReadonlyMap<string, readonly number[]>;

/** Writes nDCG@10 of every query to a file, which `readRun` reads. */
export function saveRun(file: string, evaluations: readonly Evaluation[]): void {
  const run: SavedRun = Object.fromEntries(
    evaluations.map(({ set, queries, ours }) => {
      const saved = queries.map((query, place) => {
        const { ndcg10 = 0 } = ours.scores[place] ?? {};
        return [query.id, { ndcg10, judged: fingerprint(query) }] as const;
      });
      return [set, Object.fromEntries(saved)];
    }),
  );
  writeFileSync(file, `${JSON.stringify(run, null, 1)}\n`);
}

/** Checks that a run can be saved, before it takes its time. @throws Error that names the folder that is not there */
export function checkCanSave(file: string): void {
  const dir = path.dirname(path.resolve(file));
  if (!isFolder(dir)) throw new Error(`${file}: cannot be saved: make the folder ${dir} first`);
}

/**
 * Reads a saved run of these collections; sets that it has besides are left out.
 *
 * @throws Error that names the file and what in it cannot be compared: a set, or a query that was not the same then
 */
export function readRun(file: string, collections: readonly TestCollection[]): Before {
  const wayOut = `To make it, run "npm run evaluate -- --save ${file}" on the version before, with the sets of this one`;
  const fail = (reason: string) => new Error(`${file}: ${reason}. ${wayOut}`);
  const run = parseRun(file, fail);
  return new Map(
    collections.map(({ name, queries }) => {
      const saved = new Map(Object.entries(run[name] ?? {}));
      if (saved.size === 0) throw fail(`has no set "${name}", but ${Object.keys(run).join(', ') || 'none'}`);
      const before = queries.map((query) => {
        const then = saved.get(query.id);
        if (!then) throw fail(`has no query ${query.id} in ${name}`);
        if (then.judged !== fingerprint(query))
          throw fail(`query ${query.id} in ${name} was worded or judged otherwise`);
        return then.ndcg10;
      });
      const ids = new Set(queries.map(({ id }) => id));
      const gone = [...saved.keys()].find((id) => !ids.has(id));
      if (gone !== undefined) throw fail(`has query ${gone} in ${name}, which is not measured now`);
      return [name, before];
    }),
  );
}

function parseRun(file: string, fail: (reason: string) => Error): SavedRun {
  let text: string;
  try {
    text = readTextFile(file);
  } catch {
    throw fail('there is no such file');
  }
  try {
    return runSchema.parse(JSON.parse(text));
  } catch (error) {
    throw fail(
      `is not a saved run (${error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error)})`,
    );
  }
}

/** What was asked and what was judged, as a few letters that differ where it differs. */
function fingerprint({ text, judgements }: JudgedQuery): string {
  const judged = [...judgements].map((judgement) => judgement.join(' ')).sort();
  return createHash('sha256')
    .update([text, ...judged].join('\n'))
    .digest('hex')
    .slice(0, 12);
}
