import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buildCorpus } from '../../scripts/indexing/build-corpus.ts';
import { COLLECTIONS, PAGES, type PageId, pagePath } from '../../server/domain/pages.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

describe('links of essays to pages of the site', () => {
  let dir: string;
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'links-'));
    cpSync(FIXTURE_DIR, dir, { recursive: true });
  });
  after(() => rmSync(dir, { recursive: true }));

  /** Puts links into an essay, and gives what is wrong with the content. */
  async function problemsOf(links: readonly string[]): Promise<string[]> {
    const essay = readFileSync(path.join(FIXTURE_DIR, 'essays/kitchen-table.md'), 'utf8');
    const linked = essay.replace(
      'long-loss.md#ccc1)',
      `long-loss.md) ${links.map((to) => `[x](${to})`).join(' ')}`,
    );
    assert.notEqual(linked, essay);
    writeFileSync(path.join(dir, 'essays/kitchen-table.md'), linked);
    const { problems } = await buildCorpus([dir]);
    return problems.filter(({ severity }) => severity === 'error').map(({ reason }) => reason);
  }

  it('may lead to every page of the list and to one of each collection, in their one spelling', async () => {
    const pages = (Object.keys(PAGES) as PageId[]).map(pagePath);
    assert.deepEqual(COLLECTIONS, ['essays', 'tools', 'passages', 'tags', 'sources']);
    const members = [
      '/essays/long-loss#ccc1',
      '../tools/seating-plan.md#ddd2',
      '/passages/ccc1',
      '/tags/grief',
      '/sources/fixture2013',
    ];
    assert.deepEqual(await problemsOf([...pages, ...members]), []);
    assert.deepEqual(await problemsOf(['seating-plan.md', '../tools/long-loss.md']), [
      '"seating-plan" is among the tools; write ../tools/seating-plan.md',
      '"long-loss" is among the essays; write ../essays/long-loss.md',
    ]);
    const wrong = ['/About', '/about/', '/home', '/tags/nope', '/passages/ccc1/x', '/api/v1/tags'];
    assert.deepEqual(
      await problemsOf(wrong),
      wrong.map((to) => `there is no page "${to}"`),
    );
  });

  it('may not lead to a glossary or timeline that the content does not have', async () => {
    rmSync(path.join(dir, 'glossary.yml'));
    rmSync(path.join(dir, 'timeline.yml'));
    assert.deepEqual(await problemsOf(['/glossary#word-care', '/timeline', '/help']), [
      'there is no page "/glossary#word-care"',
      'there is no page "/timeline"',
    ]);
  });
});
