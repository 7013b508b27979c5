import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** What axe finds on a page. */
export type AxeReport = {
  /** One line for each rule that is broken: `rule: selector, selector`. */
  readonly violations: readonly string[];
  /** How many texts axe could not judge the contrast of, so that a person must look. */
  readonly unsureContrasts: number;
};

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of WCAG 2.2 that axe knows, contrast up to AAA, and what axe calls good practice. */
const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
};

/**
 * A page whose script is off has no timers, and axe waits for some; promises it has. Nothing else on such a page can
 * miss the timers.
 */
const TIMERS_OF_PROMISES = `
  window.setTimeout = (run, _wait, ...given) => { Promise.resolve().then(() => run(...given)); return 0; };
  window.clearTimeout = () => {};`;

type Finding = { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] };

/** Lets axe judge a page as it is now. */
export async function checkAxe(page: Page, script: 'on' | 'off'): Promise<AxeReport> {
  await page.evaluate(AXE);
  if (script === 'off') await page.evaluate(TIMERS_OF_PROMISES);
  const { violations, incomplete } = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations, incomplete }) => ({ violations, incomplete }))`,
  )) as { violations: Finding[]; incomplete: Finding[] };
  return {
    violations: violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    ),
    unsureContrasts: new Set(
      incomplete
        .filter(({ id }) => id.startsWith('color-contrast'))
        .flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' '))),
    ).size,
  };
}
