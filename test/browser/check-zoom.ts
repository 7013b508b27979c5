import { askPage } from './ask-page.ts';
import { findMisfits } from './check-layout.ts';
import type { Visit } from './visit-page.ts';

/** Problems of a page that a reader has zoomed to 400 % on a screen of 1280 by 1024 pixels (WCAG 1.4.10). */
export async function checkZoomedPage({ page, session }: Visit): Promise<string[]> {
  // What browsers make of such a window: a quarter of the pixels each way, each drawn four times as large.
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 320,
    height: 256,
    deviceScaleFactor: 4,
    mobile: false,
  });
  return findMisfits(page);
}

/** Problems of a page whose text alone is twice as large, in a window 640 px wide (WCAG 1.4.4). */
export async function checkLargeText({ page }: Visit): Promise<string[]> {
  await page.setViewportSize({ width: 640, height: 800 });
  await askPage(page, () => {
    const root = document.documentElement;
    root.style.fontSize = `${2 * Number.parseFloat(getComputedStyle(root).fontSize)}px`;
  });
  const problems = await findMisfits(page);
  await askPage(page, () => document.documentElement.style.removeProperty('font-size'));
  return problems;
}

/**
 * Problems of a page whose text is spaced as widely as WCAG 1.4.12 names, in a window 320 px wide. The page stays
 * spaced.
 */
export async function checkSpacedText({ page }: Visit): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 800 });
  await askPage(page, () => {
    // A sheet made by the page's own debugger is no business of its security policy, unlike a style element.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets.push(sheet);
  });
  return findMisfits(page);
}
