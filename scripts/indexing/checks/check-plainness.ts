import type { ParsedEssay } from '../essays/parse-essay.ts';
import { type Problem, problemOfFile } from '../problems/problem.ts';
import { measurePlainness, type Plainness } from './measure-plainness.ts';

/** How plain an essay of ours is, as a whole and in its short version. */
export type EssayPlainness = {
  readonly slug: string;
  readonly words: number;
  readonly text: Plainness;
  /** Absent where it has none: a tool is short itself. */
  readonly inShort?: Plainness;
};

/** What we aim at, and from where on an essay is too far off to be published. */
export const PLAINNESS = {
  sentenceLength: { aim: 18, limit: 20 },
  readingEase: { aim: 50, limit: 45 },
  inShortEase: { aim: 60, limit: 55 },
} as const;

/** Measures each essay of ours; imported ones are in their authors' words. A warning for each that is far off. */
export function checkPlainness(essays: readonly ParsedEssay[]): {
  readonly measured: readonly EssayPlainness[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const measured = essays.flatMap(({ file, meta, passages }): EssayPlainness[] => {
    if (meta.kind === 'essay') return [];
    const warn = (reason: string) => problems.push(problemOfFile(file, reason, 'warning'));
    const text = measurePlainness(passages.flatMap((passage) => passage.text.split('\n')));
    const inShort = measurePlainness(meta.inShort);
    if (!inShort && meta.kind !== 'tool') warn('"inShort" has no words');
    if (!text) return [];
    const { sentenceLength, readingEase, inShortEase } = PLAINNESS;
    if (text.sentenceLength > sentenceLength.limit)
      warn(
        `its sentences have ${text.sentenceLength.toFixed(1)} words on average; aim at ${sentenceLength.aim} or fewer`,
      );
    if (text.readingEase < readingEase.limit)
      warn(
        `its reading ease is ${text.readingEase.toFixed(0)}; use shorter words, to reach ${readingEase.aim}`,
      );
    if (inShort && inShort.readingEase < inShortEase.limit)
      warn(
        `the reading ease of "inShort" is ${inShort.readingEase.toFixed(0)}; use shorter words, to reach ${inShortEase.aim}`,
      );
    const words = passages.reduce((sum, passage) => sum + passage.words, 0);
    return [{ slug: meta.slug, words, text, ...(inShort && { inShort }) }];
  });
  return { measured, problems };
}
