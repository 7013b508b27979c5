import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Corpus } from '../domain/corpus.ts';
import { type StoredPassageIndex, TEXT_FIELDS } from '../search/index/stored-passage-index.ts';
import { corpusSchema } from './corpus-schema.ts';

/** What an index file holds: the corpus and its search index. */
export type IndexContent = { readonly corpus: Corpus; readonly searchIndex: StoredPassageIndex };

const text = z.string();
const texts = z.array(text);
const count = z.int().min(0);
const rows = z.array(z.array(count));

/** The form of an index file's body, field by field: what is read of it is what the domain's types promise. */
const indexSchema = z.strictObject({
  corpus: corpusSchema,
  searchIndex: z.strictObject({
    madeWith: text,
    words: texts,
    terms: texts,
    termOfWord: z.array(count),
    texts: z.record(z.enum(TEXT_FIELDS), rows),
    names: rows,
    families: rows,
    concepts: rows,
    strengths: z.array(z.array(z.number())),
    phrases: z.array(z.strictObject({ text, passages: count })),
  }),
});

/**
 * The form of the index files that this program writes and reads, with a mark of the schema: after a change of a field an
 * older file is made anew, and never misread.
 */
export const INDEX_FORMAT = `on-equal-terms-index/${createHash('sha256')
  .update(JSON.stringify(z.toJSONSchema(indexSchema, { io: 'input' })))
  .digest('hex')
  .slice(0, 12)}`;

/**
 * Whether a value has the form of an index's content. Of each list its first entry is looked at: a program writes all entries
 * of a list alike, the checksum says that they are as they were written, and to check every one takes longer than to read
 * the file.
 */
export const isIndexContent = (value: unknown): value is IndexContent =>
  indexSchema.safeParse(withFirstEntries(value)).success;

/** The value with lists cut to their first entry, at any depth. */
function withFirstEntries(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(withFirstEntries);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withFirstEntries(entry)]));
}

/** A type with the types in it spelt out and read-only: two types with the same fields come out the same, whatever their names. */
type Spelt<Type> = Type extends string | number | boolean | undefined
  ? Type
  : Type extends readonly (infer Entry)[]
    ? readonly Spelt<Entry>[]
    : { readonly [Field in keyof Type]: Spelt<Type[Field]> };
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// Stops the compiler where a field of the domain, or of the search index, and one of the schema differ: required or not,
// there or not, of another type.
true satisfies Same<Spelt<z.output<typeof indexSchema>>, Spelt<IndexContent>>;
