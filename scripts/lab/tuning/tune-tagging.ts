import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_DIR } from '../../../server/config.ts';
import { displayPath } from '../../../server/storage/display-path.ts';
import { writeFileWhole } from '../../indexing/files/write-file.ts';
import { formatProblem } from '../../indexing/problems/problem.ts';
import { CONTENT_FILES } from '../../indexing/settings/content-files.ts';
import { readSettings } from '../../indexing/settings/read-settings.ts';
import { formatTaggingWeights } from '../../indexing/tagging/tagging-weights.ts';
import { formatScores } from '../evaluation/score-tagging.ts';
import { parseProposedCues } from './choose-proposed.ts';
import { learnByFolds, scoreFolds, scoreSources } from './cross-validate.ts';
import { formatSourceScores } from './format-source-scores.ts';
import { learnWeights, withTagsOf } from './learn-weights.ts';
import { formatMeasures, measureCues } from './measure-cues.ts';
import { LABELLED_FILES, LIBRARY, readLabelled, type SourcedPassage } from './read-labelled.ts';

/** As it is named in what is written: with forward slashes, from the project's folder. */
const PROPOSED = 'scripts/lab/tuning/proposed-cues.yml';
const readOwn = (file: string): string => readFileSync(path.join(PROJECT_DIR, file), 'utf8');

/**
 * Learns what the cues of a content folder's rules weigh, prints how well they do on passages that they were not learnt from,
 * and writes `generated/tagging-weights.json` there.
 *
 * @param listed concepts whose cues are listed one by one
 * @returns what is wrong with the content, or with a concept; then nothing was written
 */
export async function tuneTagging(contentDir: string, listed: readonly string[] | 'all'): Promise<string[]> {
  const settings = readSettings([contentDir]);
  if (settings.kind === 'invalid') return settings.problems.map(formatProblem);
  const { rules } = settings.value;
  const concepts = rules.concepts.map(({ concept }) => String(concept));
  const shown = listed === 'all' ? concepts : listed;
  const unknown = shown.filter((id) => !concepts.includes(id));
  if (unknown.length > 0) return unknown.map((id) => `There are no rules for "${id}".`);

  const read = await readLabelled(contentDir);
  if ('problems' in read) return read.problems;
  const labelled = withTagsOf(rules, read);
  console.log(`Learning from ${labelled.length} passages: ${describeSources(labelled)} …\n`);
  const { weights, all, chosen } = learnWeights(
    rules,
    labelled,
    parseProposedCues(PROPOSED, readOwn(PROPOSED)),
  );
  const folds = learnByFolds(chosen.rules, chosen.prepared);
  console.log(`${formatScores(scoreFolds(chosen.rules, folds))}\n`);
  const anew = scoreFolds(all.rules, learnByFolds(all.rules, all.prepared, 'chosen anew'));
  console.log(
    `With the program's cues chosen anew for each part, "all, micro" has F1 ${anew.micro.f1?.toFixed(2)}.\n`,
  );
  console.log(
    `F1 on each source of what was learnt from the others alone, which flatters least:\n\n${formatSourceScores(scoreSources(all.rules, all.prepared))}\n`,
  );
  for (const concept of shown)
    console.log(`${formatMeasures(concept, measureCues(chosen.rules, folds, concept))}\n`);

  const file = path.join(contentDir, CONTENT_FILES.weights.path);
  const learntFrom = {
    file: [...Object.values(LABELLED_FILES), `the ${LIBRARY}`].join(', '),
    passages: labelled.length,
  };
  writeFileWhole(file, formatTaggingWeights({ madeBy: 'npm run tune', learntFrom, concepts: weights }));
  console.log(`Wrote ${displayPath(file)}. Run "npm run check" to see what the tags are now.`);
  return [];
}

function describeSources(labelled: readonly SourcedPassage[]): string {
  const counts = new Map<string, number>();
  for (const { source } of labelled) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].map(([source, count]) => `${count} ${source}`).join(', ');
}
