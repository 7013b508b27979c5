import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Corpus } from '../domain/corpus.ts';
import { ESSAY_KINDS } from '../domain/essay.ts';
import { conceptId, essaySlug, passageId, sourceId } from '../domain/ids.ts';
import { NATIONS } from '../domain/nation.ts';
import { PERSPECTIVES } from '../domain/perspective.ts';
import { type StoredPassageIndex, TEXT_FIELDS } from '../search/index/stored-passage-index.ts';

/** What an index file holds: the corpus and its search index. */
export type IndexContent = { readonly corpus: Corpus; readonly searchIndex: StoredPassageIndex };

const text = z.string();
const texts = z.array(text);
const count = z.int().min(0);
const rows = z.array(z.array(count));
const slug = text.transform(essaySlug);
const concept = text.transform(conceptId);
const passage = text.transform(passageId);
const source = text.transform(sourceId);
const author = z.strictObject({ name: text, role: text.exactOptional(), family: text.exactOptional() });
const heading = z.strictObject({ level: count, text, id: text });
const name = z.union([
  z.strictObject({ family: text, given: text.exactOptional(), suffix: text.exactOptional() }),
  z.strictObject({ literal: text }),
]);

/** The keys of a record, one of which a text must be. */
const keyOf = <Key extends string>(record: Readonly<Record<Key, string>>) =>
  z.enum(Object.keys(record) as [Key, ...Key[]]);

const concepts = z.array(
  z.strictObject({
    id: concept,
    prefLabel: text,
    definition: text,
    scopeNote: text,
    broader: z.array(concept),
    related: z.array(concept),
    altLabels: texts,
    hiddenLabels: texts,
    guide: slug.exactOptional(),
  }),
);

const essays = z.array(
  z.strictObject({
    slug,
    title: text,
    kind: keyOf(ESSAY_KINDS),
    authors: z.array(author),
    published: text.exactOptional(),
    updated: text,
    summary: text,
    inShort: texts,
    perspective: keyOf(PERSPECTIVES),
    rights: z.strictObject({ licence: text, holder: text }),
    tags: z.array(concept),
    contentNote: text.exactOptional(),
    order: z.number().exactOptional(),
    reviewed: text.exactOptional(),
    nations: z.array(keyOf(NATIONS)),
    about: z
      .strictObject({
        title: text,
        authors: z.array(author),
        date: text.exactOptional(),
        publisher: text.exactOptional(),
        url: text.exactOptional(),
      })
      .exactOptional(),
    original: z
      .strictObject({ file: text, publisher: text.exactOptional(), url: text.exactOptional() })
      .exactOptional(),
    passages: z.array(passage),
    words: count,
    sources: z.array(source),
  }),
);

const passages = z.array(
  z.strictObject({
    id: passage,
    essay: slug,
    position: count,
    locator: z.strictObject({ headings: texts, paragraph: count, lastParagraph: count }),
    opens: z.array(heading),
    text,
    html: text,
    words: count,
    perspective: keyOf(PERSPECTIVES),
    nations: z.array(keyOf(NATIONS)),
    tags: z.array(
      z.discriminatedUnion('by', [
        z.strictObject({ concept, by: z.literal('editor'), strength: z.number() }),
        z.strictObject({
          concept,
          by: z.literal('rule'),
          strength: z.number(),
          evidence: z.array(z.strictObject({ words: text, start: count, end: count })),
        }),
      ]),
    ),
    contentNote: text.exactOptional(),
    sources: z.array(source),
  }),
);

const sources = z.array(
  z.strictObject({
    id: source,
    type: text,
    title: text,
    author: z.array(name),
    editor: z.array(name),
    issued: z
      .union([
        z.strictObject({ 'date-parts': z.tuple([z.tuple([z.int()], z.int())]) }),
        z.strictObject({ literal: text }),
      ])
      .exactOptional(),
    interviewer: z.array(name).exactOptional(),
    'year-suffix': text.exactOptional(),
    'container-title': text.exactOptional(),
    'event-title': text.exactOptional(),
    section: text.exactOptional(),
    publisher: text.exactOptional(),
    volume: text.exactOptional(),
    issue: text.exactOptional(),
    page: text.exactOptional(),
    number: text.exactOptional(),
    genre: text.exactOptional(),
    URL: text.exactOptional(),
    DOI: text.exactOptional(),
    note: text.exactOptional(),
  }),
);

/** The form of an index file's body, field by field: what is read of it is what the domain's types promise. */
const indexSchema = z.strictObject({
  corpus: z.strictObject({
    site: z.strictObject({ name: text, tagline: text, responsible: text, contact: text }),
    concepts,
    wordFamilies: z.array(z.strictObject({ closeness: z.enum(['same', 'near']), members: texts })),
    essays,
    passages,
    sources,
    retired: z.array(z.strictObject({ id: passage, essay: slug, successor: passage.exactOptional() })),
    glossary: z.array(
      z.strictObject({
        id: text,
        term: text,
        also: texts,
        definition: text,
        concepts: z.array(concept),
        sources: z.array(source),
        guide: slug.exactOptional(),
      }),
    ),
    timeline: z.array(
      z.strictObject({
        id: text,
        date: text,
        what: text,
        sources: z.array(source),
        concepts: z.array(concept),
      }),
    ),
  }),
  searchIndex: z.strictObject({
    madeWith: text,
    words: texts,
    terms: texts,
    termOfWord: z.array(count),
    texts: z.record(z.enum(TEXT_FIELDS), rows),
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

/** A type with its parts spelt out and read-only, so that two that say the same are one. */
type Spelt<Type> = Type extends string | number | boolean | undefined
  ? Type
  : Type extends readonly (infer Entry)[]
    ? readonly Spelt<Entry>[]
    : { readonly [Field in keyof Type]: Spelt<Type[Field]> };
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// Stops the compiler where a field of the domain, or of the search index, and one of the schema differ: required or not,
// there or not, of another type.
true satisfies Same<Spelt<z.output<typeof indexSchema>>, Spelt<IndexContent>>;
