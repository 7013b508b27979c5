import path from 'node:path';
import { UnreadableOriginal } from './unreadable-original.ts';

/** A kind of original that is read. */
export type OriginalKind = 'web page' | 'text' | 'Markdown' | 'Word' | 'PDF';

/** The kind that the ending of a file's name says, in small letters. */
export const KIND_OF_ENDING: Readonly<Record<string, OriginalKind>> = {
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
 * The kind that an original's name and its first bytes agree on.
 *
 * @throws UnreadableOriginal if it is empty, or they do not agree
 */
export function kindOf(file: string, bytes: Buffer): OriginalKind {
  const ending = path.extname(file).toLowerCase();
  const said = KIND_OF_ENDING[ending] ?? 'text';
  const found = signatureOf(bytes);
  if (bytes.length === 0) throw new UnreadableOriginal('the file is empty');
  if (found === said) return said;
  if (found === 'old Word') {
    throw new UnreadableOriginal(
      'it is an old or a locked Office file; open it, and save it as Word (.docx) without a password',
    );
  }
  if (found !== undefined)
    throw new UnreadableOriginal(
      `it is ${SIGNATURE_NAMES[found]}, though its name ends in ${ending}; give it the right ending`,
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

/** What the first bytes of a file show it to be, if it is no text. */
type Signature = 'Word' | 'PDF' | 'old Word' | 'picture' | 'packed';

const SIGNATURE_NAMES: Readonly<Record<Exclude<Signature, 'old Word'>, string>> = {
  Word: 'a ZIP or Office file',
  PDF: 'a PDF',
  picture: 'a picture',
  packed: 'a packed file',
};

function signatureOf(bytes: Buffer): Signature | undefined {
  const starts = (...numbers: number[]) => numbers.every((number, index) => bytes[index] === number);
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return 'Word';
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'PDF';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old Word';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38))
    return 'picture';
  return starts(0x1f, 0x8b) || starts(0x42, 0x5a, 0x68) || starts(0x37, 0x7a, 0xbc) ? 'packed' : undefined;
}
