import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { askPage } from './ask-page.ts';
import { checkFocus } from './check-focus.ts';
import { checkInSetting, checkThoroughly } from './check-page.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, launchChromium } from './launch-chromium.ts';
import { MAIN_KINDS, PAGE_KINDS } from './page-kinds.ts';
import { type ServedContent, serveContent } from './serve-content.ts';
import { nameOfSetting, SETTINGS, USUAL_SETTING } from './settings.ts';
import { visitPage } from './visit-page.ts';

const skip = findChromium() === undefined && HOW_TO_GET_CHROMIUM;
// Said aloud: on a machine without a browser these checks are not made. The gate installs one.
if (skip) console.error(`\n${skip}\n`);

describe('in a real browser', { skip }, () => {
  let browser: Browser;
  let content: ServedContent;
  before(async () => {
    content = await serveContent();
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    content?.close();
  });

  // Two at once: more take each other's processor.
  describe('a page of each kind is sound', { concurrency: 2 }, () => {
    for (const { name, address, status } of PAGE_KINDS) {
      it(name, async () => {
        const url = content.origin + address(content.corpus);
        assert.deepEqual((await checkThoroughly(browser, url, status)).problems, [], url);
      });
    }
  });

  describe('the main pages are sound in every setting', { concurrency: 2 }, () => {
    for (const { name, address, status } of MAIN_KINDS) {
      for (const setting of SETTINGS) {
        it(`${name}: ${nameOfSetting(setting)}`, async () => {
          const url = content.origin + address(content.corpus);
          assert.deepEqual((await checkInSetting(browser, url, setting, status)).problems, [], url);
        });
      }
    }
  });

  it('the pages of results have as many hits as their names say', async () => {
    const hits = async (wanted: string) => {
      const address = PAGE_KINDS.find(({ name }) => name === wanted)?.address(content.corpus);
      const answer = await fetch(`${content.origin}/api/v1${address}`);
      return ((await answer.json()) as { hits: unknown[] }).hits.length;
    };
    assert.equal(await hits('results, none'), 0);
    assert.ok((await hits('results, with filters')) > 0);
    assert.ok((await hits('results, second page')) > 0);
  });

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    await page.goto(content.origin + address);
    return page;
  }

  it('every tool fits two sheets of paper', async () => {
    const page = await open('/tools');
    for (const { slug } of content.corpus.essays.filter(({ kind }) => kind === 'tool')) {
      await page.goto(`${content.origin}/tools/${slug}`);
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' },
      });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(sheets === 1 || sheets === 2, `${slug} takes ${sheets} sheets`);
    }
    await page.close();
  });

  it('in the dark too, everything that takes focus shows it', async () => {
    const url = `${content.origin}/search?q=power`;
    const visit = await visitPage(browser, url, { ...USUAL_SETTING, theme: 'dark' });
    const { stops, problems } = await checkFocus(visit.page);
    assert.deepEqual(problems, []);
    assert.ok(stops > 20, `only ${stops} stops`);
    await visit.close();
  });

  it('a link to a passage leads to it in its essay, and marks it', async () => {
    const page = await open('/search?q=grief', { javaScriptEnabled: false });
    const link = page.locator('main a[href^="/essays/"][href*="#"]').first();
    const id = (await link.getAttribute('href'))?.split('#')[1];
    await link.click();
    await page.waitForURL(/\/essays\/.*#/);
    const { passages } = content.corpus;
    const essay = passages.find((passage) => passage.id === id)?.essay;
    const other = passages.find((passage) => passage.essay === essay && passage.id !== id);
    assert.ok(await page.locator(`#${id}`).isVisible());
    // By whatever means the stylesheet marks it, it must look unlike its neighbours.
    const looks = (one: string | undefined) =>
      askPage(
        page,
        (wanted) => {
          const element = document.querySelector(`[id="${wanted}"] .passage-text`);
          if (!element) return undefined;
          const { backgroundColor, borderLeft, boxShadow, outline } = getComputedStyle(element);
          return { backgroundColor, borderLeft, boxShadow, outline };
        },
        one ?? '',
      );
    assert.ok(await looks(other?.id));
    assert.notDeepEqual(await looks(id), await looks(other?.id));
    await page.close();
  });
});
