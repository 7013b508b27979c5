import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { PROJECT_DIR } from '../../../server/config.ts';
import { readHtml } from '../../importing/formats/html/read-html.ts';
import { planEssays } from '../../importing/plan-essays.ts';
import { count } from '../../indexing/report.ts';

/** The originals of the tests. */
const FIXTURES = path.join(PROJECT_DIR, 'test', 'fixtures', 'import');
/** So many pages are read before any is timed: a program that has just started is still being compiled. */
const WARMING = 20;

/**
 * Times the reading of originals, and of their web pages beside Readability's, and prints the figures.
 *
 * @param files how many: those of the tests over and over, each changed so that they are different essays
 */
export async function benchImport(files: number): Promise<void> {
  const originals = readdirSync(FIXTURES).filter((name) => !/\.expected\.md$|^README/.test(name));
  const dir = mkdtempSync(path.join(tmpdir(), 'bench-import-'));
  try {
    for (let number = 0; number < files; number += 1) {
      const name = originals[number % originals.length] ?? '';
      writeFileSync(path.join(dir, `${number}-${name}`), changeWords(name, number));
    }
    await measureImport(dir);
    measurePages(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** The bytes of an original with the long words of its text changed; Word files and PDFs stay as they are. */
function changeWords(name: string, number: number): Buffer {
  const bytes = readFileSync(path.join(FIXTURES, name));
  if (/\.(?:docx|pdf)$/.test(name)) return bytes;
  const text = bytes.toString('latin1').replace(/(?<=\s)[a-z]{5,}(?=\s)/g, (word) => `${word}${number}`);
  return Buffer.from(text, 'latin1');
}

async function measureImport(dir: string): Promise<void> {
  const options = { licence: 'permission unknown', today: '2026-01-01', keepContacts: false };
  const started = performance.now();
  const { files, steps, skipped, failed, peakMb } = await planEssays([dir], path.join(dir, 'out'), options);
  const seconds = (performance.now() - started) / 1000;
  const essays = steps.filter(({ kind }) => kind === 'new').length;
  console.log(
    `${count(files, 'file')}: ${count(essays, 'new essay')}, ${steps.length - essays} duplicates, ${skipped.length} skipped, ${failed.length} failed`,
  );
  console.log(
    `read and planned in ${seconds.toFixed(1)} s, ${((1000 * seconds) / files).toFixed(0)} ms a file, with the starting of processes`,
  );
  console.log(
    `most memory: ${peakMb.toFixed(0)} MB in a reading process, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB in this one`,
  );
}

/** Our reading of web pages, in this process, beside Readability's, which gives one article of HTML. */
function measurePages(dir: string): void {
  const pages = readdirSync(dir)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(path.join(dir, name)));
  const ours = timeOfPage(pages, readHtml);
  const theirs = timeOfPage(pages, (page) => {
    const { document } = parseHTML(page.toString('utf8'));
    return new Readability(document as unknown as Document).parse();
  });
  console.log(
    `a web page: ours ${ours.toFixed(1)} ms, Readability ${theirs.toFixed(1)} ms, ratio ${(ours / theirs).toFixed(1)} (${pages.length} pages)`,
  );
}

/** How long a page takes to read, in milliseconds: the mean. */
function timeOfPage(pages: readonly Buffer[], read: (page: Buffer) => unknown): number {
  for (const page of pages.slice(0, WARMING)) read(page);
  const started = performance.now();
  for (const page of pages) read(page);
  return (performance.now() - started) / pages.length;
}
