import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { PROJECT_DIR } from '../server/config.ts';
import { readHtml } from './importing/formats/html/read-html.ts';
import { readOriginals } from './importing/import-essays.ts';
import { count } from './indexing/report.ts';

const USAGE = `Times the reading of mixed originals, and of their web pages beside Mozilla's Readability, in one run.

  npm run bench:import -- [COUNT]

COUNT is a number of files, 300 if none is given: the pages, texts, Word file and PDF of the tests over and over, the words
of each changed so that they are different essays. Compare ratios: machines differ and are busy.`;

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const files = positionals.length === 0 ? 300 : Number(positionals[0]);
if (values.help || !Number.isInteger(files) || files < 1) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const fixtures = path.join(PROJECT_DIR, 'test/fixtures/import');
const originals = readdirSync(fixtures).filter((name) => !/\.expected\.md$|^README/.test(name));
const dir = mkdtempSync(path.join(tmpdir(), 'bench-import-'));
try {
  for (let number = 0; number < files; number += 1) {
    const name = originals[number % originals.length] ?? '';
    writeFileSync(path.join(dir, `${number}-${name}`), changed(name, number));
  }
  await measureImport();
  measurePages();
} finally {
  rmSync(dir, { recursive: true });
}

/** The bytes of an original with the long words of its text changed; Word files and PDFs stay as they are. */
function changed(name: string, number: number): Buffer {
  const bytes = readFileSync(path.join(fixtures, name));
  if (/\.(?:docx|pdf)$/.test(name)) return bytes;
  const text = bytes.toString('latin1').replace(/(?<=\s)[a-z]{5,}(?=\s)/g, (word) => `${word}${number}`);
  return Buffer.from(text, 'latin1');
}

async function measureImport(): Promise<void> {
  const options = { licence: 'permission unknown', today: '2026-01-01', keepContacts: false };
  const started = performance.now();
  const plan = await readOriginals([dir], path.join(dir, 'out'), options);
  const seconds = (performance.now() - started) / 1000;
  const essays = plan.steps.filter(({ kind }) => kind === 'new').length;
  console.log(
    `${count(files, 'file')}: ${count(essays, 'new essay')}, ${plan.steps.length - essays} duplicates, ${plan.skipped.length} skipped, ${plan.failed.length} failed`,
  );
  console.log(
    `read and planned in ${seconds.toFixed(1)} s, ${((1000 * seconds) / files).toFixed(0)} ms a file, with the starting of processes`,
  );
  console.log(
    `most memory: ${plan.peakMb.toFixed(0)} MB in a reading process, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB in this one`,
  );
}

/** Our reading of web pages, in this process, beside Readability's, which gives one article of HTML. */
function measurePages(): void {
  const pages = readdirSync(dir)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(path.join(dir, name)));
  const timeOf = (read: (page: Buffer) => unknown) => {
    for (const page of pages.slice(0, 20)) read(page);
    const started = performance.now();
    for (const page of pages) read(page);
    return (performance.now() - started) / pages.length;
  };
  const ours = timeOf(readHtml);
  const theirs = timeOf((page) => {
    const { document } = parseHTML(page.toString('utf8'));
    return new Readability(document as unknown as Document).parse();
  });
  console.log(
    `a web page: ours ${ours.toFixed(1)} ms, Readability ${theirs.toFixed(1)} ms, ratio ${(ours / theirs).toFixed(1)} (${pages.length} pages)`,
  );
}
