import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { checkAxe } from './check-axe.ts';
import { checkFocus } from './check-focus.ts';
import { checkHtml } from './check-html.ts';
import { findTooWide } from './check-layout.ts';
import { checkInSetting, checkThoroughly } from './check-page.ts';
import { checkBeforeScript, checkWithoutScript } from './check-script.ts';
import { checkTree } from './check-tree.ts';
import { checkLargeText, checkSpacedText, checkZoomedPage } from './check-zoom.ts';
import { findChromium, HOW_TO_GET_CHROMIUM, launchChromium } from './launch-chromium.ts';
import { type ServedFile, type ServedPages, servePages, soundPage } from './serve-pages.ts';
import { type Setting, USUAL_SETTING } from './settings.ts';
import { type Visit, visitPage } from './visit-page.ts';

const skip = findChromium() === undefined && HOW_TO_GET_CHROMIUM;
if (skip) console.error(`\n${skip}\n`);

const script = (body: string): ServedFile => ({ body, type: 'text/javascript' });
const NARROW: Setting = { ...USUAL_SETTING, width: 320 };
const WITHOUT_SCRIPT: Setting = { ...USUAL_SETTING, script: 'off' };

describe('finding Chromium', () => {
  it('refuses a CHROME_PATH that names nothing, and takes one that names a file', () => {
    assert.throws(() => findChromium('/nowhere/chrome'), /^Error: CHROME_PATH is "\/nowhere\/chrome"/);
    assert.equal(findChromium(process.execPath), process.execPath);
  });
  it('finds nothing where there is nothing', () => {
    assert.equal(findChromium('', ['/nowhere/chrome']), undefined);
    assert.equal(findChromium('', ['/nowhere/chrome', process.execPath]), process.execPath);
  });
});

// Each check is shown a page that has the fault it is for: a check that cannot fail would be worth nothing.
describe('the checks of pages in a browser', { skip, concurrency: 2 }, () => {
  let browser: Browser;
  let pages: ServedPages;
  before(async () => {
    browser = await launchChromium();
    pages = await servePages();
  });
  after(async () => {
    await browser?.close();
    pages?.close();
  });

  const urlOf = (main: string, head?: string, files?: Readonly<Record<string, ServedFile>>) =>
    pages.put({ body: soundPage(main, head) }, files);
  const look = async (url: string, setting?: Setting) =>
    (await checkInSetting(browser, url, setting ?? USUAL_SETTING)).problems;
  /** What a check says of a page that is open. */
  async function ask<Answer>(
    url: string,
    check: (visit: Visit) => Promise<Answer>,
    setting?: Setting,
  ): Promise<Answer> {
    const visit = await visitPage(browser, url, setting);
    try {
      return await check(visit);
    } finally {
      await visit.close();
    }
  }

  it('find nothing on a sound page, script on or off', async () => {
    const url = urlOf('<p>Words enough, and <a href="#end">a link</a>.</p><p id="end">The end.</p>');
    const { problems, stops, shift, axe, traffic } = await checkThoroughly(browser, url);
    assert.deepEqual(problems, []);
    assert.deepEqual([stops, shift, axe.unsureContrasts, traffic.requests], [1, 0, 0, 1]);
    assert.deepEqual(await look(url, { theme: 'dark', width: 320, script: 'off' }), []);
  });

  it('find a status that is not the expected one', async () => {
    const { problems } = await checkInSetting(browser, urlOf('<p>Words.</p>'), USUAL_SETTING, 404);
    assert.deepEqual(problems, ['the answer is 200 instead of 404']);
  });

  describe('by axe', () => {
    for (const setting of [USUAL_SETTING, WITHOUT_SCRIPT]) {
      it(`find a field without a label, and grey below AAA, script ${setting.script}`, async () => {
        const url = urlOf('<input id="field"><p style="color: #767676; background: #fff">Grey words.</p>');
        assert.deepEqual(await look(url, setting), ['axe: color-contrast-enhanced: p', 'axe: label: #field']);
      });
    }
    it('find small targets side by side', async () => {
      const small = 'style="width: 12px; height: 12px; min-height: 0; padding: 0; border: 0"';
      const url = urlOf(`<p><button ${small}>a</button><button ${small}>b</button></p>`);
      assert.deepEqual(await look(url), ['axe: target-size: button:nth-child(1), button:nth-child(2)']);
    });
    it('count the texts whose contrast a person must judge', async () => {
      const url = urlOf('<p style="color: #000; background: linear-gradient(#fff, #333)">Words.</p>');
      const report = await ask(url, ({ page }) => checkAxe(page, 'on'));
      assert.deepEqual(report, { violations: [], unsureContrasts: 1 });
    });
  });

  describe('of layout', () => {
    it('find what is wider than the screen, and only there', async () => {
      const url = urlOf('<p id="wide" style="width: 400px">Words.</p>');
      assert.deepEqual(await look(url), []);
      assert.deepEqual(await look(url, NARROW), [
        'the page is 408 px wide on a screen of 320 px',
        'p#wide “Words.” reaches from 8 to 408 px on a screen of 320 px',
      ]);
    });
    it('find what is cut off at the edge of a page that does not scroll sideways', async () => {
      const head = '<style>html, body { overflow-x: clip }</style>';
      const problems = await look(urlOf('<p style="width: 400px">Words.</p>', head), NARROW);
      assert.ok(
        problems.includes('p “Words.” reaches from 8 to 408 px on a screen of 320 px'),
        problems.join(),
      );
    });
    it('let something scroll within itself, if the keyboard reaches it', async () => {
      const scroller = (attributes: string) =>
        `<div id="box" style="overflow-x: auto" ${attributes}><p style="width: 900px">Words.</p></div>`;
      const check = ({ page }: Visit) => findTooWide(page);
      assert.deepEqual(await ask(urlOf(scroller('tabindex="0"')), check, NARROW), []);
      assert.deepEqual(await ask(urlOf(scroller('')), check, NARROW), [
        'div#box “Words.” scrolls sideways, but the keyboard cannot reach it',
      ]);
    });
    it('find what fits a narrow screen but not a zoomed one', async () => {
      const head =
        '<style>@media (min-resolution: 3dppx) and (max-height: 300px) { p { width: 400px } }</style>';
      const url = urlOf('<p>Words.</p>', head);
      assert.deepEqual(await ask(url, checkZoomedPage, NARROW), [
        'the page is 408 px wide on a screen of 320 px',
        'p “Words.” reaches from 8 to 408 px on a screen of 320 px',
      ]);
    });
    it('find a box that grows with the text beyond the screen', async () => {
      assert.deepEqual(await ask(urlOf('<p style="width: 30rem">Words.</p>'), checkLargeText), [
        'the page is 968 px wide on a screen of 640 px',
        'p “Words.” reaches from 8 to 968 px on a screen of 640 px',
      ]);
    });
    it('find text that its box cuts off when it is larger, but not text for ears only', async () => {
      const box = (style: string) => `<p style="overflow: hidden; ${style}">Words.</p>`;
      const ears = box('position: absolute; width: 1px; height: 1px; clip-path: inset(50%)');
      assert.deepEqual(await ask(urlOf(box('height: 24px') + ears), checkLargeText), [
        'p “Words.” cuts off its text',
      ]);
    });
    it('find text that is cut off when it is spaced', async () => {
      const url = urlOf('<p style="overflow: hidden; height: 20px; line-height: 20px">Words.</p>');
      assert.deepEqual(await ask(url, checkSpacedText), ['p “Words.” cuts off its text']);
    });
    it('find texts that stand on each other when they are spaced', async () => {
      // Letters of one width, so that the gap of a letter is one in whatever font the machine has.
      const place = 'position: absolute; top: 100px; white-space: nowrap; font: 14px monospace';
      const url = urlOf(`<p style="${place}; left: 0">Nineteen characters</p>
        <p style="${place}; left: 20ch">neighbours</p>`);
      assert.deepEqual(await look(url), []);
      assert.deepEqual(await ask(url, checkSpacedText), [
        'p “Nineteen characters” and p “neighbours” stand on each other',
      ]);
    });
    it('find a shift, script on or off', async () => {
      // What was never painted cannot shift, and a busy machine paints late: the picture comes well after that.
      const late = { '/late.svg': { ...picture(0), delay: 1500 } };
      const url = urlOf(`<img src="/late.svg" alt="A square"><p>${'Words. '.repeat(200)}</p>`, '', late);
      for (const setting of [USUAL_SETTING, NARROW, WITHOUT_SCRIPT]) {
        const [problem, ...others] = await look(url, setting);
        assert.match(problem ?? '', /^the layout shifts by 0\.\d+ while the page loads$/);
        assert.deepEqual(others, []);
      }
    });
    it('find a shift that a script brings after loading', async () => {
      const url = urlOf(`<p>${'Words. '.repeat(200)}</p>`, '<script src="/push.js" defer></script>', {
        // What was never painted cannot shift: the second frame is the first one that can.
        '/push.js': script(
          "requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector('p').style.marginTop = '200px'))",
        ),
      });
      assert.match((await look(url)).join(), /^the layout shifts by 0\.\d+ while the page loads$/);
    });
  });

  describe('of focus', () => {
    const focusOf = (main: string, head = '') =>
      ask(urlOf(main, head, { '/focus.js': script(head) }), async ({ page }) => checkFocus(page));
    const stylesheet = (rules: string) => `<style>${rules}</style>`;

    it('find a link that does not show its focus', async () => {
      assert.deepEqual(
        await focusOf(
          '<a href="#a">First</a> <a href="#b" id="b">Second</a>',
          stylesheet('#b { outline: none }'),
        ),
        { stops: 2, problems: ['a#b “Second” does not show that it is focused'] },
      );
    });
    it('find a ring as dark as its ground, unless its shadow stands out', async () => {
      const ring = (shadow: string) =>
        stylesheet(`body { background: #222; color: #fff } a:focus { outline: 3px solid #000; ${shadow} }`);
      assert.deepEqual((await focusOf('<a href="#a">Link</a>', ring(''))).problems, [
        'a “Link” shows its focus too faintly: contrast 1.3 on rgb(34, 34, 34)',
      ]);
      assert.deepEqual(
        (await focusOf('<a href="#a">Link</a>', ring('box-shadow: 0 0 0 6px #fd0'))).problems,
        [],
      );
    });
    it('find a link that is covered when it is focused', async () => {
      const cover = '<div style="position: fixed; inset: 0; background: #fff">Buy!</div>';
      assert.deepEqual((await focusOf(`<a href="#a">Link</a>${cover}`)).problems, [
        'a “Link” is hidden under something when it is focused',
      ]);
    });
    it('find a link outside the window, and one that nobody sees', async () => {
      const away = '<a href="#a" style="position: fixed; left: -500px">Away</a>';
      const unseen = '<a href="#b" style="opacity: 0">Unseen</a>';
      assert.deepEqual((await focusOf(away + unseen)).problems, [
        'a “Away” is outside the window when it is focused',
        'a “Unseen” takes focus unseen',
      ]);
    });
    it('find a trap', async () => {
      const url = urlOf(
        '<button id="trap">Stay</button> <a href="#a">Past</a>',
        '<script src="/trap.js" defer></script>',
        {
          '/trap.js': script(
            "trap.addEventListener('keydown', (event) => event.key === 'Tab' && event.preventDefault())",
          ),
        },
      );
      assert.deepEqual((await ask(url, ({ page }) => checkFocus(page))).problems, [
        'button#trap “Stay” is focused again: Tab cannot get past it',
      ]);
    });
    it('find a link that Tab never reaches', async () => {
      const url = urlOf(
        '<a href="#a" id="a">One</a> <a href="#b">Two</a> <a href="#c" id="c">Three</a>',
        '<script src="/skip.js" defer></script>',
        {
          '/skip.js': script(
            "a.addEventListener('keydown', (event) => { if (event.key === 'Tab') { c.focus(); event.preventDefault(); } })",
          ),
        },
      );
      assert.deepEqual(await ask(url, ({ page }) => checkFocus(page)), {
        stops: 2,
        problems: ['a “Two” cannot be reached by Tab'],
      });
    });
  });

  it('find errors of HTML with their line', async () => {
    const found = await checkHtml(
      soundPage('<p id="one" style="color: red">Words.</p><p id="one">Words.</p>'),
    );
    assert.deepEqual(found, [
      'HTML line 20: Inline style is not allowed (no-inline-style)',
      'HTML line 20: Duplicate ID "one" (no-dup-id)',
    ]);
  });

  describe('of loading', () => {
    it('find errors in the console and in scripts', async () => {
      const url = urlOf('<p>Words.</p>', '<script src="/bad.js" defer></script>', {
        '/bad.js': script("console.error('Oh dear'); throw new Error('Broken')"),
      });
      assert.deepEqual(await look(url), ['the console says: Oh dear', 'the script fails: Broken']);
    });
    it('find what the security policy refuses', async () => {
      const body = soundPage('<p>Words.</p>', '<script>document.title = "Changed"</script>');
      const url = pages.put({ body, policy: "default-src 'self' data:; style-src 'unsafe-inline'" });
      assert.match((await look(url)).join(), /^the console says: .*violates.*Content Security Policy/);
    });
    it('find a file that is not there', async () => {
      const problems = await look(urlOf('<p>Words.</p>', '<link rel="stylesheet" href="/gone.css">'));
      assert.match(problems.join('\n'), /^a request is answered with 404: http:\S+\/gone\.css$/m);
    });
    it('find a request to another host, script on or off', async () => {
      const url = urlOf('<img src="http://elsewhere.example/dot.png" alt="A dot" width="9" height="9">');
      for (const setting of [USUAL_SETTING, WITHOUT_SCRIPT]) {
        const problems = await look(url, setting);
        assert.ok(
          problems.includes('the page asks another host: http://elsewhere.example/dot.png'),
          problems.join(),
        );
      }
    });
    it('find a first view, a script and a stylesheet that weigh too much', async () => {
      const url = urlOf(
        '<img src="/big.svg" alt="A square" width="9" height="9">',
        '<script src="/big.js" defer></script><link rel="stylesheet" href="/big.css">',
        {
          '/big.svg': picture(20_000),
          '/big.js': script(`// ${'x'.repeat(11_000)}`),
          '/big.css': { body: `/* ${'x'.repeat(21_000)} */`, type: 'text/css' },
        },
      );
      const { problems, traffic } = await checkInSetting(browser, url, USUAL_SETTING);
      assert.deepEqual(
        problems.map((problem) => problem.replace(/\d{5} bytes/, '… bytes')),
        [
          'the first view weighs … bytes, of 40960 allowed',
          'the script weighs … bytes, of 10240 allowed',
          'the stylesheet file weighs … bytes, of 20480 allowed',
        ],
      );
      assert.equal(traffic.stylesheetFile, 21_006);
      assert.ok(traffic.image > 20_000 && traffic.script > 11_000 && traffic.document > 500);
      const { document, stylesheet, image, other, whole } = traffic;
      assert.equal(document + stylesheet + traffic.script + image + other, whole);
    });
  });

  describe('of scripts', () => {
    it('find words that only a script brings', async () => {
      const url = urlOf('<p id="late"></p>', '<script src="/write.js" defer></script>', {
        '/write.js': script("late.textContent = 'Letters from afar'"),
      });
      const found = await ask(url, ({ page }) => checkWithoutScript(browser, url, page));
      assert.deepEqual(found, ['without script, these words are missing: letters from afar']);
      assert.deepEqual(await checkBeforeScript(browser, url, 1000), [
        'before the script arrives, these words are missing: letters from afar',
      ]);
    });
    it('let a script add a button', async () => {
      const url = urlOf('<p id="to">Words.</p>', '<script src="/button.js" defer></script>', {
        '/button.js': script(
          "to.append(Object.assign(document.createElement('button'), { textContent: 'Copy' }))",
        ),
      });
      assert.deepEqual(await ask(url, ({ page }) => checkWithoutScript(browser, url, page)), []);
      assert.deepEqual(await checkBeforeScript(browser, url, 1000), []);
    });
    it('find a script that holds up the page', async () => {
      const url = urlOf('<p>Words.</p>', '<script src="/slow.js"></script>', { '/slow.js': script('1') });
      assert.deepEqual(await checkBeforeScript(browser, url, 1000), [
        'before the script arrives, the page does not come to its end',
      ]);
    });
    it('find a page that is hidden, or held fast, until its script arrives', async () => {
      const files = { '/show.js': script("document.documentElement.className = 'ready'") };
      const shown = (rule: string) =>
        urlOf(
          `<p>${'Words. '.repeat(200)}</p>`,
          `<style>html:not(.ready) ${rule}</style><script src="/show.js" defer></script>`,
          files,
        );
      assert.deepEqual(await checkBeforeScript(browser, shown('main { opacity: 0 }'), 1000), [
        'before the script arrives, the main heading is not seen',
      ]);
      assert.deepEqual(await checkBeforeScript(browser, shown('body { overflow: hidden }'), 1000), [
        'before the script arrives, the page does not scroll',
      ]);
    });
  });

  it('find text that a screen reader does not, unless the page hides it on purpose', async () => {
    const url = urlOf(`<p role="img" aria-label="Something else">Seen only</p>
      <a href="#a" aria-label="Elsewhere">Go here</a> <p aria-hidden="true">Hidden on purpose</p>
      <p>Bro<mark>ken</mark> words, <a href="#b"><span>in</span> <em>parts</em></a></p>`);
    assert.deepEqual(await ask(url, checkTree), [
      'a screen reader does not find “Seen only”',
      'a screen reader does not find “Go here”',
    ]);
  });
});

/** A drawing that weighs so many bytes, roughly. */
const picture = (bytes: number): ServedFile => ({
  body: `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><!-- ${'x'.repeat(bytes)} --></svg>`,
  type: 'image/svg+xml',
});
