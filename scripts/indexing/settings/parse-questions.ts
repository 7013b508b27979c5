import path from 'node:path';
import { z } from 'zod';
import { type EssaySlug, essaySlug, isAnchor, passageId } from '../../../server/domain/ids.ts';
import type { PassageQuestion } from '../../../server/domain/passage-question.ts';
import type { ContentText } from '../files/decode-text.ts';
import { lineOfText } from '../files/field-schemas.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { Checked, Position, Problem } from '../problems/problem.ts';

/** A question as its file gives it. */
export type Question = PassageQuestion & {
  /** The essay in whose file it stands. */
  readonly essay: EssaySlug;
  readonly file: string;
  readonly at: Position;
};

const ask = lineOfText(200);
const schema = z
  .record(
    z.string().refine(isAnchor, 'must be the anchor of a passage, without "#"'),
    z.array(
      z.union(
        [ask, z.strictObject({ ask, order: z.number().int().min(1).max(20) })],
        'must be a question, or { ask: "…", order: 1 } where several passages answer it',
      ),
      'must be a list of questions, each on a line after "- "',
    ),
    'must name passages by their anchors, each with a list of questions',
  )
  .nullable();

/** Reads `questions/*.yml`: for each essay, by the anchors of its passages, what people ask that they answer. */
export function parseQuestions(texts: readonly ContentText[]): Checked<readonly Question[]> {
  const problems: Problem[] = [];
  const questions = texts.flatMap(({ file, text }): Question[] => {
    const read = parseYaml(file, text, schema);
    if (read.kind === 'invalid') {
      problems.push(...read.problems);
      return [];
    }
    const essay = essaySlug(path.basename(file).replace(/\.yml$/i, ''));
    return Object.entries(read.value ?? {}).flatMap(([anchor, asked]) =>
      asked.map(
        (question, index): Question => ({
          ...(typeof question === 'string' ? { ask: question } : question),
          passage: passageId(anchor),
          essay,
          file,
          at: read.positionOf([anchor, index]),
        }),
      ),
    );
  });
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', value: questions };
}
