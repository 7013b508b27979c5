import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_DIR } from '../server/config.ts';
import { displayPath } from '../server/storage/display-path.ts';
import { writeFileWhole } from './indexing/files/write-file.ts';
import { formatProblem } from './indexing/problems/problem.ts';
import { CONTENT_FILES } from './indexing/settings/content-files.ts';
import { readSettings } from './indexing/settings/read-settings.ts';
import { formatTaggingWeights } from './indexing/tagging/tagging-weights.ts';
import { formatScores, parseLabelled } from './lab/evaluation/score-tagging.ts';
import { parseProposedCues } from './lab/tuning/choose-proposed.ts';
import { learnByFolds, scoreFolds } from './lab/tuning/cross-validate.ts';
import { learnWeights, withTagsOf } from './lab/tuning/learn-weights.ts';
import { formatMeasures, measureCues } from './lab/tuning/measure-cues.ts';
import { configOrExit } from './processes/config-or-exit.ts';

const USAGE = `Learns from labelled passages what each cue of the first content folder's rules weighs.

  npm run tune                        learn, say how well it does, and write generated/tagging-weights.json
  npm run tune -- --cues [CONCEPT]    also list each cue: the labelled passages that hold it, how many of them carry the
                                      concept, its weight, and what leaving it out would cost (in nats, summed over passages
                                      that its weight was not learnt from)`;

const { values, positionals } = parseArgs({
  options: { cues: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
if (values.help || (positionals.length > 0 && !values.cues)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const TUNING_DIR = path.join('scripts', 'lab', 'tuning');
const read = (name: string) => readFileSync(path.join(PROJECT_DIR, TUNING_DIR, name), 'utf8');
const LABELLED = 'labelled-passages.jsonl';
const PROPOSED = 'proposed-cues.yml';

const dir = configOrExit().contentDirs[0] ?? '.';
const settings = readSettings([dir]);
if (settings.kind === 'invalid') {
  for (const problem of settings.problems) console.error(formatProblem(problem));
  process.exit(1);
}
const { rules } = settings.value;
const asked = positionals.length > 0 ? positionals : rules.concepts.map(({ concept }) => String(concept));
const unknown = asked.find((id) => !rules.concepts.some(({ concept }) => concept === id));
if (unknown !== undefined) {
  console.error(`There are no rules for "${unknown}".`);
  process.exit(2);
}

const labelled = withTagsOf(rules, parseLabelled(read(LABELLED)));
console.log(`Learning from ${labelled.length} passages …\n`);
const learnt = learnWeights(
  rules,
  labelled,
  parseProposedCues(path.join(TUNING_DIR, PROPOSED), read(PROPOSED)),
);
const folds = learnByFolds(learnt.chosen.rules, learnt.chosen.prepared);
console.log(`${formatScores(scoreFolds(learnt.chosen.rules, folds))}\n`);
const anew = scoreFolds(learnt.all.rules, learnByFolds(learnt.all.rules, learnt.all.prepared, 'chosen anew'));
console.log(
  `With the program's cues chosen anew for each part, "all, micro" has F1 ${anew.micro.f1?.toFixed(2)}.\n`,
);
if (values.cues) {
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
