import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { IMPORTED_CONTENT_DIR } from '../server/config.ts';
import { messageOf } from '../server/domain/message-of.ts';
import { displayPath } from '../server/storage/display-path.ts';
import { readOriginals, writeEssays } from './importing/import-essays.ts';
import { describeImport } from './importing/report-import.ts';
import { count } from './indexing/report.ts';

const USAGE = `npm run import -- FILE_OR_FOLDER... [options]

Makes essays of saved web pages (.html), text (.txt), Markdown (.md), Word (.docx) and PDF.

  --out DIR         the content folder to write into: DIR/essays (default: content/imported)
  --dry-run         says what would come of it, and writes nothing
  --yes             does not ask before it writes; without a terminal it never asks
  --licence TEXT    the licence of all new essays (default: permission unknown)
  --holder TEXT     who holds the rights to them (default: their authors)
  --keep-contacts   leaves email addresses and phone numbers in the text of new essays
  --help            this text`;

const { values, positionals } = readArguments();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (positionals.length === 0) fail('Name at least one file or folder to import.');

for (const name of ['out', 'licence', 'holder'] as const) {
  const value = values[name];
  if (value !== undefined && (value.trim() === '' || value.length > 200)) {
    fail(`--${name} must be a text of 1 to 200 characters.`);
  }
}

const folder = path.join(path.resolve(values.out ?? IMPORTED_CONTENT_DIR), 'essays');
const showsProgress = process.stderr.isTTY;
const plan = await readOriginals(
  positionals,
  folder,
  {
    licence: values.licence ?? 'permission unknown',
    ...(values.holder && { holder: values.holder }),
    today: new Date().toISOString().slice(0, 10),
    keepContacts: values['keep-contacts'] ?? false,
  },
  (done, all, file) => {
    if (showsProgress) process.stderr.write(`\r\u001b[K${done} of ${all}: ${displayPath(file).slice(-60)}`);
    else if (all >= 50 && done % 25 === 0) console.error(`Read ${done} of ${all} files`);
  },
);
if (showsProgress) process.stderr.write('\r\u001b[K');

const isDryRun = values['dry-run'] ?? false;
const changes = plan.steps.filter(
  ({ kind }) => kind === 'new' || kind === 'update' || kind === 'beside',
).length;
const asks = !isDryRun && !values.yes && changes > 0 && process.stdin.isTTY && process.stdout.isTTY;
if (asks) console.log(`${describeImport(plan, folder, true)}\n`);
if (asks && !(await confirm(`Write ${count(changes, 'essay')} into ${displayPath(folder)}? [Y/n] `))) {
  console.log('Nothing was written.');
} else if (isDryRun) {
  console.log(`${describeImport(plan, folder, true)}\nNothing was written.`);
} else {
  const { written, failed } = writeEssays(plan, folder);
  const steps = plan.steps.filter((step) => !failed.some(({ file }) => file === step.file));
  const result = { ...plan, steps, failed: [...plan.failed, ...failed] };
  console.log(describeImport(result, folder, false));
  if (written.length > 0) {
    const contentDir = path.dirname(folder);
    const isRead = contentDir === IMPORTED_CONTENT_DIR;
    const start = isRead
      ? 'npm start'
      : `CONTENT_DIR=content${path.delimiter}${displayPath(contentDir)} npm start`;
    console.log(
      `\nThe essays are in ${displayPath(folder)}. Settle the notes to review, then find their passages: ${start}`,
    );
  }
  if (failed.length > 0) process.exitCode = 1;
}
if (plan.failed.length > 0) process.exitCode = 1;

async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^(?:y(?:es)?)?$/i.test(answer.trim());
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'dry-run': { type: 'boolean' },
        yes: { type: 'boolean' },
        licence: { type: 'string' },
        holder: { type: 'string' },
        'keep-contacts': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    return fail(messageOf(error).split('.')[0] ?? '');
  }
}

function fail(message: string): never {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}
