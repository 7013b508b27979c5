import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkSources } from '../../scripts/indexing/checks/check-sources.ts';
import { parseSources } from '../../scripts/indexing/settings/parse-sources.ts';

/** What is said of one entry of the bibliography. */
function problemsOf(yaml: string): string[] {
  const read = parseSources('sources.yml', yaml);
  assert.ok(read.kind === 'valid', JSON.stringify(read));
  return checkSources('sources.yml', read.value).map(({ reason }) => reason);
}

const ARTICLE = `- id: tables2013
  type: article-journal
  title: On tables
  author: [{ family: Example, given: Ada }]
  issued: { date-parts: [[2013]] }
  container-title: Journal of Tables
  volume: 2
  page: 4-9
  DOI: 10.1000/tables
  URL: https://example.org/tables
  accessed: { date-parts: [[2024, 3, 1]] }
  read: excerpt
`;
const without = (...fields: string[]) =>
  ARTICLE.split('\n')
    .filter((line) => !fields.some((field) => line.trim().startsWith(`${field}:`)))
    .join('\n');

describe('the check of sources', () => {
  it('passes an article with all that one needs to find it', () => assert.deepEqual(problemsOf(ARTICLE), []));

  it('names what an entry lacks of what its type needs', () => {
    assert.deepEqual(problemsOf(without('author', 'volume', 'DOI')), [
      'the source "tables2013" lacks author, volume, DOI; add it, or name what cannot be found out under "unknown"',
    ]);
    assert.deepEqual(problemsOf(without('accessed', 'read')), [
      'the source "tables2013" lacks accessed, read; add it, or name what cannot be found out under "unknown"',
    ]);
    assert.deepEqual(problemsOf('- { id: act1, type: legislation, title: The Table Act 2013, read: "no" }'), [
      'the source "act1" lacks number, URL; add it, or name what cannot be found out under "unknown"',
    ]);
  });

  it('takes what was looked for and not found for an answer, but not beside the answer itself', () => {
    assert.deepEqual(problemsOf(`${without('volume')}  unknown: [volume]\n`), []);
    assert.deepEqual(problemsOf(`${ARTICLE}  unknown: [volume]\n`), [
      'the source "tables2013" has "volume" and names it under "unknown"; delete one of them',
    ]);
  });

  it('refuses a day of reading that does not exist', () => {
    const read = parseSources('sources.yml', ARTICLE.replace('[[2024, 3, 1]]', '[[2024, 2, 30]]'));
    assert.deepEqual(
      read.kind === 'invalid' && read.problems.map(({ line, reason }) => `${line}: ${reason}`),
      ['11: must be a date that exists: year, month 1 to 12, day'],
    );
  });

  it('takes editors for authors', () =>
    assert.deepEqual(problemsOf(ARTICLE.replace('author:', 'editor:')), []));

  it('refuses the address of a copy', () => {
    for (const host of ['www.scribd.com', 'studylib.net', 'raw.githubusercontent.com'])
      assert.deepEqual(problemsOf(ARTICLE.replace('example.org', host)), [
        `the source "tables2013" leads to a copy on ${host}; give the publisher's address, or none and name "URL" under "unknown"`,
      ]);
  });
});
