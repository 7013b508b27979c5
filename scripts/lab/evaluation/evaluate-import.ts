import path from 'node:path';
import { z } from 'zod';
import { messageOf } from '../../../server/domain/message-of.ts';
import type { Passage } from '../../../server/domain/passage.ts';
import { normalWords } from '../../../server/language/split-words.ts';
import { buildCorpus } from '../../indexing/build-corpus.ts';
import { describeProblems } from '../../indexing/report.ts';
import { readJsonLines } from './read-json-lines.ts';

/** A passage that should be in an imported essay; its text may have several lines. */
const passageSchema = z.object({ id: z.string(), title: z.string(), text: z.string() });
type ExpectedPassage = z.infer<typeof passageSchema>;

/** An imported essay with the passages that the program parted it into. */
type ImportedEssay = {
  readonly slug: string;
  readonly passages: readonly Passage[];
  /** Its text in single spaces. */
  readonly text: string;
};

/** Numbers of words: of an essay, of the passages that should be in it, and that both share. */
type WordCounts = { readonly found: number; readonly expected: number; readonly shared: number };

/**
 * Prints how exactly the essays of a content folder hold the passages that should be in them.
 *
 * @returns what is wrong with the file or the folder, if they cannot be read
 */
export async function evaluateImport(passagesFile: string, dir: string): Promise<string | undefined> {
  let expected: readonly ExpectedPassage[];
  try {
    expected = readJsonLines(passagesFile, passageSchema);
  } catch (error) {
    return messageOf(error);
  }
  const { corpus, problems } = await buildCorpus([path.resolve(dir)]);
  if (!corpus) return describeProblems(problems);
  const essays = corpus.essays.map(({ slug }): ImportedEssay => {
    const passages = corpus.passages.filter(({ essay }) => essay === slug);
    return { slug, passages, text: inSingleSpaces(passages.map(({ text }) => text).join(' ')) };
  });
  const missing = expected.filter(
    (passage) => !essays.some(({ text }) => linesOf(passage).every((line) => text.includes(line))),
  );

  console.log('passages  precision  recall     F1  essay');
  const total = { found: 0, expected: 0, shared: 0 };
  for (const essay of essays) {
    const own = expected.filter((passage) => essay.text.includes(linesOf(passage)[0] ?? ''));
    const counts = countWordsOf(essay, own);
    total.found += counts.found;
    total.expected += counts.expected;
    total.shared += counts.shared;
    console.log(formatRow(own.length, counts, essay.slug));
  }
  console.log(formatRow(expected.length, total, 'all'));
  console.log(`\n${expected.length - missing.length} of ${expected.length} passages are there word for word`);
  for (const { id } of missing) console.log(`missing: ${id}`);
  return undefined;
}

const inSingleSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

const linesOf = ({ text }: ExpectedPassage): string[] => text.split('\n').map(inSingleSpaces);

/** What the essay marks as said by those who published it counts only if a passage holds it. */
function countWordsOf({ passages }: ImportedEssay, expected: readonly ExpectedPassage[]): WordCounts {
  const spoken = passages.filter(
    ({ perspective, text }) =>
      perspective !== 'editors' ||
      expected.some((passage) => inSingleSpaces(text).includes(inSingleSpaces(passage.text))),
  );
  const foundWords = normalWords(spoken.map(({ text }) => text).join('\n'));
  const expectedWords = normalWords(expected.map(({ text }) => text).join('\n'));
  return {
    found: foundWords.length,
    expected: expectedWords.length,
    shared: countShared(foundWords, expectedWords),
  };
}

/** How many words stand in both, each as often as in the one that has it less often. */
function countShared(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const number = left.get(word) ?? 0;
    if (number > 0) shared += 1;
    left.set(word, number - 1);
  }
  return shared;
}

function formatRow(passages: number, { found, expected, shared }: WordCounts, name: string): string {
  const precision = found === 0 ? 0 : shared / found;
  const recall = expected === 0 ? 0 : shared / expected;
  const f1 = shared === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const figures = `${precision.toFixed(4).padStart(9)}  ${recall.toFixed(4)}  ${f1.toFixed(4)}`;
  return `${String(passages).padStart(8)}  ${figures}  ${name}`;
}
