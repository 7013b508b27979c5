import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip as it is written: `size` and `crc` are what the headers say, which need not be true. */
export type ZipEntry = {
  readonly name: string;
  readonly packed: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
};

/** A long text made of a piece that repeats, so that gigabytes can be described without being made. */
export type Repeated = {
  readonly head: string;
  readonly unit: Buffer;
  readonly times: number;
  readonly tail: string;
};

/** An honest, deflated entry. */
export function zipEntry(name: string, content: string | Buffer): ZipEntry {
  const bytes = Buffer.from(content);
  return { name, packed: deflateRawSync(bytes), method: 8, crc: crc32(bytes), size: bytes.length };
}

/** An honest, stored entry: an OpenDocument file must begin with one. */
export function storedEntry(name: string, content: string | Buffer): ZipEntry {
  const bytes = Buffer.from(content);
  return { name, packed: bytes, method: 0, crc: crc32(bytes), size: bytes.length };
}

/**
 * An entry whose content repeats. Its size and checksum are true, so that nothing but its length is wrong.
 */
export function repeatedEntry(name: string, content: Repeated): ZipEntry {
  const unitCrc = crc32(content.unit);
  let crc = crc32(content.head);
  for (let i = 0; i < content.times; i++) crc = combineCrc(crc, unitCrc, content.unit.length);
  crc = combineCrc(crc, crc32(content.tail), Buffer.byteLength(content.tail));
  return { name, packed: deflateRepeated(content), method: 8, crc, size: repeatedLength(content) };
}

/** The bytes that a repeated text comes to. */
function repeatedLength({ head, unit, times, tail }: Repeated): number {
  return Buffer.byteLength(head) + unit.length * times + Buffer.byteLength(tail);
}

/**
 * Raw deflate of a repeated text. The unit is compressed once and its blocks are copied: a full flush ends on
 * a whole byte and forgets the window, so the blocks may follow one another any number of times.
 */
export function deflateRepeated({ head, unit, times, tail }: Repeated): Buffer {
  const open = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
  const block = deflateRawSync(unit, open);
  return Buffer.concat([
    deflateRawSync(head, open),
    ...Array.from({ length: times }, () => block),
    deflateRawSync(tail),
  ]);
}

/** Writes a zip. `counted` is the number of entries that its end claims. */
export function makeZip(entries: readonly ZipEntry[], counted = entries.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const header = localHeader(entry, entry.packed.length);
    directory.push(centralHeader(entry, entry.packed.length, offset));
    parts.push(header, entry.packed);
    offset += header.length + entry.packed.length;
  }
  return Buffer.concat([...parts, ...directory, zipEnd(directory, offset, counted)]);
}

/**
 * A zip whose entries overlap, after David Fifield's "A better zip bomb" (2019): every entry quotes the next
 * one's header in a stored block and then runs on through it to the same kernel, so that the kernel is
 * counted once for each name. Every size and checksum is true. The entries in `before` are ordinary; the last
 * name holds the kernel alone.
 */
export function makeOverlappingZip(
  before: readonly ZipEntry[],
  names: readonly string[],
  kernel: ZipEntry,
): Buffer {
  // From the last to the first, since each entry depends on the one that it runs through.
  const chain: { readonly header: Buffer; readonly entry: ZipEntry; readonly packedSize: number }[] = [];
  for (const name of [...names].reverse()) {
    const next = chain[0];
    let entry = { ...kernel, name, packed: Buffer.alloc(0) };
    let packedSize = kernel.packed.length;
    if (next) {
      const quote = Buffer.alloc(5);
      quote.writeUInt16LE(next.header.length, 1);
      quote.writeUInt16LE(0xffff ^ next.header.length, 3);
      entry = {
        ...entry,
        packed: quote,
        size: next.header.length + next.entry.size,
        crc: combineCrc(crc32(next.header), next.entry.crc, next.entry.size),
      };
      packedSize = quote.length + next.header.length + next.packedSize;
    }
    chain.unshift({ header: localHeader(entry, packedSize), entry, packedSize });
  }

  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of before) {
    const header = localHeader(entry, entry.packed.length);
    directory.push(centralHeader(entry, entry.packed.length, offset));
    parts.push(header, entry.packed);
    offset += header.length + entry.packed.length;
  }
  for (const { header, entry, packedSize } of chain) {
    directory.push(centralHeader(entry, packedSize, offset));
    parts.push(header, entry.packed);
    offset += header.length + entry.packed.length;
  }
  parts.push(kernel.packed);
  return Buffer.concat([
    ...parts,
    ...directory,
    zipEnd(directory, offset + kernel.packed.length, directory.length),
  ]);
}

function localHeader({ name, method, crc, size }: ZipEntry, packedSize: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(0x0800, 6); // The name is UTF-8.
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(0x5821, 12); // 1 January 2024
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packedSize, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

function centralHeader({ name, method, crc, size }: ZipEntry, packedSize: number, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(0x0800, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(0x5821, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packedSize, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(Buffer.byteLength(name), 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name)]);
}

function zipEnd(directory: readonly Buffer[], offset: number, counted: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(counted, 8);
  end.writeUInt16LE(counted, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return end;
}

/**
 * The checksum of a text from those of its two halves, as zlib's crc32_combine has it; Node does not offer
 * it.
 */
function combineCrc(first: number, second: number, secondLength: number): number {
  let power = 0x40000000; // x¹, bits reversed
  let shift = 0x80000000; // x⁰
  for (let i = 0; i < 3; i++) power = multiply(power, power); // a byte is 2³ bits
  for (let rest = secondLength; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shift = multiply(power, shift);
    power = multiply(power, power);
  }
  return (multiply(shift, first) ^ second) >>> 0;
}

/** The product of two polynomials over GF(2), modulo that of CRC-32. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let mask = 0x80000000; mask !== 0; mask >>>= 1) {
    if (a & mask) product ^= b;
    b = b & 1 ? (b >>> 1) ^ 0xedb88320 : b >>> 1;
  }
  return product >>> 0;
}
