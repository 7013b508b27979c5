import { essaySlug } from '../../../server/domain/ids.ts';
import { parseEssay } from '../../indexing/essays/parse-essay.ts';
import { MAX_FILE_BYTES } from '../../indexing/files/read-content.ts';
import type { DraftBlock } from '../draft/draft.ts';
import { UnreadableOriginal } from '../originals/unreadable-original.ts';
import { FRONT_MATTER_BYTES } from './front-matter.ts';
import { comparableWords } from './sound-markdown.ts';

/** The longest that the essay may take to parse here: half of what indexing allows it. */
const MAX_PARSE_MS = 2500;

/**
 * Refuses what indexing would refuse, before anything takes time over it.
 *
 * @throws UnreadableOriginal if the essay's file would be too large
 */
export function checkSize(blocks: readonly DraftBlock[]): void {
  const bytes = blocks.reduce(
    (sum, { markdown }) => sum + Buffer.byteLength(markdown) + 2,
    FRONT_MATTER_BYTES,
  );
  if (bytes <= MAX_FILE_BYTES) return;
  throw new UnreadableOriginal(
    `its text has ${(bytes / 1024 / 1024).toFixed(1)} MB; an essay may have 1 MB; divide it`,
  );
}

/**
 * Checks that an essay's file shows exactly the words it was made of, as the project's own reader says.
 *
 * @param words those, as `comparableWords` gives them
 * @throws UnreadableOriginal if it is no sound essay, or would take too long to index
 */
export function checkEssay(words: string, text: string): void {
  const started = performance.now();
  const { essay, problems } = parseEssay({ file: 'essay.md', slug: essaySlug('essay'), text }, {});
  const error = problems.find(({ severity }) => severity === 'error');
  if (error || !essay)
    throw new UnreadableOriginal(`no sound essay can be made of it: ${error?.reason ?? 'it has no text'}`);
  const shown = essay.passages.flatMap((passage) => [
    ...passage.opens.map((heading) => heading.text),
    passage.text,
  ]);
  const after = comparableWords(shown);
  if (words !== after) {
    const at = [...words].findIndex((character, index) => character !== after[index]);
    throw new Error(
      `this is a fault of the importer: it would change the words near “${words.slice(at, at + 30)}”`,
    );
  }
  if (performance.now() - started > MAX_PARSE_MS) {
    throw new UnreadableOriginal(
      'its text would take too long to index; look for long runs of marks, and divide it',
    );
  }
}
