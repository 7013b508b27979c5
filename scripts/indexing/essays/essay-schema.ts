import { z } from 'zod';
import { ESSAY_KINDS, type EssayMeta, REVIEWERS } from '../../../server/domain/essay.ts';
import { conceptId, type EssaySlug } from '../../../server/domain/ids.ts';
import { isFamilyOf, NO_FAMILY } from '../../../server/domain/name.ts';
import { NATIONS } from '../../../server/domain/nation.ts';
import { PERSPECTIVES } from '../../../server/domain/perspective.ts';
import { idsIn, isIdIn } from '../../../server/domain/table.ts';
import {
  isRealDate,
  isRealDateOrPart,
  isWebAddress,
  textOf,
  withoutUndefined,
} from '../files/field-schemas.ts';

const NOT_KNOWN = 'not known';

const oneOf = <Id extends string>(ids: Readonly<Record<Id, unknown>>) =>
  textOf(40).refine((text): text is Id => isIdIn(ids, text), {
    error: `must be one of ${idsIn(ids).join(', ')}`,
  });
/** A date that YAML reads as a number, `published: 2024`, is no text either. */
const dateText = (reason: string) =>
  z.string({ error: ({ input }) => (typeof input === 'number' ? reason : undefined) });
const DAY = 'must be a day that exists, written YYYY-MM-DD';
const day = dateText(DAY).refine(isRealDate, DAY);
const DAY_OR_UNKNOWN = `${DAY} (or "unknown", for an imported text)`;
const fields = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: ({ code, input }) =>
      code === 'invalid_type' && input !== undefined
        ? `must be made of fields (${Object.keys(shape).join(', ')}), such as "${Object.keys(shape)[0]}: …"`
        : undefined,
  });

const named = { name: textOf(200), role: textOf(200).optional() };
const author = fields({ ...named, family: textOf(100).optional() }).refine(
  ({ name, family }) => family === undefined || isFamilyOf(name, family),
  {
    path: ['family'],
    error: `must be the first or the last words of the name, or "${NO_FAMILY}" for a body`,
  },
);
const AT_LEAST_ONE = 'must name at least one author';
const review = fields({
  by: textOf(100),
  kind: z.enum(REVIEWERS, `must be ${REVIEWERS.join(' or ')}`),
  on: day,
  against: textOf(100).optional(),
});
const dateOfWork = z
  .union([z.number().transform(String), z.string()], { error: 'is missing; write "not known" where it is' })
  .refine(
    (text) => text === NOT_KNOWN || isRealDateOrPart(text),
    'must be YYYY-MM-DD, YYYY-MM, YYYY or "not known"',
  );
const webAddress = textOf(2000).refine(
  (text) => text === NOT_KNOWN || isWebAddress(text),
  'must be a web address that starts with https:// or http://, or "not known"',
);

/** The front matter of an essay, as content/README.md describes it. */
export const essaySchema = z
  .strictObject(
    {
      title: textOf(300),
      kind: oneOf(ESSAY_KINDS),
      authors: z.array(author).min(1, AT_LEAST_ONE),
      published: dateText(DAY_OR_UNKNOWN).refine(
        (text) => text === 'unknown' || isRealDate(text),
        DAY_OR_UNKNOWN,
      ),
      updated: day,
      summary: textOf(600),
      inShort: z.array(textOf(300)).max(6, 'has more than six sentences').optional(),
      perspective: oneOf(PERSPECTIVES),
      rights: fields({ licence: textOf(200), holder: textOf(200) }),
      tags: z.array(textOf(60)).optional(),
      contentNote: textOf(400).optional(),
      order: z.number().int('must be a whole number').optional(),
      drafted: textOf(100).optional(),
      reviewed: z.array(review).optional(),
      nation: z.array(oneOf(NATIONS)).optional(),
      about: fields({
        title: textOf(300),
        authors: z.array(fields(named)).min(1, AT_LEAST_ONE),
        date: dateOfWork,
        publisher: textOf(300),
        url: webAddress,
      }).optional(),
      original: fields({
        written: textOf(64)
          .regex(/^[\da-f]{64}$/, 'is made by the importer')
          .optional(),
        file: textOf(200),
        sha256: textOf(64).regex(/^[\da-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
        post: z.number().int().min(1).optional(),
        publisher: textOf(300).optional(),
        url: webAddress.optional(),
      }).optional(),
      review: z.array(textOf(400)).optional(),
    },
    { error: 'the front matter must be a list of fields, such as "title: …"' },
  )
  .superRefine((essay, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (essay.kind === 'reading-note' && !essay.about)
      refuse('about', 'is missing; a reading note names the work it is about');
    if (essay.kind !== 'reading-note' && essay.about) refuse('about', 'belongs to reading notes only');
    if (essay.kind !== 'essay') {
      if (essay.perspective === 'author')
        refuse(
          'perspective',
          'may be "author" for imported texts (kind: essay) only; say whose view it reports',
        );
      for (const field of ['original', 'review'] as const) {
        if (essay[field]) refuse(field, 'belongs to imported texts (kind: essay) only');
      }
      if (essay.published === 'unknown')
        refuse('published', 'may be "unknown" for imported texts (kind: essay) only');
      // A form is short itself.
      if (essay.kind !== 'tool' && (essay.inShort?.length ?? 0) < 3)
        refuse('inShort', 'must have three to six short sentences');
    }
  });

/** The essay's front matter in the form of the domain, once the schema has passed it. */
export function toEssayMeta(slug: EssaySlug, front: z.output<typeof essaySchema>): EssayMeta {
  // What is left to review is for the editor, not for readers.
  const { published, inShort, tags, nation, reviewed, about, original, review: _review, ...rest } = front;
  return withoutUndefined<EssayMeta>({
    ...rest,
    slug,
    published: published === 'unknown' ? undefined : published,
    inShort: inShort ?? [],
    tags: (tags ?? []).map(conceptId),
    nations: nation ?? [],
    reviewed: reviewed ?? [],
    about: about && {
      title: about.title,
      authors: about.authors,
      date: about.date === NOT_KNOWN ? undefined : about.date,
      publisher: about.publisher === NOT_KNOWN ? undefined : about.publisher,
      url: about.url === NOT_KNOWN ? undefined : about.url,
    },
    original: original && {
      file: original.file,
      publisher: original.publisher,
      url: original.url === NOT_KNOWN ? undefined : original.url,
    },
  });
}
