import type { Browser } from 'playwright-core';
import { type AxeReport, checkAxe } from './check-axe.ts';
import { checkFocus } from './check-focus.ts';
import { checkHtml } from './check-html.ts';
import { findMisfits } from './check-layout.ts';
import { checkBeforeScript, checkWithoutScript } from './check-script.ts';
import { checkTraffic } from './check-traffic.ts';
import { checkTree } from './check-tree.ts';
import { checkLargeText, checkSpacedText, checkZoomedPage } from './check-zoom.ts';
import type { Traffic } from './record-traffic.ts';
import { type Setting, USUAL_SETTING } from './settings.ts';
import { type Visit, visitPage } from './visit-page.ts';

/** A shift that prints as 0.000: a full stop that goes to the next line when the word before it has come. */
const LEAST_SHIFT = 0.0005;

/** What a page was found to be in one setting. */
export type PageReport = {
  readonly axe: AxeReport;
  readonly traffic: Traffic;
  /** Sum of the layout shifts; 0 is none. */
  readonly shift: number;
  /** Presses of Tab until the page is behind one; undefined if nobody pressed. */
  readonly stops?: number;
  /** All that is wrong, what axe found among it, in plain words; empty if the page is sound. */
  readonly problems: readonly string[];
};

/** Checks what a look at a page in one setting tells. */
export async function checkInSetting(
  browser: Browser,
  url: string,
  setting: Setting,
  status = 200,
): Promise<PageReport> {
  const visit = await visitPage(browser, url, setting);
  try {
    return await look(visit, setting, status);
  } finally {
    await visit.close();
  }
}

/**
 * Checks all that is checked of a page: a look in the usual setting, then Tab, enlargement, spacing, the HTML, screen
 * readers, and what is there without script and before it.
 */
export async function checkThoroughly(browser: Browser, url: string, status = 200): Promise<PageReport> {
  const visit = await visitPage(browser, url);
  try {
    const report = await look(visit, USUAL_SETTING, status);
    // In this order: Tab may open things, each check of size leaves the window as it needs it, and the last leaves the
    // text spaced.
    const words = await checkWithoutScript(browser, url, visit.page);
    const tree = await checkTree(visit);
    const { stops, problems } = await checkFocus(visit.page);
    const more = [
      ...words,
      ...(await checkBeforeScript(browser, url)),
      ...tree,
      ...problems,
      ...(await checkHtml(await (await fetch(url)).text())),
      ...(await checkLargeText(visit)).map((problem) => `with text twice as large, ${problem}`),
      ...(await checkZoomedPage(visit)).map((problem) => `at 400 % zoom, ${problem}`),
      ...(await checkSpacedText(visit)).map((problem) => `with text spaced widely, ${problem}`),
    ];
    return { ...report, stops, problems: [...report.problems, ...more] };
  } finally {
    await visit.close();
  }
}

async function look(visit: Visit, setting: Setting, status: number): Promise<PageReport> {
  // Before axe, which scrolls and runs inside the page: what the page does by itself is asked for.
  const shift = visit.shift();
  const faults = [...visit.faults];
  const misfits = await findMisfits(visit.page);
  const axe = await checkAxe(visit.page, setting.script);
  const traffic = await visit.traffic();
  return {
    axe,
    traffic,
    shift,
    problems: [
      ...(visit.status === status ? [] : [`the answer is ${visit.status} instead of ${status}`]),
      ...axe.violations.map((violation) => `axe: ${violation}`),
      ...faults,
      ...misfits,
      ...checkTraffic(traffic),
      ...(shift < LEAST_SHIFT ? [] : [`the layout shifts by ${shift.toFixed(3)} while the page loads`]),
    ],
  };
}
