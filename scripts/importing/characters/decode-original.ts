import iconv from 'iconv-lite';
import { UnreadableOriginal } from '../originals/unreadable-original.ts';
import { CONTROL } from './tidy-characters.ts';

/**
 * Decodes the bytes of a text or a web page: by its byte-order mark, as UTF-8 if it is that, by what the page declares,
 * and otherwise as windows-1252, line by line, because files that were pasted together mix the two. Line ends become
 * line feeds; nothing else is changed yet, for damaged characters are made of hard spaces too.
 *
 * @throws UnreadableOriginal if the bytes are not text
 */
export function decodeOriginal(bytes: Buffer): string {
  const text = decode(bytes).replace(/\r\n?|\u2028|\u2029/g, '\n');
  const strange = text.match(CONTROL)?.length ?? 0;
  if (strange > 0 && strange > text.length / 1000) {
    throw new UnreadableOriginal('this is not text; save it as a web page, text, Word (.docx) or PDF');
  }
  return text;
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf16-le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf16-be');
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return iconv.decode(bytes, utf16);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return utf8;
  const declared = declaredEncoding(bytes);
  if (declared !== undefined && !/^utf-?8$/i.test(declared) && iconv.encodingExists(declared)) {
    // Browsers read Latin-1 and ASCII as windows-1252, and so do those who write them.
    return iconv.decode(
      bytes,
      /^(iso-?8859-?1|latin-?1|us-ascii|ascii)$/i.test(declared) ? 'win1252' : declared,
    );
  }
  const windows = decodeLineByLine(bytes);
  // In Mac Roman the curly apostrophe is the byte that windows-1252 reads as Õ, which no word has inside it.
  return /\p{Ll}Õ\p{Ll}/u.test(windows) ? iconv.decode(bytes, 'macintosh') : windows;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeLineByLine(bytes: Buffer): string {
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const line = bytes.subarray(start, end === -1 ? bytes.length : end);
    lines.push(strictUtf8(line) ?? iconv.decode(line, 'win1252'));
    start = end === -1 ? bytes.length + 1 : end + 1;
  }
  return lines.join('\n');
}

/** English text in UTF-16 has a zero in every other byte. */
function utf16WithoutMark(bytes: Buffer): 'utf16-le' | 'utf16-be' | undefined {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 8) return undefined;
  const zeros = (from: number) => sample.filter((byte, index) => byte === 0 && index % 2 === from).length;
  const [even, odd] = [zeros(0), zeros(1)].map((number) => number / (sample.length / 2)) as [number, number];
  if (odd > 0.7 && even < 0.1) return 'utf16-le';
  return even > 0.7 && odd < 0.1 ? 'utf16-be' : undefined;
}

/** The encoding that a web page or XML names in its first 4 KB. */
function declaredEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 4096).toString('latin1');
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{1,40})/i
    .exec(head)
    ?.slice(1)
    .find(Boolean);
}
