import type { Page } from 'playwright-core';
import { findFaintRing } from './find-faint-ring.ts';
import * as inPage from './in-page.ts';

// tsx marks functions with their names by calling `__name`, which a page does not have.
const BESIDE = [
  'const __name = (named) => named;',
  ...Object.entries({ ...inPage, findFaintRing }).map(([name, run]) => `const ${name} = ${run};`),
].join('\n');

/**
 * Runs a function inside the page and gives its answer, which must survive JSON. The function may use what `in-page.ts`
 * exports and `findFaintRing`, and nothing else from outside itself. Works with script off too, if it does not wait for a timer.
 */
export function askPage<Answer>(page: Page, question: () => Answer): Promise<Awaited<Answer>>;
export function askPage<Answer, Given>(
  page: Page,
  question: (given: Given) => Answer,
  given: Given,
): Promise<Awaited<Answer>>;
export function askPage(page: Page, question: (given: never) => unknown, given?: unknown): Promise<unknown> {
  // As text, since Playwright sends one function alone; through the debugger, so that no security policy stands in the way.
  return page.evaluate(`(() => { ${BESIDE}\nreturn (${question})(${JSON.stringify(given)}); })()`);
}
