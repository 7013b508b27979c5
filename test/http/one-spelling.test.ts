import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import request from 'supertest';
import { type Loaded, loadContent } from '../fixture-app.ts';

describe('an address in another spelling', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent();
  });
  const get = (address: string) => request(loaded.app).get(address);

  const SPELLINGS: Readonly<Record<string, string>> = {
    '/Essays/Long-Loss/': '/essays/long-loss',
    '/essays/long-loss/': '/essays/long-loss',
    '/essays//long-loss': '/essays/long-loss',
    '//essays/long-loss': '/essays/long-loss',
    '/essays/long%2Dloss': '/essays/long-loss',
    '/%65ssays/long-loss?q=Grief&x=%2F#a': '/essays/long-loss?q=Grief&x=%2F',
    '/passages/CCC1': '/passages/ccc1',
    '/passages/OLD1?q=a': '/passages/aaa1?q=a',
    '/passages/OLD2': '/passages/old2',
    '/tags/Tokenism?page=2': '/tags/tokenism?page=2',
    '/sources/Fixture2013': '/sources/fixture2013',
    '/tags/': '/tags',
    '/Search?q=Power': '/search?q=Power',
    '/ABOUT': '/about',
    '//': '/',
    '/API/v1/Tags/Grief/': '/api/v1/tags/grief',
    '/api/v1/search/?q=a': '/api/v1/search?q=a',
    '/api/v1/passages/CCC1': '/api/v1/passages/ccc1',
    '//api/v1/tags': '/api/v1/tags',
  };
  for (const [asked, canonical] of Object.entries(SPELLINGS)) {
    it(`${asked} leads to ${canonical}, by GET and by HEAD`, async () => {
      const [path = ''] = asked.split('#');
      await get(path).expect(301).expect('Location', canonical);
      await request(loaded.app).head(path).expect(301).expect('Location', canonical);
      const { status } = await get(canonical);
      assert.ok([200, 410].includes(status), `${canonical}: ${status}`);
    });
  }

  for (const address of [
    '/Essays/nope/',
    '/essays/long-loss/more',
    '/essays/long-loss.html',
    '/index.html',
    '/passages/NOPE',
    '/essays%2Flong-loss',
    '/home',
    '//example.com/essays',
    '/\\example.com',
    '/api/v1/passages/NOPE',
    '/about%2F',
    '/essays/long%252Dloss',
    '/api%2Fv1/tags',
    '/api/v1%2Ftags',
    '/api/v1/sources/fixture2013%2F',
    '/api/v1/sources/fixture20%2531%2533',
  ]) {
    it(`${address} is not there, and leads nowhere else`, async () => {
      await get(address).expect(404);
    });
  }

  it('is never sent in a circle or to another site', async () => {
    const part = fc.constantFrom(
      'essays',
      'Essays',
      'long-loss',
      'LONG-LOSS',
      'api',
      'v1',
      '',
      '%65',
      '..',
      '\\',
      'ccc1',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (parts) => {
        const first = await get(`/${parts.join('/')}`);
        if (first.status !== 301) return;
        const to = first.headers.location ?? '';
        assert.match(to, /^\/(?!\/|\\)/);
        assert.notEqual((await get(to)).status, 301, to);
      }),
      { numRuns: 200 },
    );
  });

  it('may come with the name of the host before it, as some proxies send it', async () => {
    const server = http.createServer(loaded.app).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const statusOf = (path: string) =>
      new Promise((resolve) =>
        http.get({ port, host: '127.0.0.1', path }, (response) => {
          response.resume();
          resolve(`${response.statusCode} ${response.headers.location ?? ''}`.trim());
        }),
      );
    try {
      assert.equal(await statusOf('http://example.org/essays/long-loss'), '200');
      assert.equal(await statusOf('http://example.org/Essays/long-loss'), '301 /essays/long-loss');
      assert.equal(await statusOf('http://example.org/api/v1/tags'), '200');
      assert.equal(await statusOf('http://example.org/assets/icon.svg'), '200');
      assert.equal(await statusOf('http://example.org'), '301 /');
    } finally {
      server.close();
    }
  });
});

describe('the canonical address of a page', () => {
  const CANONICAL: Readonly<Record<string, string>> = {
    '/': 'https://example.org/',
    '/?utm_source=letter': 'https://example.org/',
    '/search?q=grief&tag=carers': 'https://example.org/search',
    '/essays/long-loss?q=grief&utm_source=letter': 'https://example.org/essays/long-loss',
    '/passages/ccc1?q=grief': 'https://example.org/passages/ccc1',
    '/tags/grief': 'https://example.org/tags/grief',
    '/tags/grief?page=1': 'https://example.org/tags/grief',
    '/tags/grief?page=2&x=y': 'https://example.org/tags/grief?page=2',
    '/sources/fixture2013': 'https://example.org/sources/fixture2013',
    '/about': 'https://example.org/about',
  };
  for (const [asked, canonical] of Object.entries(CANONICAL)) {
    it(`is ${canonical} for ${asked}, for previews too`, async () => {
      const { text } = await request((await loadContent()).app)
        .get(asked)
        .expect(200);
      assert.equal(/<link rel="canonical" href="([^"]*)">/.exec(text)?.[1], canonical);
      assert.equal(/<meta property="og:url" content="([^"]*)">/.exec(text)?.[1], canonical);
    });
  }

  it('is not given for what is not a page', async () => {
    const { app } = await loadContent();
    for (const address of ['/nope', '/passages/old2'])
      assert.doesNotMatch((await request(app).get(address)).text, /rel="canonical"|og:url/, address);
  });
});
