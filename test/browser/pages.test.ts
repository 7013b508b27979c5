import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { loadContent, SHIPPED_DIR } from '../fixture-app.ts';

const CHROMIUM =
  process.env.CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page of each kind, with what a reader would have on it. */
const PAGES = [
  ...[
    '/',
    '/search',
    '/search?q=power&tag=power-sharing&perspective=editors',
    '/search?q=xyzzy',
    '/tags',
    '/tags/grief',
  ],
  ...[
    '/essays',
    '/essays/sharing-power',
    '/essays/minier-grieving-and-co-production',
    '/sources',
    '/sources/essay-minier',
  ],
  ...['/help', '/about', '/privacy', '/nope'],
];

type Violation = { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] };

if (CHROMIUM === undefined) {
  // Said aloud: on a machine without a browser these checks are not made. The gate installs one.
  console.error(
    '\nNO BROWSER: the tests in test/browser were skipped. Install Chromium, or name it: CHROMIUM=/path npm test\n',
  );
}

describe('in a real browser', { skip: CHROMIUM === undefined && 'no Chromium on this machine' }, () => {
  let browser: Browser;
  let server: Server;
  let base: string;
  let passage: string;

  before(async () => {
    const { app, corpus } = await loadContent(SHIPPED_DIR);
    passage = `/passages/${corpus.passages[3]?.id}`;
    server = createServer(app).listen(0);
    base = `http://localhost:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  async function open(address: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    await page.goto(base + address);
    return page;
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`every page passes axe, with AAA contrast, in ${colorScheme}`, async () => {
      for (const address of [...PAGES, passage]) {
        const page = await open(address, { colorScheme, bypassCSP: true });
        await page.evaluate(AXE);
        const violations = (await page.evaluate(`axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'wcag2aaa'],
          rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
        }).then((result) => result.violations)`)) as Violation[];
        const said = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ target }) => target.join(' '))
              .slice(0, 3)
              .join(', ')}`,
        );
        assert.deepEqual(said, [], address);
        await page.close();
      }
    });
  }

  it('no page is wider than a screen of 320 pixels, or than one of 640 with text twice as large', async () => {
    for (const address of [...PAGES, passage]) {
      const page = await open(address, { viewport: { width: 320, height: 700 } });
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok((await width()) <= 320, `${address} is ${await width()} pixels wide`);
      await page.setViewportSize({ width: 640, height: 700 });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '225%';
      });
      assert.ok((await width()) <= 640, `${address} with large text is ${await width()} pixels wide`);
      await page.close();
    }
  });

  it('the first press of Tab gives the skip link, which leads to the main content', async () => {
    const page = await open('/essays/sharing-power');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the main content');
    assert.ok(await page.evaluate(() => (document.activeElement?.getBoundingClientRect().left ?? -1) >= 0));
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    await page.close();
  });

  it('everything that takes focus shows it, by keyboard alone', async () => {
    const page = await open('/search?q=power');
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      const shown = await page.evaluate(() => {
        const active = document.activeElement;
        if (!active || active === document.body) return 'end';
        const { outlineWidth, outlineStyle } = getComputedStyle(active);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3
          ? 'yes'
          : `no: ${active.outerHTML.slice(0, 80)}`;
      });
      if (shown === 'end') break;
      assert.equal(shown, 'yes');
    }
    await page.close();
  });

  it('a search, its filters and their removal work without script', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.getByLabel('Search the passages').fill('power');
    await page.getByRole('button', { name: 'Search' }).click();
    assert.match(await page.title(), /^Results for “power”/);
    await page.getByLabel(/^Grief and loss \(/).check();
    await page.getByRole('button', { name: 'Apply filters' }).click();
    assert.match(page.url(), /\/search\?q=power&tag=grief/);
    await page.getByRole('link', { name: /Remove the filter Topic: Grief and loss/ }).click();
    assert.equal(new URL(page.url()).search, '?q=power');
    await page.close();
  });

  it('a link to a passage leads to it in its essay, and marks it', async () => {
    const page = await open('/search?q=grief', { javaScriptEnabled: false });
    const link = page.locator('.hit h3 a').first();
    const id = (await link.getAttribute('href'))?.split('#')[1];
    await link.click();
    const target = page.locator(`#${id}`);
    assert.ok(await target.isVisible());
    assert.equal(await page.locator('.passage:target').getAttribute('id'), id);
    await page.close();
  });
});
