import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf } from '../domain/message-of.ts';
import { INDEX_FORMAT, type IndexContent, isIndexContent } from './index-schema.ts';

const headerSchema = z
  .object({
    /** {@link INDEX_FORMAT} of the program that wrote the file. */
    format: z.string(),
    /** Of everything that the index was made from: content, vocabulary, analyser. */
    fingerprint: z.string(),
    /** The content folders it was made from. */
    contentDirs: z.array(z.string()).readonly(),
    /** SHA-256 of all that follows the first line, in hexadecimal. */
    sha256: z.string(),
  })
  .readonly();

/** The first line of an index file: enough to tell whether it is the one that is wanted. */
export type IndexHeader = z.output<typeof headerSchema>;

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
    return unusable(isMissing(error) ? 'there is none yet' : `it cannot be read: ${messageOf(error)}`);
  }
  const lineEnd = text.indexOf('\n');
  const firstLine = parseJson(text.slice(0, Math.max(lineEnd, 0)));
  if (!isRecord(firstLine)) return unusable('its first line is damaged');
  if (firstLine.format !== INDEX_FORMAT) return unusable('it was written by another version of this program');
  const header = headerSchema.safeParse(firstLine);
  if (!header.success) return unusable('its first line is damaged');
  const body = text.slice(lineEnd + 1).trimEnd();
  if (sha256(body) !== header.data.sha256) return unusable('it is damaged (its checksum differs)');
  const content = parseJson(body);
  if (!isIndexContent(content)) return unusable('its content has another form');
  return { kind: 'read', header: header.data, content };
}

const unusable = (reason: string): IndexRead => ({ kind: 'unusable', reason });

/** Undefined where the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The checksum of the body of an index file. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
