import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Corpus } from '../domain/corpus.ts';
import { messageOf } from '../domain/message-of.ts';

/**
 * Raised whenever the form of the index file changes, so that an older one is made anew and never misread.
 */
export const INDEX_FORMAT = 'on-equal-terms-index/3';

/** The first line of an index file: enough to tell whether it is the one that is wanted. */
export type IndexHeader = {
  readonly format: string;
  /** Of everything that the index was made from: content, vocabulary, analyser. */
  readonly fingerprint: string;
  /** The content folders it was made from. */
  readonly contentDirs: readonly string[];
  /** SHA-256 of all that follows the first line, in hexadecimal. */
  readonly sha256: string;
};

/** What an index file holds: the corpus, and the search index in its own serialised form. */
export type IndexContent = { readonly corpus: Corpus; readonly searchIndex: unknown };

/** An index file read whole and found sound, or the reason in words. */
export type IndexRead =
  | { readonly kind: 'read'; readonly header: IndexHeader; readonly content: IndexContent }
  | { readonly kind: 'unusable'; readonly reason: string };

/** Reads an index file and checks that it is of this format and that no byte of it changed. */
export function readIndexFile(file: string): IndexRead {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return {
      kind: 'unusable',
      reason: isMissing(error) ? 'there is none yet' : `it cannot be read: ${messageOf(error)}`,
    };
  }
  const lineEnd = text.indexOf('\n');
  const header = parseHeader(text.slice(0, Math.max(lineEnd, 0)));
  if (header.kind === 'unusable') return header;
  const body = text.slice(lineEnd + 1).trimEnd();
  if (sha256(body) !== header.header.sha256)
    return { kind: 'unusable', reason: 'it is damaged (its checksum differs)' };
  const content = JSON.parse(body) as IndexContent | null;
  const isWhole = [content?.corpus?.essays, content?.corpus?.passages, content?.corpus?.concepts].every(
    Array.isArray,
  );
  if (!content || !isWhole) return { kind: 'unusable', reason: 'its content has another form' };
  return { kind: 'read', header: header.header, content };
}

function parseHeader(
  line: string,
):
  | { readonly kind: 'read'; readonly header: IndexHeader }
  | { readonly kind: 'unusable'; readonly reason: string } {
  try {
    const header = JSON.parse(line) as Partial<IndexHeader> | null;
    if (header?.format !== INDEX_FORMAT)
      return { kind: 'unusable', reason: 'it was written by another version of this program' };
    if (
      typeof header.fingerprint !== 'string' ||
      typeof header.sha256 !== 'string' ||
      !Array.isArray(header.contentDirs)
    ) {
      return { kind: 'unusable', reason: 'its first line is damaged' };
    }
    return { kind: 'read', header: header as IndexHeader };
  } catch {
    return { kind: 'unusable', reason: 'its first line is damaged' };
  }
}

/** The checksum of the body of an index file. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
