import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { checkPlainness } from '../../scripts/indexing/checks/check-plainness.ts';
import { parseEssay } from '../../scripts/indexing/essays/parse-essay.ts';
import { essaySlug } from '../../server/domain/ids.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

const HARD =
  'Institutional accountability necessitates participatory decision-making irrespective of organisational considerations and administrative responsibilities concerning interdepartmental collaboration, notwithstanding contemporaneous reorganisation.';

/** What is said of an essay like the fixture, with another text or another short version. */
function check({
  body,
  inShort,
  file = 'kitchen-table',
}: {
  body?: string;
  inShort?: string;
  file?: string;
}) {
  let text = readFileSync(path.join(FIXTURE_DIR, `essays/${file}.md`), 'utf8');
  if (body) text = text.replace(/\n---\n[\s\S]*$/, `\n---\n${body}\n`);
  if (inShort)
    text = text.replace(/inShort:\n(?: {2}- .*\n)+/, `inShort:\n${`  - "${inShort}"\n`.repeat(3)}`);
  const { essay } = parseEssay({ file: 'a.md', slug: essaySlug('a'), text }, {});
  assert.ok(essay);
  const { measured, problems } = checkPlainness([essay]);
  return { count: measured.length, reasons: problems.map(({ reason }) => reason) };
}

describe('checking how plain essays are', () => {
  it('measures one that is plain, and says nothing of it', () => {
    assert.deepEqual(check({}), { count: 1, reasons: [] });
  });

  it('fails long sentences and hard words in the text', () => {
    const { reasons } = check({ body: `${HARD.slice(0, -1)} and ${HARD}` });
    assert.match(reasons[0] ?? '', /^its sentences have [34]\d\.\d words on average; aim at 18 or fewer$/);
    assert.match(reasons[1] ?? '', /^its reading ease is -\d+; use shorter words, to reach 50$/);
  });

  it('fails hard words in the short version, and one without words', () => {
    assert.match(check({ inShort: HARD }).reasons[0] ?? '', /^the reading ease of "inShort" is -\d+;/);
    assert.deepEqual(check({ inShort: '…' }), { count: 1, reasons: ['"inShort" has no words'] });
  });

  it('leaves imported essays alone: their words are their authors’', () => {
    assert.deepEqual(check({ file: 'brought-in', body: HARD }), { count: 0, reasons: [] });
  });
});
