import { parseArgs } from 'node:util';
import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';

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
const { tune } = await loadOrExit('scripts/indexing', () => import('./lab/tuning/tune.ts'));
const problems = tune(configOrExit().contentDirs[0] ?? '.', values.cues, positionals);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
