import { getDocumentProxy } from 'unpdf';
import { tidyCharacters } from '../../characters/tidy-characters.ts';
import { type Reading, wordCount } from '../../draft/draft.ts';
import { readProperties } from '../../head/read-properties.ts';
import { UnreadableOriginal } from '../../originals/unreadable-original.ts';
import { blocksOfLines } from '../lines/blocks-of-lines.ts';
import { paragraphsOf } from './paragraphs-of.ts';
import { linesOfPage, type PrintedLine, type Run, withoutHeadersAndFooters } from './printed-lines.ts';

/** The most pages of a PDF that are read. */
const MAX_PAGES = 500;

/** What unpdf gives for a run of text, or for a mark without any. */
type TextItem = {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly height?: number;
};

/**
 * Reads a PDF that holds text. A PDF knows no paragraphs: lines are joined by their places on the page, words broken at
 * the ends of lines are made whole, and headers, footers and page numbers are left out.
 */
export async function readPdf(bytes: Buffer): Promise<Reading> {
  const pdf = await open(bytes);
  if (pdf.numPages > MAX_PAGES) {
    throw new UnreadableOriginal(
      `it has ${pdf.numPages.toLocaleString('en-GB')} pages; ${MAX_PAGES} is the most that is read; divide it`,
    );
  }
  const lines: PrintedLine[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) lines.push(...(await readPage(pdf, number)));
  checkReadable(lines);
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const properties = new Map<string, unknown>(Object.entries(info));
  const body = withoutHeadersAndFooters(lines, pdf.numPages);
  return {
    kind: 'drafts',
    drafts: [
      {
        authors: [],
        stated: readProperties(properties.get('Title'), properties.get('Author')),
        blocks: blocksOfLines(paragraphsOf(body)),
        reviews: [{ reason: 'it was read from a PDF; look at where paragraphs, headings and lists begin' }],
      },
    ],
  };
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPage(pdf: Pdf, number: number): Promise<PrintedLine[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const runs = (items as readonly TextItem[]).flatMap(
    ({ str, transform = [], width = 0, height = 0 }): Run[] => {
      if (str === undefined) return [];
      const [, , , scale = 0, x = 0, y = 0] = transform;
      return [{ text: tidyCharacters(withoutLigatures(str)), x, y, size: Math.abs(scale) || height, width }];
    },
  );
  const [, bottom = 0, , top = 0] = page.view;
  page.cleanup();
  return linesOfPage(runs, number, bottom, top);
}

async function open(bytes: Buffer) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException')
      throw new UnreadableOriginal('it is locked with a password; save a copy without one');
    throw new UnreadableOriginal('the file is damaged or no PDF; save or print it as PDF again');
  }
}

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};
const withoutLigatures = (text: string): string =>
  text.replace(/[\ufb00-\ufb06]/g, (letter) => LIGATURES[letter] ?? letter);

/** Refuses scans, and fonts without a table of characters, which come out as signs that no one can read. */
function checkReadable(lines: readonly PrintedLine[]): void {
  if (lines.every(({ text }) => wordCount(text) === 0)) {
    throw new UnreadableOriginal(
      'it holds pictures of pages and no text; read it with OCR first, and bring the result',
    );
  }
  const text = lines.map((line) => line.text).join('');
  const strange = text.match(/[\p{Cc}\p{Co}\ufffd]/gu)?.length ?? 0;
  if (strange > 0.1 * text.length) {
    throw new UnreadableOriginal(
      'its fonts do not say which letters they show; read it with OCR first, and bring the result',
    );
  }
}
