import { readFileSync } from 'node:fs';
import { messageOf } from '../../server/domain/message-of.ts';
import { answerRequests } from '../processes/answer-requests.ts';
import { UnreadableOriginal } from './originals/unreadable-original.ts';
import { type OriginalResult, type ReadOptions, readOriginal } from './read-original.ts';

/** What the parent process asks: one original. */
export type ReadRequest = { readonly file: string; readonly options: ReadOptions };

/** What comes back: the essays, or why there are none. */
export type ReadAnswer = {
  /** The most memory that the process has held so far, in MB. */
  readonly peakMb: number;
} & (({ readonly kind: 'read' } & OriginalResult) | { readonly kind: 'unreadable'; readonly reason: string });

// Runs as a child process: originals come from anywhere, and some are made to hurt whoever opens them.
answerRequests(async ({ file, options }: ReadRequest): Promise<ReadAnswer> => {
  const answer = await read(file, options);
  return { ...answer, peakMb: process.resourceUsage().maxRSS / 1024 };
});

async function read(file: string, options: ReadOptions) {
  try {
    return { kind: 'read' as const, ...(await readOriginal(file, readFileSync(file), options)) };
  } catch (error) {
    const unreadable = (reason: string) => ({ kind: 'unreadable' as const, reason });
    if (error instanceof UnreadableOriginal) return unreadable(error.message);
    if (error instanceof RangeError)
      return unreadable('its text is nested too deeply or too long to be read');
    return unreadable(`it could not be read: ${messageOf(error).replace(/\s+/g, ' ').slice(0, 200)}`);
  }
}
