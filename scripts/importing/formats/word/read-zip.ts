import { fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableOriginal } from '../../originals/unreadable-original.ts';

/** The most that a file may hold when it is unpacked, in bytes. */
const MAX_UNPACKED_BYTES = 50 * 1024 * 1024;
/** The most entries of a ZIP file. A Word document has some twenty, and one for each picture. */
const MAX_ENTRIES = 2000;

/** What a ZIP file holds. */
export type ZipParts = {
  readonly names: readonly string[];
  /** The entries that were asked for, unpacked. */
  readonly files: ReadonlyMap<string, Buffer>;
};

/**
 * Unpacks every entry of a ZIP file once, counting, so that nothing that comes after meets more than the limits; what
 * the file itself says of its sizes is not believed. Keeps the entries that are wanted.
 *
 * @throws UnreadableOriginal if it is damaged, locked, or too large unpacked
 */
export async function readZip(bytes: Buffer, isWanted: (name: string) => boolean): Promise<ZipParts> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    if (zip.entryCount > MAX_ENTRIES) {
      throw new UnreadableOriginal(tooMany(zip.entryCount));
    }
    // A directory that counts fewer entries than it lists hides them from us, but not from every reader.
    if (countDirectoryEntries(bytes) > MAX_ENTRIES)
      throw new UnreadableOriginal(tooMany(countDirectoryEntries(bytes)));
    return await unpack(zip, isWanted);
  } catch (error) {
    if (error instanceof UnreadableOriginal) throw error;
    throw new UnreadableOriginal(
      'the file is damaged and cannot be unpacked; save it again in your word processor',
    );
  }
}

const tooMany = (entries: number): string =>
  `it holds ${entries.toLocaleString('en-GB')} entries; ${MAX_ENTRIES.toLocaleString('en-GB')} is the most that is unpacked`;

function countDirectoryEntries(bytes: Buffer): number {
  const mark = Buffer.from('PK\u0001\u0002', 'latin1');
  let entries = 0;
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 4)) entries += 1;
  return entries;
}

async function unpack(zip: ZipFile, isWanted: (name: string) => boolean): Promise<ZipParts> {
  const names: string[] = [];
  const files = new Map<string, Buffer>();
  let unpacked = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry) => {
      names.push(entry.fileName);
      if (entry.isEncrypted()) {
        reject(new UnreadableOriginal('it is locked with a password; save a copy without one'));
        return;
      }
      zip
        .openReadStreamPromise(entry)
        .then(async (stream) => {
          const chunks: Buffer[] = [];
          for await (const chunk of stream as AsyncIterable<Buffer>) {
            unpacked += chunk.length;
            if (unpacked > MAX_UNPACKED_BYTES) {
              throw new UnreadableOriginal(
                `it unpacks to more than ${MAX_UNPACKED_BYTES / 1024 / 1024} MB; take out pictures and save it again`,
              );
            }
            if (isWanted(entry.fileName)) chunks.push(chunk);
          }
          if (isWanted(entry.fileName)) files.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        })
        .catch(reject);
    });
    zip.readEntry();
  });
  return { names, files };
}
