import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_DIR } from '../server/config.ts';
import { displayPath } from '../server/storage/display-path.ts';
import { writeFileWhole } from './indexing/files/write-file.ts';
import { formatProblem } from './indexing/problems/problem.ts';
import { CONTENT_FILES } from './indexing/settings/content-files.ts';
import { readSettings } from './indexing/settings/read-settings.ts';
import { formatScores, parseLabelled } from './lab/evaluation/score-tagging.ts';
import { crossValidate } from './lab/tuning/cross-validate.ts';
import { tuneRules } from './lab/tuning/tune-rules.ts';
import { configOrExit } from './processes/config-or-exit.ts';

/** Passages made up for this purpose; see the README beside them. */
const LABELLED_FILE = path.join(PROJECT_DIR, 'scripts', 'lab', 'tuning', 'labelled-passages.jsonl');

// Learns what each cue of the first content folder's tagging.yml weighs, and says what the weights do on passages that
// they were not learnt from.
const dir = configOrExit().contentDirs[0] ?? '.';
const settings = readSettings([dir]);
if (settings.kind === 'invalid') {
  for (const problem of settings.problems) console.error(formatProblem(problem));
  process.exit(1);
}
const { rules } = settings.value;
const labelled = parseLabelled(readFileSync(LABELLED_FILE, 'utf8'));
console.log(`Learning from ${labelled.length} passages …\n`);
console.log(`${formatScores(crossValidate(rules, labelled))}\n`);
const weights = tuneRules(rules, labelled);
const lines = Object.entries(weights).map(
  ([id, weight]) => `${JSON.stringify(id)}: ${JSON.stringify(weight)}`,
);
const file = path.join(dir, CONTENT_FILES.weights.path);
writeFileWhole(file, `{\n${lines.join(',\n')}\n}\n`);
console.log(`Wrote ${displayPath(file)}. Run "npm run check" to see what the tags are now.`);
