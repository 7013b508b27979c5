import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tagPassage } from '../server/corpus/tag-passage.ts';
import { formatProblem, messageOf } from '../server/domain/problem.ts';
import { configOrExit } from './config-or-exit.ts';
import { formatScores, parseLabelled, scoreTagging } from './evaluation/score-tagging.ts';
import { readSettings } from './indexing/read-settings.ts';

const USAGE = `Measures automatic tags against labelled passages.

  npm run evaluate -- [--misses] FILE.jsonl ...

Each line of a file is {"id": …, "text": …, "tags": […], "maybe": […]}; a concept under "maybe" counts neither way.
For the passages that the weights were learnt from, run "npm run tune": it measures them fairly, each by weights that
were learnt from the others.
  --misses  also lists each passage with what was missed (-) and what was given wrongly (+)`;

const { values, positionals } = parseArgs({
  options: { misses: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
if (values.help || positionals.length === 0) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const config = configOrExit();
const read = readSettings(config.contentDirs);
if (read.kind === 'invalid') {
  for (const problem of read.problems) console.error(formatProblem(problem));
  process.exit(1);
}

const { rules } = read.value;
for (const file of positionals) {
  let labelled: ReturnType<typeof parseLabelled>;
  try {
    labelled = parseLabelled(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`${file}: ${messageOf(error)}`);
    process.exitCode = 1;
    continue;
  }
  const tagged = labelled.map(({ text }) => tagPassage(text, rules));
  const given = tagged.map((tags) => tags.map(({ concept }) => concept));
  console.log(`\n${file}: ${labelled.length} passages\n`);
  console.log(
    formatScores(
      scoreTagging(
        labelled,
        given,
        rules.concepts.map((rule) => rule.concept),
      ),
    ),
  );
  if (values.misses) {
    for (const [index, passage] of labelled.entries()) {
      const found = given[index] ?? [];
      const missed = passage.tags.filter((tag) => !found.some((other) => other === tag));
      const wrong = found.filter((tag) => !passage.tags.includes(tag) && !passage.maybe.includes(tag));
      if (missed.length + wrong.length === 0) continue;
      const why = (tagged[index] ?? []).flatMap((tag) =>
        tag.by === 'rule' && wrong.includes(tag.concept)
          ? [`${tag.concept} (${tag.evidence.map((evidence) => evidence.words).join(' / ')})`]
          : [],
      );
      console.log(
        `\n${passage.id}  ${missed.map((tag) => `-${tag}`).join(' ')}  ${why.map((tag) => `+${tag}`).join(' ')}`,
      );
      console.log(passage.text);
    }
  }
}
