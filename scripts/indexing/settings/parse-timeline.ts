import { z } from 'zod';
import { conceptId, sourceId } from '../../../server/domain/ids.ts';
import type { TimelineEntry } from '../../../server/domain/timeline.ts';
import { isRealDateOrPart, lineOfText } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked } from '../problems/problem.ts';

const text = lineOfText(500);
const schema = z
  .array(
    z.strictObject({
      date: z
        .union([z.number().transform(String), z.string()], 'is missing')
        .refine(isRealDateOrPart, 'must be YYYY, YYYY-MM or YYYY-MM-DD, in quotation marks'),
      what: text,
      sources: z.array(text).min(1, 'must name at least one source'),
      concepts: z.array(text).default([]),
    }),
    'must be a list of events, each starting with "- date: …"',
  )
  .nullable();

/** Reads `timeline.yml`: what happened when, each with its sources. Gives it in the order of time. */
export function parseTimeline(file: string, yaml: string): Checked<readonly TimelineEntry[]> {
  const read = parseYaml(file, yaml, schema);
  if (read.kind === 'invalid') return read;
  const seen = new Map<string, number>();
  const idOf = (date: string): string => {
    const nth = (seen.get(date) ?? 0) + 1;
    seen.set(date, nth);
    return nth === 1 ? `event-${date}` : `event-${date}-${nth}`;
  };
  const entries = (read.value ?? []).map(({ sources, concepts, ...rest }) => ({
    id: idOf(rest.date),
    ...rest,
    sources: sources.map(sourceId),
    concepts: concepts.map(conceptId),
  }));
  // A year stands before its months, a month before its days.
  return { kind: 'valid', value: entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) };
}
