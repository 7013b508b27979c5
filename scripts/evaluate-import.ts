import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { normalWords } from '../server/language/split-words.ts';
import { buildCorpus } from './indexing/build-corpus.ts';
import { describeProblems } from './indexing/report.ts';

const USAGE = `Measures imported essays against the passages that should be in them.

  npm run evaluate:import -- PASSAGES.jsonl DIR

PASSAGES.jsonl holds a passage a line, {"id", "title", "text"}; DIR is a content folder that "npm run import -- --out DIR" wrote.
A passage is present if an essay has each of its lines word for word, but for white space. Precision, recall and F1 are of
words; headings are left out, and so is what an essay marks as said by those who published it, unless a passage holds it.`;

type Gold = { readonly id: string; readonly title: string; readonly text: string };

const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
const [goldFile, dir] = positionals;
if (values.help || goldFile === undefined || dir === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const gold = readFileSync(goldFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Gold);
const { corpus, problems } = await buildCorpus([path.resolve(dir)]);
if (!corpus) {
  console.error(describeProblems(problems));
  process.exit(1);
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const linesOf = ({ text }: Gold): string[] => text.split('\n').map(plain);
const essays = corpus.essays.map(({ slug, title }) => {
  const passages = corpus.passages.filter(({ essay }) => essay === slug);
  return { slug, title, passages, text: plain(passages.map(({ text }) => text).join(' ')) };
});
const missing = gold.filter(
  (passage) => !essays.some(({ text }) => linesOf(passage).every((line) => text.includes(line))),
);

let found = 0;
let wanted = 0;
let shared = 0;
console.log('passages  precision  recall     F1  essay');
for (const { slug, passages, text } of essays) {
  const own = gold.filter((passage) => text.includes(linesOf(passage)[0] ?? ''));
  const spoken = passages.filter(
    (passage) =>
      passage.perspective !== 'editors' || own.some((one) => plain(passage.text).includes(plain(one.text))),
  );
  const mine = normalWords(spoken.map((passage) => passage.text).join('\n'));
  const theirs = normalWords(own.map((passage) => passage.text).join('\n'));
  const same = countShared(mine, theirs);
  found += mine.length;
  wanted += theirs.length;
  shared += same;
  console.log(`${String(own.length).padStart(8)}  ${figures(same, mine.length, theirs.length)}  ${slug}`);
}
console.log(`${String(gold.length).padStart(8)}  ${figures(shared, found, wanted)}  all`);
console.log(`\n${gold.length - missing.length} of ${gold.length} passages are there word for word`);
for (const { id } of missing) console.log(`missing: ${id}`);

function countShared(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of other) {
    const number = left.get(word) ?? 0;
    if (number > 0) same += 1;
    left.set(word, number - 1);
  }
  return same;
}

function figures(same: number, mine: number, theirs: number): string {
  const precision = mine === 0 ? 0 : same / mine;
  const recall = theirs === 0 ? 0 : same / theirs;
  const f1 = same === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return `${precision.toFixed(4).padStart(9)}  ${recall.toFixed(4)}  ${f1.toFixed(4)}`;
}
