import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `Learns from labelled passages, and from those of the first content folder on whose tags an editor said a word, what each cue of
its rules weighs.

  npm run tune                        learn, say how well it does, and write generated/tagging-weights.json
  npm run tune -- --cues [CONCEPT]    also list each cue: the labelled passages that hold it, how many of them carry the
                                      concept, its weight, and what leaving it out would cost (in nats, summed over passages
                                      that its weight was not learnt from)`;

const { values, positionals } = readArguments(USAGE, { cues: { type: 'boolean', default: false } });
const [concept, ...others] = positionals;
if (concept !== undefined && !values.cues) exitWithUsage(USAGE, 'Only --cues takes a concept.');
if (others.length > 0) exitWithUsage(USAGE, 'Name one concept, or none for all.');
const all = values.cues ? 'all' : [];
const { tuneTagging } = await loadOrExit('scripts/indexing', () => import('./lab/tuning/tune-tagging.ts'));
const problems = await tuneTagging(
  configOrExit().contentDirs[0] ?? '.',
  concept === undefined ? all : [concept],
);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
