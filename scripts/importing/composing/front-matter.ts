import { AUTHOR_NOT_KNOWN, type Author } from '../../../server/domain/essay.ts';
import { splitSentences } from '../../../server/language/split-sentences.ts';
import { isWebAddress } from '../../indexing/files/field-schemas.ts';
import { type Draft, type LineUnit, wordCount } from '../draft/draft.ts';

/** Where an essay comes from. */
export type Origin = {
  /** Name of the original, without its folder. */
  readonly file: string;
  /** SHA-256 of the original's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Which of the original's essays it is, 1-based; absent where there is one. */
  readonly post?: number;
  /** What the lines of its blocks count. */
  readonly lineUnit: LineUnit;
};

/** What whoever imports says of all the essays. */
export type ImportTerms = {
  readonly licence: string;
  /** Rights holder; the authors where nobody says. */
  readonly holder?: string;
  /** The day of the import, `YYYY-MM-DD`. */
  readonly today: string;
};

/** What an essay is called, by whom it is, and what to look at in it. */
export type EssayHead = {
  readonly title: string;
  readonly authors: readonly Author[];
  readonly notes: readonly string[];
};

/** Room for the front matter, in bytes: what its longest fields come to. */
export const FRONT_MATTER_BYTES = 16 * 1024;

/** The fields of an essay's front matter, in their order; each is cut to the length that one may have. */
export function frontMatterOf(
  draft: Draft,
  { title, authors, notes }: EssayHead,
  origin: Origin,
  terms: ImportTerms,
) {
  return {
    title,
    kind: 'essay',
    authors: authors.map(({ name, role }) => ({
      name: name.slice(0, 200),
      ...(role && { role: role.slice(0, 200) }),
    })),
    published: draft.published ?? 'unknown',
    updated: terms.today,
    summary: summaryOf(draft, title),
    perspective: 'author',
    rights: {
      licence: terms.licence,
      holder: (terms.holder ?? authors.map(({ name }) => name).join(', '))
        .replace(AUTHOR_NOT_KNOWN, 'not known')
        .slice(0, 200),
    },
    original: {
      file: origin.file.slice(0, 200),
      sha256: origin.sha256,
      ...(origin.post !== undefined && { post: origin.post }),
      ...(draft.publisher && { publisher: draft.publisher.slice(0, 300) }),
      ...(draft.address &&
        draft.address.length <= 2000 &&
        isWebAddress(draft.address) && { url: draft.address }),
    },
    ...(notes.length > 0 && { review: notes.map((note) => note.slice(0, 400)) }),
  };
}

/** The most letters of a summary that is an opening sentence. */
const MAX_SUMMARY = 300;

/** What the publisher says the essay is about, or else how it begins. */
function summaryOf(draft: Draft, title: string): string {
  const said = draft.summary?.replace(/\s+/g, ' ').trim() ?? '';
  if (wordCount(said) >= 5 && said.length <= 600 && !/(?:…|\.\.\.|\[\W*\])$/.test(said)) return said;
  const opening =
    draft.blocks.find(({ kind, text }) => kind === 'paragraph' && wordCount(text) >= 8)?.text ?? title;
  const start = opening.slice(0, 2000);
  const sentence = splitSentences(start).map((span) => start.slice(span.start, span.end))[0] ?? start;
  const plain = sentence.replace(/\s+/g, ' ').trim();
  return plain.length <= MAX_SUMMARY ? plain : `${plain.slice(0, MAX_SUMMARY).replace(/\s+\S*$/, '')} …`;
}
