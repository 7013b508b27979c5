import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { askPage } from './ask-page.ts';
import { findChromium, launchChromium } from './launch-chromium.ts';
import { type ServedContent, serveContent } from './serve-content.ts';
import { serveInPieces } from './serve-in-pieces.ts';
import { USUAL_SETTING } from './settings.ts';
import { visitPage } from './visit-page.ts';

/** More presses of Tab than any page needs to bring a reader where the journey goes on. */
const MOST_PRESSES = 200;

describe('journeys', { skip: findChromium() === undefined && 'no Chromium on this machine' }, () => {
  let browser: Browser;
  let site: ServedContent;
  before(async () => {
    site = await serveContent();
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  /** Opens a page in a browser of its own, does what is asked, and closes it. */
  async function visit(
    address: string,
    options: BrowserContextOptions,
    act: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    try {
      const page = await context.newPage();
      await page.goto(site.origin + address);
      await act(page);
    } finally {
      await context.close();
    }
  }

  /** Presses Tab until what is focused matches. @throws Error if it never does */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let press = 0; press < MOST_PRESSES; press += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    }
    throw new Error(`${MOST_PRESSES} presses of Tab did not lead to ${selector}`);
  }

  const pathOf = (page: Page) => page.url().slice(site.origin.length);
  const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);
  const firstHit = (page: Page) => page.locator('.hit a').first();

  it('by keyboard alone: a carer’s view on grief, its essay, back, its permalink, on paper', async () => {
    await visit('/essays', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('grief');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=grief');

      await tabTo(page, 'input[name="perspective"]');
      while ((await focusedId(page)) !== 'perspective-carer') await page.keyboard.press('ArrowDown');
      await page.waitForURL('**/search?q=grief&perspective=carer');
      assert.equal(await focusedId(page), 'perspective-carer', 'the focus stays on the filter');
      const announcement = page.locator('#announcement', { hasText: /^\d+ passages/ });
      const said = await announcement.textContent();
      assert.match(said ?? '', /^\d+ passages/);
      const views = await page.locator('.hit > .where:first-of-type').allTextContents();
      assert.ok(views.length > 0);
      for (const view of views) assert.match(view, /Reports a carer’s view, in our words/);

      await tabTo(page, '.hit a');
      await tabTo(page, '.hit:nth-child(3) h3 a');
      const id = (await page.evaluate(() => (document.activeElement as HTMLAnchorElement).hash)).slice(1);
      const scrolled = await page.evaluate(() => scrollY);
      assert.ok(scrolled > 0);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/essays/*');
      assert.equal(await page.locator('.passage:target').getAttribute('id'), id);
      assert.ok(await page.locator(`#${id} mark`).first().isVisible(), 'the words searched for are marked');
      assert.match(await page.locator('main').innerText(), /The words of your search, “grief”, are marked/);

      await page.goBack();
      await page.waitForURL('**/search?q=grief&perspective=carer');
      assert.equal(await page.locator('#results').textContent(), said);
      assert.ok(await page.locator('#perspective-carer').isChecked());
      await page.waitForFunction((y) => Math.abs(scrollY - y) <= 2, scrolled);

      await tabTo(page, `.hit:nth-child(3) .actions a`);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/passages/${id}*`);
      assert.match(
        await page.locator('.credit').innerText(),
        new RegExp(
          `^On Equal Terms \\(\\d{4}\\) ‘.*para.*CC BY 4\\.0\\. .*checked by no person yet\\. ${site.origin}/passages/${id}$`,
        ),
      );

      await page.emulateMedia({ media: 'print' });
      for (const furniture of ['nav', '.site-footer', '.search-form', '.actions', '.skip'])
        for (const found of await page.locator(furniture).all())
          assert.equal(await found.isVisible(), false, `${furniture} is printed`);
      assert.ok(await page.locator('#passage-text').isVisible());
      assert.ok(await page.locator('.credit').isVisible());
    });
  });

  it('on paper: results with their credits and addresses, an essay with the addresses of its links', async () => {
    await visit('/search?q=grief', { colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      assert.equal(await page.locator('.filters').isVisible(), false);
      for (const hit of await page.locator('.results > .hits > .hit > .print-only').all())
        assert.match(
          await hit.innerText(),
          new RegExp(`para.*CC BY 4\\.0\\. .*checked by no person yet\\. ${site.origin}/passages/\\w+$`),
        );
      const colours = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor];
      });
      assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'], 'black on white in a dark room too');
      const { corpus } = site;
      const note = corpus.essays.find(({ about }) => about?.url);
      await page.goto(`${site.origin}/essays/${note?.slug}`);
      const printed = await page.evaluate(() => {
        const link = document.querySelector('.panel a[href^="http"]');
        return link && getComputedStyle(link, '::after').content;
      });
      assert.match(printed ?? '', new RegExp(`<.*${note?.about?.url}.*>`));
    });
  });

  it('suggestions come while one types, and can be chosen, left or closed by keyboard', async () => {
    await visit('/', {}, async (page) => {
      const box = page.locator('#q');
      await page.keyboard.press('/');
      await page.keyboard.type('toke');
      const list = page.getByRole('listbox', { name: 'Suggestions' });
      await list.waitFor();
      assert.equal(await box.getAttribute('aria-expanded'), 'true');
      assert.equal(await list.getByRole('option').first().innerText(), 'Topic: Tokenism');
      assert.match(
        await page.locator('main [role="status"]').innerText(),
        /^\d+ suggestions?\. Use the arrow keys/,
      );
      assert.equal(await box.getAttribute('aria-activedescendant'), null, 'nothing is chosen unasked');

      await page.keyboard.press('ArrowDown');
      const option = page.locator(`#${await box.getAttribute('aria-activedescendant')}`);
      assert.equal(await option.getAttribute('aria-selected'), 'true');
      await page.keyboard.press('ArrowUp');
      assert.equal(
        await box.getAttribute('aria-activedescendant'),
        null,
        'up from the first is the text typed',
      );

      await page.keyboard.press('Escape');
      assert.equal(await list.isVisible(), false);
      assert.equal(await box.getAttribute('aria-expanded'), 'false');
      assert.equal(await box.inputValue(), 'toke', 'what was typed stays');

      await page.keyboard.press('ArrowDown');
      await list.waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/tags/tokenism');
    });
  });

  it('under the path of another site, suggestions and filters lead to where the site stands', async () => {
    const council = await serveContent('/coproduction');
    const { page, faults, close } = await visitPage(browser, `${council.origin}/coproduction/`);
    try {
      await page.keyboard.press('/');
      await page.keyboard.type('tokenis');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${council.origin}/coproduction/tags/tokenism`);
      await page.goto(`${council.origin}/coproduction/search?q=power`);
      await page.locator('input[name="tag"]').first().check();
      await page.waitForURL(`${council.origin}/coproduction/search?q=power&tag=*`);
      await page.getByRole('heading', { name: 'Filters you have chosen' }).waitFor();
      assert.deepEqual(faults, []);
    } finally {
      await close();
      council.close();
    }
  });

  it('Enter searches for what is typed now, not for an option that was marked before', async () => {
    await visit('/', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('gri');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.type('pes');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=gripes');
    });
  });

  it('a late answer does not take away the suggestions that one is choosing from', async () => {
    await visit('/', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('gri');
      await page.getByRole('listbox').waitFor();
      await page.route('**/api/v1/suggest*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue().catch(() => {});
      });
      await page.keyboard.type('e');
      await page.waitForTimeout(200);
      await page.keyboard.press('ArrowDown');
      const marked = await page.locator('#q').getAttribute('aria-activedescendant');
      assert.ok(marked);
      await page.waitForTimeout(600);
      assert.equal(await page.locator('#q').getAttribute('aria-activedescendant'), marked);
    });
  });

  it('the / key can be turned off, and stays so', async () => {
    await visit('/help', {}, async (page) => {
      await page.getByRole('checkbox', { name: /The \/ key/ }).uncheck();
      await page.goto(`${site.origin}/essays`);
      await page.keyboard.press('/');
      assert.notEqual(await focusedId(page), 'q');
      await page.goto(`${site.origin}/help`);
      assert.equal(await page.locator('#slash-key').isChecked(), false);
      await page.locator('#slash-key').check();
      await page.locator('#slash-key').blur();
      await page.keyboard.press('/');
      assert.equal(await focusedId(page), 'q');
    });
  });

  it('in forced colours, buttons have the colours of buttons', async () => {
    await visit('/', { forcedColors: 'active', colorScheme: 'dark' }, async (page) => {
      const [own, system] = await askPage(page, () => {
        const probe = document.createElement('p');
        probe.style.cssText = 'color: ButtonText; background: ButtonFace; forced-color-adjust: none';
        document.body.append(probe);
        const coloursOf = (element: Element | null) => {
          const { color, backgroundColor } = getComputedStyle(element ?? document.body);
          return { color, backgroundColor };
        };
        return [coloursOf(document.querySelector('.search-row button')), coloursOf(probe)];
      });
      assert.deepEqual(own, system);
    });
  });

  it('a search goes on as typed when suggestions cannot be had', async () => {
    await visit('/', {}, async (page) => {
      await page.route('**/api/v1/suggest*', (route) => route.abort());
      await page.keyboard.press('/');
      await page.keyboard.type('agenda');
      await page.waitForTimeout(400);
      assert.equal(await page.locator('#suggestions').isVisible(), false);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search?q=agenda');
    });
  });

  it('a filter is applied at once, is undone by Back, and what was open stays open', async () => {
    await visit('/search?q=power', { viewport: { width: 320, height: 800 } }, async (page) => {
      const summary = page.locator('#choose-filters > summary');
      const before = await page.locator('#results').textContent();
      await summary.click();
      await page.locator('#perspective-practitioner').check();
      await page.waitForURL('**/search?q=power&perspective=practitioner');
      assert.ok(await page.locator('#perspective-practitioner').isVisible(), 'the filters are still open');
      assert.match(await page.title(), /^Results for “power” \(\d+ passages\)/);
      assert.match(await page.locator('.chips').innerText(), /Whose view: a practitioner’s view/);
      await page.goBack();
      await page.waitForFunction((text) => document.getElementById('results')?.textContent === text, before);
      assert.ok(await page.locator('#perspective-any').isChecked());

      await summary.focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('#perspective-any').isVisible(), false, 'Escape closes the filters');
      assert.ok(await summary.evaluate((element) => element === document.activeElement));
    });
  });

  it('by keyboard alone: two nations one after the other, what is said of them, and back', async () => {
    await visit('/search?q=power', {}, async (page) => {
      const results = page.locator('#results');
      const announcement = page.locator('#announcement');
      const all = (await results.textContent()) ?? '';
      await tabTo(page, '#nation-wales');
      await page.keyboard.press('Space');
      await page.waitForURL('**/search?q=power&nation=wales');
      await page.locator('.chips', { hasText: 'Nation: Wales' }).waitFor();
      assert.equal(await focusedId(page), 'nation-wales', 'the focus stays on the filter');
      const welsh = (await results.textContent()) ?? '';
      await announcement.getByText(welsh, { exact: true }).waitFor();
      for (const hit of await page
        .locator('.results > .hits > .hit > .where:first-of-type')
        .allTextContents())
        assert.match(hit, /Speaks of .*Wales/);

      while ((await focusedId(page)) !== 'nation-scotland') await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.waitForURL(
        ({ searchParams }) => searchParams.getAll('nation').sort().join() === 'scotland,wales',
      );
      await page.locator('.chips', { hasText: 'Nation: Scotland' }).waitFor();
      assert.equal(await focusedId(page), 'nation-scotland');
      const either = (await results.textContent()) ?? '';
      assert.ok(Number.parseInt(either, 10) > Number.parseInt(welsh, 10), `${either} after ${welsh}`);
      await announcement.getByText(either, { exact: true }).waitFor();

      for (const before of [welsh, all]) {
        await page.goBack();
        await results.getByText(before, { exact: true }).waitFor();
      }
      assert.equal(await page.locator('[name="nation"]:checked').count(), 0);
    });
  });

  it('a second filter chosen while the answer to the first is on its way is not lost', async () => {
    await visit('/search?q=power', {}, async (page) => {
      await page.route('**/search?*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.continue().catch(() => {});
      });
      const [first, second] = await page.locator('.filters > details > fieldset [name="tag"]').all();
      await first?.check();
      await page.waitForTimeout(400);
      await second?.check();
      await page.waitForURL(/tag=.*&tag=/);
      await page.locator('.chips li').nth(1).waitFor();
      assert.equal(await page.locator('[name="tag"]:checked').count(), 2);
    });
  });

  it('a step within the page of results fetches nothing anew', async () => {
    await visit('/search?q=power', {}, async (page) => {
      const fetched: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/search')) fetched.push(request.url());
      });
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL('**#main-content');
      await page.waitForTimeout(400);
      assert.deepEqual(fetched, []);
    });
  });

  it('without script: a search, its filters, and their removal', async () => {
    await visit('/', { javaScriptEnabled: false, viewport: { width: 320, height: 800 } }, async (page) => {
      await page.getByLabel('Search the passages').fill('power');
      await page.getByRole('button', { name: 'Search' }).click();
      assert.match(await page.title(), /^Results for “power”/);
      await page.locator('#choose-filters > summary').click();
      await page.locator('#more-tag > summary').click();
      await page.getByLabel(/^Tokenism/).check();
      await page.getByRole('button', { name: 'Apply filters' }).click();
      assert.match(pathOf(page), /^\/search\?q=power&.*tag=tokenism.*#results$/);
      assert.ok(await firstHit(page).isVisible());
      await page.getByRole('link', { name: /Remove the filter Topic: Tokenism/ }).click();
      assert.equal(pathOf(page), '/search?q=power');
    });
  });

  it('without script: two nations are chosen, and the button finds passages on either', async () => {
    await visit('/search?q=power', { javaScriptEnabled: false }, async (page) => {
      await page.getByLabel(/^Wales/).check();
      await page.getByLabel(/^Scotland/).check();
      await page.getByRole('button', { name: 'Apply filters' }).click();
      assert.match(pathOf(page), /^\/search\?q=power&.*nation=.*&nation=.*#results$/);
      const chips = (await page.locator('.chips a').allTextContents()).map((text) => text.trim());
      assert.deepEqual(chips.sort(), [
        'Remove all filters',
        'Remove the filter Nation: Scotland ×',
        'Remove the filter Nation: Wales ×',
      ]);
    });
  });

  it('without script: nothing is offered that only a script could do', async () => {
    await visit('/help', { javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator('#slash-key').isVisible(), false);
    });
  });

  it('a passage is copied with its credit', async () => {
    const [passage] = site.corpus.passages;
    const options = { permissions: ['clipboard-read', 'clipboard-write'] };
    await visit(`/passages/${passage?.id}`, options, async (page) => {
      await page.getByRole('button', { name: 'Copy passage and credit' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(copied.startsWith(passage?.text.slice(0, 60) ?? '?'), copied);
      assert.match(copied, /\n\nReports .*, in our words\.|\n\nGives our own view\./);
      assert.ok(copied.includes(`${site.origin}/passages/${passage?.id}`), copied);
      assert.doesNotMatch(copied, /More on this source/);
    });
  });

  it('the first press of Tab gives the skip link, which leads to the main content', async () => {
    await visit('/essays/sharing-power', {}, async (page) => {
      await page.keyboard.press('Tab');
      assert.equal(
        await page.evaluate(() => document.activeElement?.textContent),
        'Skip to the main content',
      );
      assert.ok(await page.evaluate(() => (document.activeElement?.getBoundingClientRect().left ?? -1) >= 0));
      await page.keyboard.press('Enter');
      assert.equal(await focusedId(page), 'main-content');
    });
  });

  it('a passage has its number, and a mark that shows when it is pointed at or reached by Tab', async () => {
    await visit('/essays/sharing-power', {}, async (page) => {
      const number = page.locator('.passage-number').nth(1);
      const opacity = () => number.locator('.equals').evaluate((mark) => getComputedStyle(mark).opacity);
      assert.equal(await opacity(), '0');
      await page.locator('.passage').nth(1).hover();
      await page.waitForFunction(
        (mark) => mark && getComputedStyle(mark).opacity === '1',
        await number.locator('.equals').elementHandle(),
      );
      await page.mouse.move(0, 0);
      await tabTo(page, '.passage:nth-of-type(2) .passage-number');
      assert.equal(await number.evaluate((element) => element === document.activeElement), true);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/passages/*');
    });
  });

  it('nothing moves while a page arrives in pieces', async () => {
    const slow = await serveInPieces(site.origin);
    try {
      for (const address of ['/', '/accessibility', '/search?q=power', '/essays/sharing-power', '/explore']) {
        for (const width of [320, 768, 1280] as const) {
          const { shift, close } = await visitPage(browser, slow.origin + address, {
            ...USUAL_SETTING,
            width,
          });
          assert.equal(shift().toFixed(3), '0.000', `${address} at ${width} px`);
          await close();
        }
      }
    } finally {
      slow.close();
    }
  });

  it('a screen reader hears the results as they are seen', async () => {
    await visit('/search?q=grief&perspective=carer', {}, async (page) => {
      const tree = await page.locator('body').ariaSnapshot();
      for (const line of [
        '- heading "Results for “grief”" [level=1]',
        '- combobox "Search the passages": grief',
        '- heading "Filters you have chosen" [level=2]',
        /link "Remove the filter Whose view: a carer’s view/,
        '- group "Whose view":',
        /radio "A carer’s view \d+ passages" \[checked\]/,
        /checkbox "Grief and loss \d+ passages"/,
        /heading "\d+ passages[^"]*" \[level=2\]/,
        '- navigation "Order of the results":',
        /heading "Kevin Minier on grief, [^"]*paragraph \d+" \[level=3\]/,
        'mark: grief',
        /link "Cite this passage from “Kevin Minier on grief/,
      ])
        assert.ok(
          typeof line === 'string' ? tree.includes(line) : line.test(tree),
          `${line} is not in:\n${tree}`,
        );
    });
  });

  it('a screen reader hears what several nations mean, and why one cannot be changed', async () => {
    await visit('/search?q=power+nation:wales', {}, async (page) => {
      const tree = await page.locator('.filters').ariaSnapshot();
      for (const line of [
        '- group "Nation":',
        'If you choose several nations, you get passages on any of them.',
        /checkbox "Wales, chosen in the search box \d+ passages?" \[checked\] \[disabled\]/,
        /checkbox "England \d+ passages?"/,
      ])
        assert.ok(
          typeof line === 'string' ? tree.includes(line) : line.test(tree),
          `${line} is not in:\n${tree}`,
        );
      const group = page.getByRole('group', { name: 'Nation', exact: true });
      const hint = await group.getAttribute('aria-describedby');
      assert.match((await page.locator(`#${hint}`).textContent()) ?? '', /^If you choose several nations/);
    });
  });
});
