import { createHash } from 'node:crypto';
import path from 'node:path';
import { decodeQuotedPrintable } from './characters/quoted-printable.ts';
import { finishDraft } from './cleaning/finish-draft.ts';
import { type ComposedEssay, composeEssay } from './composing/compose-essay.ts';
import type { ImportTerms } from './composing/front-matter.ts';
import type { LineUnit, Reading, Skipped } from './draft/draft.ts';
import { readHtml } from './formats/html/read-html.ts';
import { readMarkdown } from './formats/markdown/read-markdown.ts';
import { readText } from './formats/text/read-text.ts';
import { kindOf, type OriginalKind } from './originals/original-kind.ts';

/** What is asked of each original. */
export type ReadOptions = ImportTerms & { readonly keepContacts: boolean };

/** What came of one original. */
export type OriginalResult = {
  readonly essays: readonly ComposedEssay[];
  readonly skipped: readonly Skipped[];
};

/**
 * Reads one original into essays, ready to be written.
 *
 * @throws UnreadableOriginal with a reason for whoever brought it
 */
export async function readOriginal(
  file: string,
  bytes: Buffer,
  options: ReadOptions,
): Promise<OriginalResult> {
  // Saved from a mail program, text and pages may still be in its encoding.
  const mail = /\.(?:txt|html?)$/i.test(file) ? decodeQuotedPrintable(bytes) : undefined;
  const kind = kindOf(file, mail ?? bytes);
  const reading = await READERS[kind](mail ?? bytes);
  if (reading.kind === 'skipped') return { essays: [], skipped: [{ reason: reading.reason }] };
  const finished = reading.drafts.flatMap((draft) => finishDraft(draft, options.keepContacts));
  const origin = {
    file: path.basename(file),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    lineUnit: LINE_UNITS[kind],
  };
  const isOne = finished.filter((one) => one.kind === 'essay').length === 1;
  let post = 0;
  const essays: ComposedEssay[] = [];
  const skipped: Skipped[] = [...(reading.skipped ?? [])];
  for (const one of finished) {
    if (one.kind === 'skipped') {
      const { title, reason } = one;
      skipped.push({ ...(title !== undefined && { title }), reason });
    } else {
      post += 1;
      essays.push(composeEssay(one.draft, isOne ? origin : { ...origin, post }, options));
    }
  }
  return { essays, skipped };
}

/** Reads the text of an original of some kind into drafts. */
const READERS: Readonly<Record<OriginalKind, (bytes: Buffer) => Reading | Promise<Reading>>> = {
  'web page': readHtml,
  text: readText,
  Markdown: readMarkdown,
  // These two load large libraries, which most imports do not need.
  Word: async (bytes) => (await import('./formats/word/read-word.ts')).readWord(bytes),
  PDF: async (bytes) => (await import('./formats/pdf/read-pdf.ts')).readPdf(bytes),
};

/** What the numbers of a draft's blocks count in an original of some kind. */
const LINE_UNITS: Readonly<Record<OriginalKind, LineUnit>> = {
  'web page': 'line',
  text: 'line',
  Markdown: 'line',
  Word: 'paragraph',
  PDF: 'page',
};
