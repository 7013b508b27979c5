import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { PAGE_KINDS } from '../browser/page-kinds.ts';
import { FIXTURE_DIR, type Loaded, loadContent } from '../fixture-app.ts';

const BASE = '/coproduction';
const BASE_URL = `https://council.example${BASE}`;

/** Everything in a page that a browser, a preview or a script may follow. */
const addressesIn = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src|action|formaction|content|data-[a-z]+)="([^"]*)"/g)]
    .map(([, address = '']) => address.replace(/&amp;/g, '&').replace(/&#34;/g, '%22'))
    .filter((address) => address.startsWith('/') || address.startsWith('https://council.example'));

/** All texts in an answer of the API. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('a site under the path of another', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent(FIXTURE_DIR, BASE_URL);
  });
  const get = (address: string) => request(loaded.app).get(address);

  it('has every address of every page under its path, and answers each', async () => {
    const also = [
      '/search?q=nobody+-power',
      '/passages/old2',
      '/passages/ccc3?q=grief',
      '/tags/nope',
      '/grieving',
    ];
    const kinds = PAGE_KINDS.map(({ address }) => address(loaded.corpus));
    const queue = [...kinds, ...also].map((path) => BASE + path);
    const seen = new Set(queue);
    for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
      const { text, status } = await get(address);
      assert.ok([200, 404, 410].includes(status), `${address}: ${status}`);
      for (const found of addressesIn(text)) {
        const path = found.startsWith('/') ? found : found.slice('https://council.example'.length);
        assert.ok(path.startsWith(`${BASE}/`), `${address} leads to ${found}`);
        const [page = ''] = path.split('#');
        if (seen.has(page)) continue;
        seen.add(page);
        const answer = await get(page);
        assert.equal(answer.status, 200, `${address} leads to ${found}`);
        // Searches lead to ever more searches; the first step into them is enough.
        if (answer.type === 'text/html' && !page.startsWith(`${BASE}/search?`)) queue.push(page);
      }
    }
    assert.ok(seen.size > 80, `only ${seen.size} addresses were found`);
  });

  it('has every address of the API whole, in the HTML of passages too', async () => {
    for (const path of [
      '/search?q=grief',
      '/essays/long-loss',
      '/passages/ccc3',
      '/passages/aaa2',
      '/tags/grief',
    ]) {
      const texts = textsIn((await get(`${BASE}/api/v1${path}`).expect(200)).body);
      const urls = texts.flatMap(
        (text) => text.match(/(?:https:\/\/council\.example|(?<=href=")\/)[^"\s]*/g) ?? [],
      );
      assert.ok(urls.length > 0);
      for (const url of urls) {
        assert.ok(url.startsWith(`${BASE_URL}/`), `${path}: ${url}`);
        await get(url.slice('https://council.example'.length).replace(/[#.].*/, '')).expect(200);
      }
    }
    const { body } = await get(`${BASE}/api/v1/passages/ccc3`);
    assert.match(
      body.html,
      /<a class="citation" href="https:\/\/council\.example\/coproduction\/sources\/fixture2013">/,
    );
  });

  it('answers a proxy that strips the path with the same page', async () => {
    for (const path of ['/', '/essays/long-loss', '/api/v1/passages/ccc3', '/nope']) {
      const [passedOn, stripped] = [await get(BASE + path), await get(path)];
      assert.equal(stripped.status, passedOn.status, path);
      assert.equal(
        stripped.text.replaceAll(BASE + path, path),
        passedOn.text.replaceAll(BASE + path, path),
        path,
      );
    }
  });

  it('redirects to addresses under its path, whether the proxy strips it or not', async () => {
    const redirects = {
      '/coproduction': '/coproduction/',
      '/coproduction?q=a': '/coproduction/?q=a',
      '/CoProduction/essays': '/coproduction/essays',
      '//coproduction/essays': '/coproduction/essays',
      '/c%6Fproduction/essays': '/coproduction/essays',
      '/coproduction//api/v1/tags': '/coproduction/api/v1/tags',
      '/coproduction/Essays/long-loss/?q=grief': '/coproduction/essays/long-loss?q=grief',
      '/Essays/long-loss/?q=grief': '/coproduction/essays/long-loss?q=grief',
      '/coproduction/passages/old1': '/coproduction/passages/aaa1',
      '/coproduction/api/v1/passages/OLD1': '/coproduction/api/v1/passages/aaa1',
    };
    for (const [from, to] of Object.entries(redirects)) await get(from).expect(301).expect('Location', to);
  });

  it('does not take a longer name for its path', async () => {
    await get('/coproductions/essays').expect(404);
    await get('/coproduction%2Fessays').expect(404);
    await get('/coproduction/coproduction/essays').expect(404);
  });
});

describe('a passage that writes about HTML', () => {
  it('keeps what only looks like a link as its author wrote it', async () => {
    const { createAddresses } = await import('../../server/http/addresses/addresses.ts');
    const address = createAddresses(BASE_URL);
    const html =
      '<p>Write <code>&lt;a href="/x"&gt;</code> or href="/y". <a href="/tags/grief" title="href=&quot;/z">Go</a>, <a href="https://example.org/a">out</a>, <a href="#ccc1">down</a>.</p>';
    assert.equal(
      address.inHtml(html),
      html.replace('<a href="/tags/grief"', '<a href="/coproduction/tags/grief"'),
    );
    assert.equal(
      address.whole.inHtml(html),
      html.replace('<a href="/tags/grief"', `<a href="${BASE_URL}/tags/grief"`),
    );
  });
});
