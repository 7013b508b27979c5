import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_DIR } from '../../../server/config.ts';
import { displayPath } from '../../../server/storage/display-path.ts';
import { writeFileWhole } from '../../indexing/files/write-file.ts';
import { formatProblem } from '../../indexing/problems/problem.ts';
import { CONTENT_FILES } from '../../indexing/settings/content-files.ts';
import { readSettings } from '../../indexing/settings/read-settings.ts';
import { formatTaggingWeights } from '../../indexing/tagging/tagging-weights.ts';
import { formatScores, parseLabelled } from '../evaluation/score-tagging.ts';
import { parseProposedCues } from './choose-proposed.ts';
import { learnByFolds, scoreFolds } from './cross-validate.ts';
import { learnWeights, withTagsOf } from './learn-weights.ts';
import { formatMeasures, measureCues } from './measure-cues.ts';

const TUNING_DIR = path.join('scripts', 'lab', 'tuning');
const LABELLED = 'labelled-passages.jsonl';
const PROPOSED = 'proposed-cues.yml';
const read = (name: string) => readFileSync(path.join(PROJECT_DIR, TUNING_DIR, name), 'utf8');

/**
 * Learns what each cue of a content folder weighs, prints how well that does, and writes it down.
 *
 * @param isListing whether each cue is listed too, with what it is worth
 * @param named the concepts whose cues are listed; all if none is named
 * @returns what is wrong with the settings, or with what was named
 */
export function tune(dir: string, isListing: boolean, named: readonly string[]): string[] {
  const settings = readSettings([dir]);
  if (settings.kind === 'invalid') return settings.problems.map(formatProblem);
  const { rules } = settings.value;
  const asked = named.length > 0 ? named : rules.concepts.map(({ concept }) => String(concept));
  const unknown = asked.find((id) => !rules.concepts.some(({ concept }) => concept === id));
  if (unknown !== undefined) return [`There are no rules for "${unknown}".`];

  const labelled = withTagsOf(rules, parseLabelled(read(LABELLED)));
  console.log(`Learning from ${labelled.length} passages …\n`);
  const learnt = learnWeights(
    rules,
    labelled,
    parseProposedCues(path.join(TUNING_DIR, PROPOSED), read(PROPOSED)),
  );
  const folds = learnByFolds(learnt.chosen.rules, learnt.chosen.prepared);
  console.log(`${formatScores(scoreFolds(learnt.chosen.rules, folds))}\n`);
  const anew = scoreFolds(
    learnt.all.rules,
    learnByFolds(learnt.all.rules, learnt.all.prepared, 'chosen anew'),
  );
  console.log(
    `With the program's cues chosen anew for each part, "all, micro" has F1 ${anew.micro.f1?.toFixed(2)}.\n`,
  );
  if (isListing) {
    for (const concept of asked)
      console.log(`${formatMeasures(concept, measureCues(learnt.chosen.rules, folds, concept))}\n`);
  }
  const file = path.join(dir, CONTENT_FILES.weights.path);
  const from = { file: `${TUNING_DIR}/${LABELLED}`, passages: labelled.length };
  writeFileWhole(
    file,
    formatTaggingWeights({ madeBy: 'npm run tune', learntFrom: from, concepts: learnt.weights }),
  );
  console.log(`Wrote ${displayPath(file)}. Run "npm run check" to see what the tags are now.`);
  return [];
}
