import type { Browser } from 'playwright-core';
import { checkInSetting, checkThoroughly, type PageReport } from './check-page.ts';
import type { PageKind } from './page-kinds.ts';
import type { ServedContent } from './serve-content.ts';
import { SETTINGS, type Setting, USUAL_SETTING } from './settings.ts';

/** A kind of page in one setting, and what was found. */
export type KindReport = { readonly kind: PageKind; readonly setting: Setting; readonly report: PageReport };

/** Pages open at the same time: more than two take each other's processor, and waits become failures. */
const AT_ONCE = 2;

/** Checks each kind of page in every setting, and thoroughly in the usual one. In the order of the kinds. */
export async function checkKinds(
  browser: Browser,
  { origin, corpus }: ServedContent,
  kinds: readonly PageKind[],
): Promise<KindReport[]> {
  const looks = kinds.flatMap((kind) => SETTINGS.map((setting) => ({ kind, setting })));
  const reports: KindReport[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < looks.length; at = next++) {
      const { kind, setting } = looks[at] as (typeof looks)[number];
      const url = origin + kind.address(corpus);
      const report = isUsual(setting)
        ? await checkThoroughly(browser, url, kind.status)
        : await checkInSetting(browser, url, setting, kind.status);
      reports[at] = { kind, setting, report };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return reports;
}

const isUsual = ({ theme, width, script }: Setting) =>
  theme === USUAL_SETTING.theme && width === USUAL_SETTING.width && script === USUAL_SETTING.script;
