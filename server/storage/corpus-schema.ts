import { z } from 'zod';
import { ESSAY_KINDS, REVIEWERS } from '../domain/essay.ts';
import { conceptId, essaySlug, passageId, sourceId } from '../domain/ids.ts';
import { NATIONS } from '../domain/nation.ts';
import { PERSPECTIVES } from '../domain/perspective.ts';
import { FIELDS_NOT_FOUND, READINGS } from '../domain/source.ts';
import { idsIn } from '../domain/table.ts';

const text = z.string();
const texts = z.array(text);
const count = z.int().min(0);
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
    kind: z.enum(idsIn(ESSAY_KINDS)),
    authors: z.array(author),
    published: text.exactOptional(),
    updated: text,
    summary: text,
    inShort: texts,
    perspective: z.enum(idsIn(PERSPECTIVES)),
    rights: z.strictObject({ licence: text, holder: text }),
    tags: z.array(concept),
    contentNote: text.exactOptional(),
    order: z.number().exactOptional(),
    drafted: text.exactOptional(),
    reviewed: z.array(
      z.strictObject({ by: text, kind: z.enum(REVIEWERS), on: text, against: text.exactOptional() }),
    ),
    nations: z.array(z.enum(idsIn(NATIONS))),
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
    perspective: z.enum(idsIn(PERSPECTIVES)),
    nations: z.array(z.enum(idsIn(NATIONS))),
    isQuotable: z.boolean(),
    isTryThis: z.boolean(),
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
    accessed: z.strictObject({ 'date-parts': z.tuple([z.tuple([z.int()], z.int())]) }).exactOptional(),
    read: z.enum(idsIn(READINGS)).exactOptional(),
    unknown: z.array(z.enum(FIELDS_NOT_FOUND)).exactOptional(),
  }),
);

/** The form of a corpus in an index file, field by field. */
export const corpusSchema = z.strictObject({
  site: z.strictObject({ name: text, tagline: text, responsible: text, contact: text }),
  concepts,
  stems: texts,
  knownWords: texts,
  wordFamilies: z.array(
    z.strictObject({ closeness: z.enum(['alike', 'same', 'near']), members: texts, says: texts }),
  ),
  essays,
  passages,
  questions: z.array(z.strictObject({ ask: text, passage, order: count.exactOptional() })),
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
});
