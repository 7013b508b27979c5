import { checkKinds } from '../test/browser/check-kinds.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, launchChromium } from '../test/browser/launch-chromium.ts';
import { PAGE_KINDS } from '../test/browser/page-kinds.ts';
import { axeTable, costTable, listProblems } from '../test/browser/print-reports.ts';
import { serveContent } from '../test/browser/serve-content.ts';
import { exitWithUsage, readArguments } from './processes/read-arguments.ts';

const USAGE = `Checks every kind of page in every setting in a real browser.

  npm run check:browser -- [WORD ...]

Words choose the kinds of page whose name holds one of them.`;

const { positionals: words } = readArguments(USAGE, {});
const kinds = PAGE_KINDS.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (kinds.length === 0) exitWithUsage(USAGE, `No kind of page has ${words.join(' or ')} in its name.`);
if (findChromium() === undefined) {
  console.error(HOW_TO_GET_CHROMIUM);
  process.exit(1);
}
const content = await serveContent();
const browser = await launchChromium();
try {
  const reports = await checkKinds(browser, content, kinds);
  const problems = listProblems(reports);
  console.log(`${axeTable(reports)}\n\n${costTable(reports)}\n`);
  console.log(problems.length === 0 ? 'No problems.' : problems.join('\n'));
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  content.close();
}
