import { createHash } from 'node:crypto';

/** The line by which a later import sees whether an editor has changed the file since. */
const SEAL = /^ {2}written: ([\da-f]{64})\n/m;

/** Adds to an essay's front matter the SHA-256 of all the rest. */
export const sealEssay = (text: string): string =>
  text.replace(/^original:\n/m, `original:\n  written: ${digest(text)}\n`);

/** Whether a file is as the importer wrote it, but for line ends, which some programs change on their own. */
export function isAsWritten(text: string): boolean {
  const plain = text.replace(/\r\n/g, '\n');
  const seal = SEAL.exec(plain)?.[1];
  return seal !== undefined && seal === digest(plain.replace(SEAL, ''));
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
