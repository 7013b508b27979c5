import type { PassageId } from './ids.ts';

/** A question that a passage answers, in the words of somebody who would ask it. */
export type PassageQuestion = {
  readonly ask: string;
  readonly passage: PassageId;
  /** The passage's place among those that answer the same question, 1-based; absent where it alone does. */
  readonly order?: number;
};
