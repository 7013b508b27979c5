import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Said wherever checks in a browser cannot be made, so that nobody takes silence for success. */
export const HOW_TO_GET_CHROMIUM =
  'NO BROWSER: install Chromium, Chrome or Edge (on Debian and Ubuntu: sudo apt install chromium), or name the program: CHROME_PATH=/path/to/chrome';

/** Where installers put Chromium and its relatives: Linux, then macOS, then Windows. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(folder, 'Chromium', 'Application', 'chrome.exe'),
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
];

/**
 * The Chromium of this machine: what `CHROME_PATH` names, else the first in the usual places; undefined if there is none.
 * @throws Error if `CHROME_PATH` names a file that is not there: a slip must not look like a machine without a browser
 */
export function findChromium(
  named: string | undefined = process.env.CHROME_PATH,
  places: readonly string[] = USUAL_PLACES,
): string | undefined {
  if (!named) return places.find((place) => existsSync(place));
  if (!existsSync(named)) throw new Error(`CHROME_PATH is "${named}"; there is no such file`);
  return named;
}

/** Starts the Chromium of this machine. @throws Error that says how to get one, if there is none */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(HOW_TO_GET_CHROMIUM);
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page that asks another host is caught asking; the other host hears nothing of it.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}
