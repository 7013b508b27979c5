import type { Browser, Page, Route } from 'playwright-core';
import { askPage } from './ask-page.ts';
import { isSeen, mainWords } from './in-page.ts';
import { USUAL_SETTING } from './settings.ts';
import { visitPage } from './visit-page.ts';

/** Problems of a reader whose browser runs no script: words of the main content that only a script brings. */
export async function checkWithoutScript(browser: Browser, url: string, page: Page): Promise<string[]> {
  const visit = await visitPage(browser, url, { ...USUAL_SETTING, script: 'off' });
  try {
    return missing(await askPage(page, mainWords), await askPage(visit.page, mainWords), 'without script');
  } finally {
    await visit.close();
  }
}

/**
 * Problems of a reader whom the script has not reached yet: the heading and the words must be there, and the page must
 * scroll, while every script is held back. `patience` is how long that may take on a slow machine, in milliseconds.
 */
export async function checkBeforeScript(browser: Browser, url: string, patience = 5_000): Promise<string[]> {
  // A low window, so that every page has something to scroll to.
  const context = await browser.newContext({ viewport: { width: 320, height: 256 } });
  try {
    const page = await context.newPage();
    let isHolding = true;
    const held: Route[] = [];
    await page.route('**', (route) => {
      if (isHolding && route.request().resourceType() === 'script') held.push(route);
      else return route.continue();
    });
    await page.goto(url, { waitUntil: 'commit' });
    // A script that holds up the page keeps it in the state "loading"; one that does not, lets it be read to its end.
    const isRead = await comesTrue(page, patience, () => document.readyState !== 'loading');
    if (!isRead) return ['before the script arrives, the page does not come to its end'];
    const isThere = await askPage(page, () => {
      const heading = document.querySelector('h1');
      return heading !== null && heading.innerText.trim() !== '' && isSeen(heading);
    });
    if (!isThere) return ['before the script arrives, the main heading is not seen'];
    const before = await askPage(page, mainWords);
    const problems = (await scrolls(page, patience))
      ? []
      : ['before the script arrives, the page does not scroll'];
    isHolding = false;
    for (const route of held) await route.continue();
    await page.waitForLoadState('load');
    return [...problems, ...missing(await askPage(page, mainWords), before, 'before the script arrives')];
  } finally {
    await context.close();
  }
}

/** Whether turning the wheel moves a page that is higher than its window. */
async function scrolls(page: Page, patience: number): Promise<boolean> {
  const isHigh = await askPage(page, () => document.documentElement.scrollHeight > innerHeight + 100);
  if (!isHigh) return true;
  await page.mouse.move(160, 128);
  await page.mouse.wheel(0, 100);
  return comesTrue(page, patience, () => scrollY > 0);
}

/** Asks the page until the answer is yes, or too much time has passed. */
async function comesTrue(page: Page, patience: number, question: () => boolean): Promise<boolean> {
  const end = Date.now() + patience;
  // Not by Playwright's waitForFunction, which a security policy without `unsafe-eval` forbids.
  while (!(await askPage(page, question))) {
    if (Date.now() > end) return false;
    await page.waitForTimeout(20);
  }
  return true;
}

function missing(wanted: readonly string[], found: readonly string[], when: string): string[] {
  const lost = wanted.filter((word) => !found.includes(word));
  return lost.length === 0 ? [] : [`${when}, these words are missing: ${lost.join(' ')}`];
}
