import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { EXAMPLE_SEARCHES, HELP_EXAMPLES } from '../../server/http/page-routes.ts';
import { type Loaded, loadContent, SHIPPED_DIR } from '../fixture-app.ts';

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');

describe('the pages', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent();
  });
  const get = (address: string) => request(loaded.app).get(address);

  const PAGES = {
    '/': 'Fixture Site: A site for tests',
    '/search': 'Search – Fixture Site',
    '/search?q=grief': 'Results for “grief” (2 passages) – Fixture Site',
    '/tags': 'Topics – Fixture Site',
    '/tags/grief': 'Grief and loss – Fixture Site',
    '/essays': 'Essays – Fixture Site',
    '/essays/long-loss': 'A long loss – Fixture Site',
    '/essays/brought-in': 'Brought in – Fixture Site',
    '/passages/ccc1': 'Passage 1 of “A long loss” – Fixture Site',
    '/sources': 'Sources – Fixture Site',
    '/sources/fixture2013': 'A report on tables – Fixture Site',
    '/help': 'How to search – Fixture Site',
    '/about': 'About – Fixture Site',
    '/privacy': 'Privacy – Fixture Site',
  };
  for (const [address, title] of Object.entries(PAGES)) {
    it(`${address} has a title of its own, one main heading, landmarks and a skip link`, async () => {
      const { text } = await get(address).expect(200).expect('Content-Type', /html/);
      assert.equal(/<title>([^<]*)<\/title>/.exec(text)?.[1]?.replace(/&#34;/g, '"'), title);
      assert.equal(text.match(/<h1/g)?.length, 1);
      assert.match(text, /<html lang="en-GB">/);
      assert.match(text, /<a class="skip" href="#main">/);
      assert.match(text, /<main id="main"/);
      assert.match(text, /<nav aria-label="Main">/);
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      assert.equal(new Set(ids).size, ids.length, `an id stands twice: ${ids}`);
      for (const [, label] of text.matchAll(/aria-labelledby="([^"]*)"/g))
        assert.ok(ids.includes(label), `no element ${label}`);
    });
  }

  it('link to nothing that is not there', async () => {
    const seen = new Set<string>(Object.keys(PAGES));
    const queue = [...seen];
    for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
      const { text, status } = await get(address);
      assert.equal(status, 200, address);
      for (const [, href = ''] of text.matchAll(/(?:href|action)="(\/[^"]*)"/g)) {
        const [page = '', anchor] = href.replace(/&amp;/g, '&').split('#');
        if (anchor) assert.match((await get(page)).text, new RegExp(` id="${anchor}"`), href);
        if (!seen.has(page) && !page.startsWith('/assets/')) queue.push(page);
        seen.add(page);
        assert.ok(seen.size < 500);
      }
    }
  });

  it('show whose view a passage reports, and say whose words these are', async () => {
    assert.match(textOf((await get('/passages/ccc1')).text), /Reports a carer’s view, in our words/);
    assert.match(textOf((await get('/passages/ccc3')).text), /Gives the editors’ view/);
    const imported = loaded.corpus.passages.find(({ essay }) => essay === 'brought-in');
    const page = textOf((await get(`/passages/${imported?.id}`)).text);
    assert.match(page, /Gives a researcher’s view, in the author’s own words/);
    assert.match(page, /Rights: Ben Sample, permission unknown/);
  });

  it('say why a passage has each of its tags', async () => {
    const page = textOf((await get('/passages/ccc2')).text);
    assert.match(page, /Planning services Chosen by the editor\./);
    assert.match(page, /Grief and loss A program gave this topic, because of the words “angry” and “loss”\./);
  });

  it('give a passage a citation that credits who wrote it, with its permanent address', async () => {
    const page = textOf((await get('/passages/ccc3')).text);
    assert.match(
      page,
      /Editors, F\. \(2023\) ‘A long loss’, Fixture Site , para\. 3\. Available at: https:\/\/example\.org\/passages\/ccc3 \./,
    );
  });

  it('show a content note before the passages it is about', async () => {
    const { text } = await get('/essays/long-loss');
    assert.ok(text.indexOf('This note speaks of bereavement.') < text.indexOf('id="ccc1"'));
    assert.match((await get('/passages/ccc2')).text, /This note speaks of bereavement\./);
  });

  it('keep the filters of a search in its address and its form', async () => {
    const { text } = await get('/search?q=anger&tag=grief&perspective=carer&sort=newest');
    assert.match(text, /value="grief" id="tag-grief" checked/);
    assert.match(text, /<option value="carer" selected>/);
    assert.match(text, /<option value="newest" selected>/);
    assert.match(
      text,
      /href="\/search\?q=anger&(?:amp;)?perspective=carer&(?:amp;)?sort=newest"[^>]*><span class="visually-hidden">Remove the filter <\/span>Topic: Grief and loss/,
    );
  });

  it('show a filter typed in the box as a chip that takes it out, and as chosen', async () => {
    const { text } = await get('/search?q=anger+tag%3Agrief').expect(200);
    assert.match(text, /<a href="\/search\?q=anger">.*In the search box: tag:grief/);
    assert.match(text, /value="grief" id="tag-grief" checked disabled/);
  });

  it('mark the words of a search in the essay and the passage that it leads to', async () => {
    const { text } = await get('/search?q=grieving').expect(200);
    assert.match(text, /href="\/essays\/long-loss\?q=grieving#ccc1"/);
    const essay = (await get('/essays/long-loss?q=grieving').expect(200)).text;
    assert.match(essay, /carers who <mark>grieve<\/mark> are asked/);
    assert.match(essay, /<link rel="canonical" href="https:\/\/example.org\/essays\/long-loss">/);
    assert.match((await get('/passages/ccc1?q=grieving').expect(200)).text, /<mark>grieve<\/mark>/);
    assert.doesNotMatch((await get('/essays/long-loss').expect(200)).text, /<mark>/);
    await get('/essays/long-loss?q=%22%3Cb%3E').expect(200);
  });

  it('say of a passage without any of the words by which topic it was found', async () => {
    const { text } = await get('/search?q=who+calls+the+shots').expect(200);
    assert.match(textOf(text), /It has none of your words\. We found it by its topic: Sharing power\./);
  });

  it('answer a search with a bad parameter, and say what was left out', async () => {
    const { text } = await get('/search?q=grief&tag=gried&page=x').expect(200);
    assert.match(
      textOf(text),
      /We could not use “page” in this address and left it out: must be a whole number/,
    );
    assert.match(
      textOf(text),
      /We could not use “tag” in this address and left it out: there is no tag “gried”/,
    );
  });

  it('offer topics that have passages when nothing is found', async () => {
    const { text } = await get('/search?q=xyzzy').expect(200);
    assert.match(textOf(text), /No passage has any of these words/);
    assert.match(text, /<a href="\/tags\/grief">Grief and loss<\/a>/);
    assert.doesNotMatch(text, /<a href="\/tags\/evaluation">/, 'a topic without passages was offered');
  });

  it('print what a reader typed as text, never as markup', async () => {
    const { text } = await get('/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27&author=%3Cb%3E').expect(
      200,
    );
    assert.doesNotMatch(text, /<script|<b>/);
    assert.match(text, /&lt;script&gt;alert/);
  });

  it('follow a passage that moved, and explain one that was taken out', async () => {
    await get('/passages/old1').expect(301).expect('Location', '/passages/aaa1');
    const { text } = await get('/passages/old2').expect(410);
    assert.match(textOf(text), /This passage was taken out .* It stood in this essay: A long loss/);
  });

  for (const address of [
    '/nope',
    '/tags/nope',
    '/essays/nope',
    '/passages/nope',
    '/sources/nope',
    '/essays/constructor',
    '/tags/__proto__',
  ]) {
    it(`answer ${address} with a page that helps on`, async () => {
      const { text } = await get(address).expect(404);
      assert.match(text, /<form class="search-form" role="search"/);
    });
  }

  it('answer an address that cannot be decoded', async () => {
    await get('/essays/%E0%A4%A').expect(400);
  });

  it('can only be read', async () => {
    await request(loaded.app).post('/search').expect(405).expect('Allow', 'GET, HEAD');
  });

  it('set no cookie and load nothing from elsewhere', async () => {
    const response = await get('/');
    assert.equal(response.headers['set-cookie'], undefined);
    assert.match(String(response.headers['content-security-policy']), /default-src 'none'/);
    assert.equal(response.headers['x-powered-by'], undefined);
    for (const [, address = ''] of response.text.matchAll(
      /<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*(?:href|src)="([^"]*)"/g,
    )) {
      assert.match(address, /^\/assets\//);
      await get(address).expect(200);
    }
  });
});

describe('a fault of ours', () => {
  it('is answered with a page and with a problem document, without its details', async () => {
    const { corpus } = await loadContent();
    const { createApp } = await import('../../server/app.ts');
    const find = () => Promise.reject(new Error('secret detail'));
    const search = { find, related: () => [], suggest: () => [] };
    const app = createApp({ corpus, search, baseUrl: 'https://example.org' });
    const page = await request(app).get('/search?q=x').expect(500).expect('Content-Type', /html/);
    assert.match(textOf(page.text), /Sorry, something went wrong/);
    assert.doesNotMatch(page.text, /secret/);
    const json = await request(app)
      .get('/api/v1/search?q=x')
      .expect(500)
      .expect('Content-Type', /problem\+json/);
    assert.doesNotMatch(json.text, /secret/);
  });
});

describe('the help page of the shipped content', () => {
  it('gives examples that each find a passage', async () => {
    const { app } = await loadContent(SHIPPED_DIR);
    for (const { typed } of HELP_EXAMPLES) {
      const { body } = await request(app).get('/api/v1/search').query({ q: typed });
      assert.ok(body.total >= 1, `“${typed}” finds nothing: ${body.notice}`);
      assert.equal(body.notice, undefined);
    }
  });
});

describe('results over the shipped content', () => {
  it('folds what one essay has beyond three passages, and loses none', async () => {
    const { app } = await loadContent(SHIPPED_DIR);
    const { text } = await request(app).get('/search?q=power+decisions+staff').expect(200);
    assert.match(textOf(text), /\d+ more from this essay/);
    const numbers = [...text.matchAll(/<li class="hit" value="(\d+)">/g)].map(([, number]) => Number(number));
    assert.deepEqual(
      [...numbers].sort((a, b) => a - b),
      Array.from({ length: 20 }, (_, at) => at + 1),
    );
    const open = text.replace(/<details class="folded">[\s\S]*?<\/details>/g, '');
    const shown = new Map<string, number>();
    for (const [, slug = ''] of open.matchAll(/<h3><a href="\/essays\/([a-z-]+)/g))
      shown.set(slug, (shown.get(slug) ?? 0) + 1);
    assert.ok(Math.max(...shown.values()) <= 3);
    const inOrder = await request(app).get('/search?q=power+decisions+staff&sort=essay').expect(200);
    assert.doesNotMatch(inOrder.text, /class="folded"/);
  });
});

describe('the home page of the shipped content', () => {
  it('offers example searches that each find at least three passages', async () => {
    const { app } = await loadContent(SHIPPED_DIR);
    for (const q of EXAMPLE_SEARCHES) {
      const { body } = await request(app).get('/api/v1/search').query({ q });
      assert.ok(body.total >= 3, `“${q}” finds ${body.total}`);
      assert.ok(body.totalMatchingAll >= 1, `no passage has all words of “${q}”`);
    }
  });
});
