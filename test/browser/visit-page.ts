import type { Browser, CDPSession, Page } from 'playwright-core';
import { recordTraffic, type Traffic } from './record-traffic.ts';
import { type Setting, USUAL_SETTING } from './settings.ts';

/** A page in a browser of its own, as a first visitor has it: nothing kept from before. */
export type Visit = {
  readonly page: Page;
  readonly session: CDPSession;
  /** The status of the answer. */
  readonly status: number;
  /** What was fetched so far. */
  readonly traffic: () => Promise<Traffic>;
  /** What went wrong while the page loaded: errors, refusals, requests that failed or went elsewhere. */
  readonly faults: readonly string[];
  /** The sum of all layout shifts that no key or click brought about, as browsers score them; 0 is none. */
  readonly shift: () => number;
  readonly close: () => Promise<void>;
};

/** Milliseconds after loading in which late scripts may move things, and are caught. */
const SETTLE_MS = 200;

/** Loads a page in a fresh context and records how that went. The caller closes it. */
export async function visitPage(
  browser: Browser,
  url: string,
  setting: Setting = USUAL_SETTING,
): Promise<Visit> {
  const context = await browser.newContext({
    colorScheme: setting.theme,
    viewport: { width: setting.width, height: 800 },
    javaScriptEnabled: setting.script === 'on',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = await recordTraffic(page, session);
    const faults = recordFaults(page, url);
    const shift = await recordShift(session);
    const response = await page.goto(url);
    await page.waitForTimeout(SETTLE_MS);
    const status = response?.status() ?? 0;
    return { page, session, status, traffic, faults, shift, close: () => context.close() };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** Lists errors of the page as they come. */
function recordFaults(page: Page, url: string): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`the script fails: ${error.message}`));
  page.on('console', (message) => {
    // A page that is answered with 404 on purpose is an error to the console; its status is checked elsewhere.
    const isOwnStatus = message.text().startsWith('Failed to load') && message.location().url === url;
    if (message.type() === 'error' && !isOwnStatus) faults.push(`the console says: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(url).host)
      faults.push(`the page asks another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // What is still on its way when the reader goes on to another page is given up, and that is no fault.
    if (reason !== 'net::ERR_ABORTED') faults.push(`a request fails: ${request.url()} (${reason})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== url)
      faults.push(`a request is answered with ${response.status()}: ${response.url()}`);
  });
  return faults;
}

/** Sums layout shifts. The browser reports them over its debugger, so that this works with script off too. */
async function recordShift(session: CDPSession): Promise<() => number> {
  let sum = 0;
  session.on('PerformanceTimeline.timelineEventAdded', ({ event }) => {
    if (event.layoutShiftDetails && !event.layoutShiftDetails.hadRecentInput)
      sum += event.layoutShiftDetails.value;
  });
  await session.send('PerformanceTimeline.enable', { eventTypes: ['layout-shift'] });
  return () => sum;
}
