import { type TaggingRules, withWeights } from '../../indexing/tagging/parse-tagging-rules.ts';
import { tagPassage } from '../../indexing/tagging/tag-passage.ts';
import { type LabelledPassage, scoreTagging, type TaggingScores } from '../evaluation/score-tagging.ts';
import { tuneRules } from './tune-rules.ts';

/** In how many parts the passages are divided; each is tagged by weights learnt from the others. */
const FOLDS = 5;

/** Scores what weights learnt from labelled passages do on passages that they were not learnt from. */
export function crossValidate(rules: TaggingRules, labelled: readonly LabelledPassage[]): TaggingScores {
  const given: string[][] = labelled.map(() => []);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeldOut = (index: number) => index % FOLDS === fold;
    const learnt = withWeights(
      rules,
      tuneRules(
        rules,
        labelled.filter((_passage, index) => !isHeldOut(index)),
      ),
    );
    for (const [index, { text }] of labelled.entries()) {
      if (isHeldOut(index)) given[index] = tagPassage(text, learnt).map(({ concept }) => concept);
    }
  }
  return scoreTagging(
    labelled,
    given,
    rules.concepts.map(({ concept }) => concept),
  );
}
