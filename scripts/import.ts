import path from 'node:path';
import { IMPORTED_CONTENT_DIR } from '../server/config.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `npm run import -- FILE_OR_FOLDER... [options]

Makes essays of saved web pages (.html), text (.txt), Markdown (.md), Word (.docx) and PDF.

  --out DIR         the content folder to write into: DIR/essays (default: content/imported)
  --dry-run         says what would come of it, and writes nothing
  --yes             does not ask before it writes; without a terminal it never asks
  --licence TEXT    the licence of all new essays (default: permission unknown)
  --holder TEXT     who holds the rights to them (default: their authors)
  --keep-contacts   leaves email addresses and phone numbers in the text of new essays
  --help            this text`;

const { values, positionals } = readArguments(USAGE, {
  out: { type: 'string' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
  licence: { type: 'string' },
  holder: { type: 'string' },
  'keep-contacts': { type: 'boolean' },
});
if (positionals.length === 0) exitWithUsage(USAGE, 'Name at least one file or folder to import.');
for (const name of ['out', 'licence', 'holder'] as const) {
  const value = values[name];
  if (value !== undefined && (value.trim() === '' || value.length > 200)) {
    exitWithUsage(USAGE, `--${name} must be a text of 1 to 200 characters.`);
  }
}

const { importEssays } = await loadOrExit('scripts/importing', () => import('./importing/import-essays.ts'));
const isWhole = await importEssays({
  names: positionals,
  contentDir: path.resolve(values.out ?? IMPORTED_CONTENT_DIR),
  isDryRun: values['dry-run'] ?? false,
  asks: values.yes !== true,
  licence: values.licence ?? 'permission unknown',
  ...(values.holder && { holder: values.holder }),
  today: new Date().toISOString().slice(0, 10),
  keepContacts: values['keep-contacts'] ?? false,
});
process.exitCode = isWhole ? 0 : 1;
