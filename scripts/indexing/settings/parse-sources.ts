import { z } from 'zod';
import { isSourceId, sourceId } from '../../../server/domain/ids.ts';
import { FIELDS_NOT_FOUND, READINGS, type Source } from '../../../server/domain/source.ts';
import { idsIn } from '../../../server/domain/table.ts';
import { isRealDay, isWebAddress, withoutUndefined } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked, Problem } from '../problems/problem.ts';

/** The types of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types). */
const CSL_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

const text = z.string().trim().min(1, 'is empty').max(1000);
const numberOrText = z.union([z.number().transform(String), text]);
const name = z.union(
  [
    z.strictObject({ family: text, given: text.optional(), suffix: text.optional() }),
    z.strictObject({ literal: text }),
  ],
  'must be {family, given} for a person or {literal} for a body',
);
const dateParts = z.tuple([
  z.tuple([z.number().int()], z.number().int()).refine(({ length }) => length <= 3),
]);
const issued = z.union(
  [z.strictObject({ 'date-parts': dateParts }), z.strictObject({ literal: text })],
  'must be { date-parts: [[2013, 1, 29]] } or { literal: "undated, after 2010" }',
);

const schema = z.array(
  z.strictObject({
    id: z.string().refine(isSourceId, 'must be lower-case letters, digits and hyphens'),
    type: z.enum(CSL_TYPES, 'must be a type of CSL 1.0.2, such as report, article-journal or webpage'),
    title: text,
    author: z.array(name).default([]),
    editor: z.array(name).default([]),
    issued: issued.optional(),
    'container-title': text.optional(),
    publisher: text.optional(),
    section: text.optional(),
    'event-title': text.optional(),
    interviewer: z.array(name).optional(),
    volume: numberOrText.optional(),
    issue: numberOrText.optional(),
    page: numberOrText.optional(),
    number: numberOrText.optional(),
    genre: text.optional(),
    URL: text.refine(isWebAddress, 'must be a web address').optional(),
    DOI: text.optional(),
    note: text.optional(),
    accessed: z
      .strictObject({ 'date-parts': dateParts }, 'must be { date-parts: [[2026, 11, 28]] }')
      .optional(),
    read: z.enum(idsIn(READINGS), `must be ${idsIn(READINGS).join(', ')}`).optional(),
    unknown: z
      .array(z.enum(FIELDS_NOT_FOUND, `must name fields, of ${FIELDS_NOT_FOUND.join(', ')}`))
      .optional(),
  }),
  'must be a list of sources, each starting with "- id: …"',
);

type WrittenSource = z.output<typeof schema>[number];

/** Reads the bibliography: a YAML list of CSL items with ids used once and dates that exist. */
export function parseSources(file: string, yaml: string): Checked<readonly Source[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const problems: Problem[] = [];
  const ids = new Set<string>();
  for (const [index, source] of read.value.entries()) {
    const refuse = (field: string, reason: string) =>
      problems.push({ file, ...read.positionOf([index, field]), reason, severity: 'error' });
    if (ids.has(source.id)) refuse('id', `the source "${source.id}" stands here twice`);
    ids.add(source.id);
    for (const field of ['issued', 'accessed'] as const) {
      const date = source[field];
      if (date && 'date-parts' in date && !isRealDate(date['date-parts'][0]))
        refuse(field, 'must be a date that exists: year, month 1 to 12, day');
    }
  }
  return problems.length > 0
    ? { kind: 'invalid', problems }
    : { kind: 'valid', value: read.value.map(toSource) };
}

const isRealDate = ([year, month, day]: readonly number[]): boolean =>
  year !== undefined && year >= 1000 && year <= 9999 && isRealDay(year, month, day);

const toSource = (source: WrittenSource): Source =>
  withoutUndefined<Source>({ ...source, id: sourceId(source.id) });
