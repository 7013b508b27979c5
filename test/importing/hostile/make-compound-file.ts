import { createCipheriv, createHash, createHmac } from 'node:crypto';

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;
/** Shorter streams live in a stream of their own, which this writer leaves out. */
const SHORTEST = 4096;
/** What the root of a Word 97 document calls itself. */
const WORD_CLASS = Buffer.from('0609020000000000c000000000000046', 'hex');

type Stream = { readonly name: string; readonly bytes: Buffer };

/**
 * An OLE compound file, the container of Word 97 and of encrypted Office files ([MS-CFB], version 3).
 * @throws Error if a stream is shorter than 4,096 bytes
 */
export function makeCompoundFile(streams: readonly Stream[], rootClass = Buffer.alloc(16)): Buffer {
  if (streams.some(({ bytes }) => bytes.length < SHORTEST)) throw new Error('A stream is too short');
  // The directory is a search tree by length of name, then by name; a list that leans right is one.
  const sorted = [...streams].sort(
    (a, b) => a.name.length - b.name.length || (a.name.toUpperCase() < b.name.toUpperCase() ? -1 : 1),
  );
  const directorySectors = Math.ceil((sorted.length + 1) / 4);
  const dataSectors = sorted.reduce((sum, { bytes }) => sum + Math.ceil(bytes.length / SECTOR), 0);
  let tableSectors = 1;
  while (tableSectors * 128 < tableSectors + directorySectors + dataSectors) tableSectors++;

  const table = Buffer.alloc(tableSectors * SECTOR, 0xff);
  const chain = (first: number, count: number): void => {
    for (let i = 0; i < count; i++) table.writeUInt32LE(i + 1 < count ? first + i + 1 : END, (first + i) * 4);
  };
  for (let i = 0; i < tableSectors; i++) table.writeUInt32LE(0xfffffffd, i * 4);
  chain(tableSectors, directorySectors);

  const directory = Buffer.alloc(directorySectors * SECTOR);
  for (let at = 0; at < directory.length; at += 128) directory.fill(0xff, at + 68, at + 80);
  writeDirectoryEntry(directory, 0, { name: 'Root Entry', kind: 5, first: END, size: 0 });
  directory.writeUInt32LE(1, 76);
  rootClass.copy(directory, 80);

  const data: Buffer[] = [];
  let first = tableSectors + directorySectors;
  for (const [i, { name, bytes }] of sorted.entries()) {
    writeDirectoryEntry(directory, i + 1, { name, kind: 2, first, size: bytes.length });
    if (i + 1 < sorted.length) directory.writeUInt32LE(i + 2, (i + 1) * 128 + 72);
    const count = Math.ceil(bytes.length / SECTOR);
    data.push(bytes, Buffer.alloc(count * SECTOR - bytes.length));
    chain(first, count);
    first += count;
  }

  const header = Buffer.alloc(SECTOR, 0xff);
  header.fill(0, 8, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(tableSectors, 48);
  header.writeUInt32LE(SHORTEST, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let i = 0; i < 109; i++) header.writeUInt32LE(i < tableSectors ? i : FREE, 76 + i * 4);
  return Buffer.concat([header, table, directory, ...data]);
}

function writeDirectoryEntry(
  directory: Buffer,
  index: number,
  entry: { readonly name: string; readonly kind: number; readonly first: number; readonly size: number },
): void {
  const at = index * 128;
  directory.write(entry.name, at, 'utf16le');
  directory.writeUInt16LE((entry.name.length + 1) * 2, at + 64);
  directory.writeUInt8(entry.kind, at + 66);
  directory.writeUInt8(1, at + 67);
  directory.writeUInt32LE(entry.first, at + 116);
  directory.writeUInt32LE(entry.size, at + 120);
}

/**
 * A Word 97 document of plain text: the header that says where the text is, and a table of its only piece.
 */
export function makeOldWordFile(text: string): Buffer {
  const characters = Buffer.from(text.replaceAll('\n', '\r'), 'latin1');
  const textAt = 1024;
  const main = Buffer.alloc(Math.max(SHORTEST, textAt + characters.length));
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0809, 6); // British English
  main.writeUInt16LE(0x1200, 10); // extended characters; the table is in "1Table"
  main.writeUInt16LE(0x00bf, 12);
  main.writeUInt32LE(textAt, 24);
  main.writeUInt32LE(textAt + characters.length, 28);
  main.writeUInt16LE(14, 32);
  main.writeUInt16LE(22, 62);
  main.writeUInt32LE(main.length, 64);
  main.writeUInt32LE(characters.length, 76);
  main.writeUInt16LE(93, 152);
  main.writeUInt32LE(0, 0x1a2);
  main.writeUInt32LE(21, 0x1a6);
  characters.copy(main, textAt);

  const pieces = Buffer.alloc(SHORTEST);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(characters.length, 9);
  pieces.writeUInt32LE(0x40000000 + textAt * 2, 15); // one byte a character
  return makeCompoundFile(
    [
      { name: 'WordDocument', bytes: main },
      { name: '1Table', bytes: pieces },
    ],
    WORD_CLASS,
  );
}

/**
 * An Office file behind a password, as Word has written it since 2010 ([MS-OFFCRYPTO], agile encryption): a
 * compound file, not a zip. Salts and keys are fixed, so that the same file comes out each time.
 * @throws Error if the package is shorter than 4,096 bytes
 */
export function makeEncryptedOfficeFile(officePackage: Buffer, password: string): Buffer {
  const fixed = (label: string, length: number): Buffer => sha512(Buffer.from(label)).subarray(0, length);
  const [salt, keySalt, secret, verifier, macKey] = [
    fixed('salt', 16),
    fixed('key salt', 16),
    fixed('secret', 32),
    fixed('verifier', 16),
    fixed('mac', 64),
  ];
  const spinCount = 100_000;
  let hash = sha512(salt, Buffer.from(password, 'utf16le'));
  for (let i = 0; i < spinCount; i++) hash = sha512(uint32(i), hash);
  const locked = (purpose: string, bytes: Buffer): string =>
    aes(sha512(hash, Buffer.from(purpose, 'hex')).subarray(0, 32), salt, bytes).toString('base64');
  const iv = (purpose: Buffer): Buffer => sha512(keySalt, purpose).subarray(0, 16);

  const size = Buffer.alloc(8);
  size.writeUInt32LE(officePackage.length, 0);
  const segments = Array.from({ length: Math.ceil(officePackage.length / 4096) }, (_, i) =>
    aes(secret, iv(uint32(i)), officePackage.subarray(i * 4096, (i + 1) * 4096)),
  );
  const encrypted = Buffer.concat([size, ...segments]);
  const mac = createHmac('sha512', macKey).update(encrypted).digest();
  const sealed = (purpose: string, bytes: Buffer): string =>
    aes(secret, iv(Buffer.from(purpose, 'hex')), bytes).toString('base64');

  const how =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES"' +
    ' cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const schema = 'http://schemas.microsoft.com/office/2006';
  const info =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' +
    `<encryption xmlns="${schema}/encryption" xmlns:p="${schema}/keyEncryptor/password">` +
    `<keyData ${how} saltValue="${keySalt.toString('base64')}"/>` +
    `<dataIntegrity encryptedHmacKey="${sealed('5fb2ad010cb9e1f6', macKey)}"` +
    ` encryptedHmacValue="${sealed('a0677f02b22c8433', mac)}"/>` +
    `<keyEncryptors><keyEncryptor uri="${schema}/keyEncryptor/password">` +
    `<p:encryptedKey spinCount="${spinCount}" ${how} saltValue="${salt.toString('base64')}"` +
    ` encryptedVerifierHashInput="${locked('fea7d2763b4b9e79', verifier)}"` +
    ` encryptedVerifierHashValue="${locked('d7aa0f6d3061344e', sha512(verifier))}"` +
    ` encryptedKeyValue="${locked('146e0be7abacd0d6', secret)}"/>` +
    '</keyEncryptor></keyEncryptors></encryption>';
  const version = Buffer.from('0400040040000000', 'hex');
  return makeCompoundFile([
    { name: 'EncryptionInfo', bytes: Buffer.concat([version, Buffer.from(info.padEnd(SHORTEST))]) },
    { name: 'EncryptedPackage', bytes: encrypted },
  ]);
}

function sha512(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function aes(key: Buffer, iv: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])),
    cipher.final(),
  ]);
}
