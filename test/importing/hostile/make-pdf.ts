import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { deflateRepeated, type Repeated } from './make-zip.ts';

/** The objects of a PDF by number; the catalogue is number 1 unless the trailer says otherwise. */
export type PdfObjects = ReadonlyMap<number, string | Buffer>;

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
export const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
export const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
export const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]' +
  ' /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>';

/** Writes a PDF: the objects in the order of the map, their table and the trailer. */
export function makePdf(objects: PdfObjects, trailer = '/Root 1 0 R'): Buffer {
  const { bytes, offsets } = writeObjects(objects);
  return Buffer.concat([
    bytes,
    Buffer.from(
      `${writeTable(offsets)}trailer\n<< /Size ${tableSize(offsets)} ${trailer} >>\n` +
        `startxref\n${bytes.length}\n%%EOF\n`,
    ),
  ]);
}

/** The objects as the file holds them after its header, and where each begins. */
export function writeObjects(objects: PdfObjects): {
  readonly bytes: Buffer;
  readonly offsets: ReadonlyMap<number, number>;
} {
  // The comment of bytes above 127 tells tools that move files that this one is binary.
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = new Map<number, number>();
  let length = parts.reduce((sum, part) => sum + part.length, 0);
  for (const [number, body] of objects) {
    offsets.set(number, length);
    const part = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    length += part.length;
  }
  return { bytes: Buffer.concat(parts), offsets };
}

/** The table of the objects' places; numbers that are not used are marked as free. */
export function writeTable(offsets: ReadonlyMap<number, number>): string {
  const lines = Array.from({ length: tableSize(offsets) }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  return `xref\n0 ${lines.length}\n${lines.join('')}`;
}

/** One more than the highest number, which is what a trailer calls the size. */
export function tableSize(offsets: ReadonlyMap<number, number>): number {
  return Math.max(...offsets.keys()) + 1;
}

/** A stream object. */
export function pdfStream(bytes: string | Buffer, dictionary = ''): Buffer {
  const content = Buffer.from(bytes);
  return Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${dictionary} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

/** A compressed stream object. */
export function flateStream(bytes: string | Buffer, dictionary = ''): Buffer {
  return pdfStream(deflateSync(bytes), `/Filter /FlateDecode ${dictionary}`);
}

/** A repeated text in zlib's format, with the checksum that it ought to have. */
export function zlibRepeated(content: Repeated): Buffer {
  const { head, unit, times, tail } = content;
  const unitSum = adler(unit);
  let sum = adler(Buffer.from(head));
  for (let i = 0; i < times; i++) sum = combineAdler(sum, unitSum, unit.length);
  sum = combineAdler(sum, adler(Buffer.from(tail)), Buffer.byteLength(tail));
  const end = Buffer.alloc(4);
  end.writeUInt16BE(sum.b, 0);
  end.writeUInt16BE(sum.a, 2);
  return Buffer.concat([Buffer.from([0x78, 0xda]), deflateRepeated(content), end]);
}

type Adler = { readonly a: number; readonly b: number };

/** zlib's checksum, read off the end of what it compresses. */
function adler(bytes: Buffer): Adler {
  const packed = deflateSync(bytes, { level: 1 });
  return { a: packed.readUInt16BE(packed.length - 2), b: packed.readUInt16BE(packed.length - 4) };
}

function combineAdler(first: Adler, second: Adler, secondLength: number): Adler {
  const base = 65521;
  return {
    a: (first.a + second.a + base - 1) % base,
    b: (first.b + second.b + (secondLength % base) * (first.a + base - 1)) % base,
  };
}

/** The drawing of a text in lines of about 85 characters, as on a page that somebody typed. */
export function textContent(text: string): string {
  const lines = text.split('\n').flatMap((paragraph) => paragraph.match(/.{1,85}(?:\s|$)/g) ?? ['']);
  const shown = lines.map((line) => `(${line.trim().replace(/[\\()]/g, '\\$&')}) Tj T*`);
  return `BT /F1 11 Tf 15 TL 72 760 Td\n${shown.join('\n')}\nET`;
}

/** The objects of a page of text. */
export function pageObjects(text: string): Map<number, string | Buffer> {
  return new Map<number, string | Buffer>([
    [1, CATALOGUE],
    [2, PAGES],
    [3, PAGE],
    [4, FONT],
    [5, pdfStream(textContent(text))],
  ]);
}

/** A page of text that opens with a password only (RC4 of 128 bits, the standard handler's revision 3). */
export function makeEncryptedPdf(text: string, password: string): Buffer {
  const filler = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), filler]).subarray(0, 32);
  const id = Buffer.from('9d1f2c63a7b84e05b1c4d2e3f4a5b6c7', 'hex');
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-4);
  const owner = rounds(padded, again(md5(padded)));
  const key = again(md5(padded, owner, permissions, id));
  const user = Buffer.concat([rounds(md5(filler, id), key), Buffer.alloc(16)]);

  const objects = pageObjects(text);
  const number = Buffer.from([5, 0, 0, 0, 0]);
  objects.set(5, pdfStream(rc4(md5(key, number), Buffer.from(textContent(text)))));
  objects.set(
    6,
    '<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4' +
      ` /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
  );
  return makePdf(objects, `/Root 1 0 R /Encrypt 6 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`);
}

/** The fifty more rounds of MD5 that revision 3 asks for. */
function again(hash: Buffer): Buffer {
  for (let i = 0; i < 50; i++) hash = md5(hash);
  return hash;
}

/** The twenty rounds of RC4 under keys that differ by the round's number. */
function rounds(bytes: Buffer, key: Buffer): Buffer {
  for (let i = 0; i < 20; i++) bytes = rc4(Buffer.from(key.map((byte) => byte ^ i)), bytes);
  return bytes;
}

function md5(...parts: readonly Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

/** RC4 by hand: OpenSSL 3 no longer has it. */
function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
  const at = (i: number): number => state.readUInt8(i & 255);
  const swap = (i: number, j: number): void => {
    const kept = at(i);
    state.writeUInt8(at(j), i & 255);
    state.writeUInt8(kept, j & 255);
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + key.readUInt8(i % key.length)) & 255;
    swap(i, j);
  }
  let j = 0;
  return Buffer.from(
    bytes.map((byte, n) => {
      const i = (n + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
