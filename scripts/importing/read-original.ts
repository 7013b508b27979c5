import { createHash } from 'node:crypto';
import path from 'node:path';
import { decodeQuotedPrintable } from './characters/quoted-printable.ts';
import { finishDraft } from './cleaning/finish-draft.ts';
import { type ComposedEssay, composeEssay, type ImportTerms } from './composing/compose-essay.ts';
import { type PlaceName, type Reading, UnreadableOriginal } from './draft/draft.ts';
import { readHtml } from './formats/html/read-html.ts';
import { readMarkdown } from './formats/markdown/read-markdown.ts';
import { readText } from './formats/text/read-text.ts';

/** What is asked of each original. */
export type ReadOptions = ImportTerms & { readonly keepContacts: boolean };

/** What came of one original. */
export type OriginalResult = {
  readonly essays: readonly ComposedEssay[];
  /** Parts of it, or all, that are no essay. */
  readonly skipped: readonly { readonly title?: string; readonly reason: string }[];
};

/** The kinds of original, by the ending of their names. */
export const KINDS: Readonly<Record<string, string>> = {
  '.html': 'web page',
  '.htm': 'web page',
  '.xhtml': 'web page',
  '.txt': 'text',
  '.md': 'Markdown',
  '.markdown': 'Markdown',
  '.docx': 'Word',
  '.pdf': 'PDF',
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
  const mail = /\.(?:txt|html?)$/i.test(file) ? decodeQuotedPrintable(bytes) : undefined;
  const kind = kindOf(file, mail ?? bytes);
  const reading = await read(kind, mail ?? bytes);
  if (reading.kind === 'skipped') return { essays: [], skipped: [{ reason: reading.reason }] };
  const finished = reading.drafts.flatMap((draft) => finishDraft(draft, options.keepContacts));
  const origin = {
    file: path.basename(file),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    place: PLACES[kind] ?? 'line',
  };
  const isOne = finished.filter((one) => one.kind === 'essay').length === 1;
  let post = 0;
  const essays: ComposedEssay[] = [];
  const skipped: { title?: string; reason: string }[] = [...(reading.skipped ?? [])];
  for (const one of finished) {
    if (one.kind === 'skipped')
      skipped.push(
        one.title === undefined ? { reason: one.reason } : { title: one.title, reason: one.reason },
      );
    else {
      post += 1;
      essays.push(composeEssay(one.draft, isOne ? origin : { ...origin, post }, options));
    }
  }
  return { essays, skipped };
}

const PLACES: Readonly<Record<string, PlaceName>> = { Word: 'paragraph', PDF: 'page' };

async function read(kind: string, bytes: Buffer): Promise<Reading> {
  if (kind === 'web page') return readHtml(bytes);
  if (kind === 'Markdown') return readMarkdown(bytes);
  // These two load large libraries, which most imports do not need.
  if (kind === 'Word') return (await import('./formats/word/read-word.ts')).readWord(bytes);
  if (kind === 'PDF') return (await import('./formats/pdf/read-pdf.ts')).readPdf(bytes);
  return readText(bytes);
}

/** The kind that an original's name and its first bytes agree on. */
function kindOf(file: string, bytes: Buffer): string {
  const ending = path.extname(file).toLowerCase();
  const said = KINDS[ending] ?? 'text';
  const found = signatureOf(bytes);
  if (bytes.length === 0) throw new UnreadableOriginal('the file is empty');
  if (found === 'Word' && said === 'Word') return said;
  if (found === 'PDF' && said === 'PDF') return said;
  if (found === 'old Word') {
    throw new UnreadableOriginal(
      'it is an old or a locked Office file; open it, and save it as Word (.docx) without a password',
    );
  }
  if (found !== undefined)
    throw new UnreadableOriginal(
      `it is ${WHAT[found] ?? found}, though its name ends in ${ending}; give it the right ending`,
    );
  if (said === 'Word' || said === 'PDF') {
    throw new UnreadableOriginal(
      `its name ends in ${ending}, but it is no ${said === 'PDF' ? 'PDF' : 'Word document'}; give it the right ending`,
    );
  }
  const start = bytes.subarray(0, 1000).toString('latin1');
  if (said === 'text' && /^\s*(?:<!doctype html|<html[\s>])/i.test(start)) return 'web page';
  return said;
}

const WHAT: Readonly<Record<string, string>> = {
  Word: 'a ZIP or Office file',
  PDF: 'a PDF',
  picture: 'a picture',
  packed: 'a packed file',
};

function signatureOf(bytes: Buffer): 'Word' | 'PDF' | 'old Word' | 'picture' | 'packed' | undefined {
  const starts = (...numbers: number[]) => numbers.every((number, index) => bytes[index] === number);
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return 'Word';
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'PDF';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old Word';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38))
    return 'picture';
  return starts(0x1f, 0x8b) || starts(0x42, 0x5a, 0x68) || starts(0x37, 0x7a, 0xbc) ? 'packed' : undefined;
}
