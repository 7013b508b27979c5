import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { PAGES, type PageId, pagePath } from '../../server/domain/pages.ts';
import { EXAMPLE_SEARCHES, HELP_EXAMPLES } from '../../server/http/views/example-searches.ts';
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

  const TITLES: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      (Object.keys(PAGES) as PageId[]).map((id) => [pagePath(id), `${PAGES[id].title} – Fixture Site`]),
    ),
    '/': 'Fixture Site: A site for tests',
    '/search?q=grief': 'Results for “grief” (2 passages) – Fixture Site',
    '/tags/grief': 'Grief and loss – Fixture Site',
    '/essays/long-loss': 'A long loss – Fixture Site',
    '/essays/brought-in': 'Brought in – Fixture Site',
    '/passages/ccc1': 'Passage 1 of “A long loss” – Fixture Site',
    '/sources/fixture2013': 'A report on tables – Fixture Site',
  };
  for (const [address, title] of Object.entries(TITLES)) {
    it(`${address} has a title of its own, one main heading, landmarks and a skip link`, async () => {
      const { text } = await get(address).expect(200).expect('Content-Type', /html/);
      assert.equal(/<title>([^<]*)<\/title>/.exec(text)?.[1]?.replace(/&#34;/g, '"'), title);
      assert.equal(text.match(/<h1/g)?.length, 1);
      assert.match(text, /<html lang="en-GB">/);
      assert.match(text, /<a class="skip" href="#main-content">/);
      assert.match(text, /<main id="main-content"/);
      assert.match(text, /<nav aria-label="Main">/);
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      assert.equal(new Set(ids).size, ids.length, `an id stands twice: ${ids}`);
      for (const [, label] of text.matchAll(/aria-labelledby="([^"]*)"/g))
        assert.ok(ids.includes(label), `no element ${label}`);
    });
  }

  it('link to nothing that is not there', async () => {
    const seen = new Set<string>(Object.keys(TITLES));
    const queue = [...seen];
    for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
      const { text, status } = await get(address);
      assert.equal(status, 200, address);
      for (const [, href = ''] of text.matchAll(/(?:href|action)="(\/[^"]*)"/g)) {
        const [page = '', anchor] = href.replace(/&amp;/g, '&').split('#');
        if (anchor) assert.match((await get(page || address)).text, new RegExp(` id="${anchor}"`), href);
        if (!seen.has(page) && !page.startsWith('/assets/')) queue.push(page);
        seen.add(page);
        assert.ok(seen.size < 500);
      }
    }
  });

  it('show whose view a passage reports, and say whose words these are', async () => {
    assert.match(textOf((await get('/passages/ccc1')).text), /Reports a carer’s view, in our words/);
    assert.match(textOf((await get('/passages/ccc3')).text), /Gives our own view/);
    const imported = loaded.corpus.passages.find(({ essay }) => essay === 'brought-in');
    const page = textOf((await get(`/passages/${imported?.id}`)).text);
    assert.match(page, /Gives a researcher’s view, in the author’s own words/);
    assert.match(page, /Rights: Ben Sample, permission unknown/);
  });

  it('say why a passage has each of its tags', async () => {
    const page = textOf((await get('/passages/ccc2')).text);
    assert.match(page, /Planning services Set in the essay itself, and not by a rule\./);
    assert.match(page, /Grief and loss A program gave this topic, because of the words “angry” and “loss”\./);
  });

  it('give a passage a citation that credits who wrote it, with its permanent address', async () => {
    const page = textOf((await get('/passages/ccc3')).text);
    assert.match(
      page,
      /Fixture Editors \(2023\) ‘A long loss’, Fixture Site , para\. 3\. Available at: https:\/\/example\.org\/passages\/ccc3 \./,
    );
  });

  it('show a content note before the passages it is about', async () => {
    const { text } = await get('/essays/long-loss');
    assert.ok(text.indexOf('This note speaks of bereavement.') < text.indexOf('id="ccc1"'));
    assert.match((await get('/passages/ccc1')).text, /This note speaks of bereavement\./);
  });

  it('show the note of a passage before it, wherever it stands, and its words all the same', async () => {
    for (const address of [
      '/essays/long-loss',
      '/passages/ccc2',
      '/search?q=respite',
      '/tags/commissioning',
    ]) {
      const page = textOf((await get(address)).text);
      const note = page.indexOf('Before you read: Speaks of anger.');
      assert.ok(note >= 0 && note < page.indexOf('their anger was about', note), address);
    }
    const { body } = await get('/api/v1/passages/ccc2');
    assert.equal(body.contentNote, 'Speaks of anger.');
  });

  it('lead from a citation to the source at the end of the essay, and back', async () => {
    const { text } = await get('/essays/long-loss');
    assert.match(text, /<a class="citation" href="#source-fixture2013">/);
    assert.match(text, /<li id="source-fixture2013">[\s\S]*?<a href="#ccc3">passage 3<\/a>/);
  });

  it('explain a word where an essay first has it, and lead back', async () => {
    const { text } = await get('/essays/long-loss');
    assert.match(text, /<a class="word" href="#word-fixture-act">carers<\/a> who grieve/);
    assert.equal(text.match(/class="word"/g)?.length, 1, 'once only');
    const [, explained = ''] = /<div id="word-fixture-act">([\s\S]*?)<\/div>/.exec(text) ?? [];
    assert.match(
      textOf(explained),
      /Care A word to test capitals with\. It has a source\. Back to passage 1/,
    );
    assert.match(explained, /<a href="#ccc1">/);
  });

  it('list the words of the glossary under their letters, with topics, guides and sources', async () => {
    const { text } = await get('/glossary').expect(200);
    assert.ok(text.indexOf('id="letter-C"') < text.indexOf('id="letter-R"'));
    const [, word = ''] = /<div id="word-rubber-stamp">([\s\S]*?)<\/div>/.exec(text) ?? [];
    assert.match(
      textOf(word),
      /rubber stamp To say yes .* Also: rubber-stamping\. Topics: Tokenism ?\. Guide: The kitchen table/,
    );
  });

  it('list sources under letters that follow each other', async () => {
    const { app, corpus } = await loadContent(SHIPPED_DIR);
    const { text } = await request(app).get('/sources').expect(200);
    const letters = [...text.matchAll(/href="\/sources\?letter=([^"]*)"/g)].map(([, letter = '']) => letter);
    assert.ok(letters.length > 15);
    assert.deepEqual(letters, [...letters].sort());
    let works = 0;
    for (const letter of letters) {
      const page = (await request(app).get(`/sources?letter=${letter}`).expect(200)).text;
      assert.match(
        page,
        new RegExp(`<link rel="canonical" href="https://example.org/sources\\?letter=${letter}">`),
      );
      assert.match(page, new RegExp(`<h2 id="letter">${letter}</h2>`, 'i'));
      works += page.match(/<a href="\/sources\/[\w-]+">/g)?.length ?? 0;
    }
    assert.equal(works, corpus.sources.length, 'each work stands once');
    for (const odd of ['?letter=', '?letter=%F0%9F%98%80', '?letter=a&letter=b'])
      assert.match((await request(app).get(`/sources${odd}`).expect(200)).text, /<h2 id="letter">A<\/h2>/);
  });

  it('leave the words of an imported essay without links of ours', async () => {
    assert.match((await get('/essays/kitchen-table')).text, /class="word"/);
    assert.doesNotMatch((await get('/essays/brought-in')).text, /class="word"/);
  });

  it('list events in the order of time, and draw each as a square that leads to it', async () => {
    const { text } = await get('/timeline').expect(200);
    const events = [...text.matchAll(/<li id="(event-[\d-]+)"[^>]*>([\s\S]*?)<\/li>/g)];
    assert.deepEqual(
      events.map(([, id, event = '']) => [
        id,
        textOf(event)
          .replace(/ Source.*/, '')
          .trim(),
      ]),
      [
        ['event-1998', '1998 Nothing much happens.'],
        ['event-2013-01', 'January 2013 A report on tables comes out.'],
      ],
    );
    assert.deepEqual(
      [...text.matchAll(/<a tabindex="-1" href="#(event-[\d-]+)"/g)].map(([, id]) => id),
      ['event-1998', 'event-2013-01'],
    );
    assert.match(text, />2000s</, 'a decade without events has its row');
  });

  it('do without a glossary and a timeline that the content does not have', async () => {
    const { createApp } = await import('../../server/app.ts');
    const { corpus, search } = loaded;
    const bare = { ...corpus, glossary: [], timeline: [] };
    const app = createApp({ corpus: bare, search, baseUrl: 'https://example.org' });
    const { text } = await request(app).get('/').expect(200);
    assert.doesNotMatch(text, /glossary|timeline/i);
    await request(app).get('/glossary').expect(404);
    await request(app).get('/timeline').expect(404);
  });

  it('lead from an essay to the one before and the one after', async () => {
    const turn = async (slug: string) =>
      [...(await get(`/essays/${slug}`)).text.matchAll(/<a rel="(\w+)" href="([^"]*)"/g)].map(
        ([, rel, href]) => `${rel} ${href}`,
      );
    const slugs = loaded.corpus.essays.filter(({ kind }) => kind !== 'tool').map(({ slug }) => slug);
    assert.deepEqual(await turn(slugs[0] ?? ''), [`next /essays/${slugs[1]}`]);
    assert.deepEqual(await turn(slugs[1] ?? ''), [`prev /essays/${slugs[0]}`, `next /essays/${slugs[2]}`]);
  });

  it('give a tool a place of its own, where lines to write on and boxes to tick have names', async () => {
    const { text } = await get('/tools/seating-plan').expect(200);
    assert.match(textOf(text), /Tools A seating plan/);
    assert.match(
      text,
      /Room: <span class="blank" aria-hidden="true">_{8}<\/span><span class="visually-hidden">\(blank\)<\/span>/,
    );
    assert.match(text, /<li class="tick">☐ The circle/);
    assert.equal(
      loaded.corpus.passages.find(({ id }) => id === 'ddd2')?.text,
      'Room: ________ Seats by the door: ____\n[ ] The circle is drawn\n[ ] Two chairs are empty',
    );
    assert.match(text, /<link rel="canonical" href="https:\/\/example\.org\/tools\/seating-plan">/);
    await get('/essays/seating-plan').expect(301).expect('Location', '/tools/seating-plan');
    await get('/tools/kitchen-table').expect(301).expect('Location', '/essays/kitchen-table');
    await get('/tools/no-such-tool').expect(404);
    assert.match(textOf((await get('/tools')).text), /A seating plan Where people sit/);
    assert.doesNotMatch(textOf((await get('/essays')).text), /A seating plan/);
    assert.match(textOf((await get('/passages/ddd2')).text), /A form to fill in\./);
  });

  it('set advice of ours apart, and say what is worth quoting', async () => {
    const essay = textOf((await get('/essays/kitchen-table')).text);
    assert.match(essay, /Try this Our advice; no source says it\. A council that only wants/);
    assert.match(textOf((await get('/passages/aaa4')).text), /Try this: our advice, without a source\./);
    assert.match(textOf((await get('/passages/ddd1')).text), /Quotable as it stands\./);
    const quotable = textOf((await get('/search?quotable=yes')).text);
    assert.match(quotable, /1 passage/);
    assert.match(quotable, /Nobody sits at the head of a round table/);
  });

  it('say what drafted the words and who has checked them', async () => {
    assert.match(
      textOf((await get('/tools/seating-plan')).text),
      /Drafted by an example program from the sources named\. Read by an example program against excerpts of its sources on 1 March 2024\. Checked by Ann Sample against its sources on 2 April 2024\./,
    );
    assert.match(
      textOf((await get('/passages/ddd1')).text),
      /CC BY 4\.0\. Drafted by an example program; checked by Ann Sample\./,
    );
    assert.match(
      textOf((await get('/about')).text),
      /Drafted by an example program from the sources named\. People have checked 1 of 1 essays\./,
    );
    assert.doesNotMatch(
      textOf((await get('/essays/long-loss')).text.replace(/<footer class="site-[\s\S]*/, '')),
      /Drafted by/,
    );
  });

  it('say how much of a source was read, and what could not be found out', async () => {
    assert.match(
      textOf((await get('/sources/fixture2013')).text),
      /We read it as an excerpt on 1 March 2024\./,
    );
    assert.match(
      textOf((await get('/sources/fixture-undated')).text),
      /We have not read it ourselves\. Looked for and not found: its date and a DOI\./,
    );
  });

  it('search for the words of an address that leads nowhere', async () => {
    const page = textOf((await get('/essays/grieving-carers.html').expect(404)).text);
    assert.match(page, /There is no essay “grieving-carers\.html”/);
    assert.match(page, /We searched for the words of the address: “grieving carers” A long loss/);
    assert.doesNotMatch((await get('/passages/grieving').expect(404)).text, /We searched/);
    assert.doesNotMatch((await get('/xyzzy').expect(404)).text, /We searched/);
    await get('/caf%C3%A9%20%ff').expect(404);
  });

  it('tell previews and search engines what they are', async () => {
    const { text } = await get('/passages/ccc1');
    assert.match(text, /<meta property="og:title" content="Passage 1 of “A long loss”">/);
    assert.match(
      text,
      /<meta name="description" content="Ada Example writes that carers who grieve[^"]{1,170}">/,
    );
    const [, image = ''] =
      /<meta property="og:image" content="https:\/\/example\.org([^"]*)">/.exec(text) ?? [];
    await get(image).expect(200).expect('Content-Type', 'image/png');
    assert.doesNotMatch(text, /noindex/);
    assert.match((await get('/search?q=grief')).text, /<meta name="robots" content="noindex">/);
  });

  it('say in the statement on accessibility whom to tell, or that there is nobody yet', async () => {
    const page = textOf((await get('/accessibility')).text);
    const { responsible, contact } = loaded.corpus.site;
    assert.match(
      page,
      responsible === 'not yet set'
        ? /There is no address for problems yet/
        : new RegExp(`please tell ${responsible}\\. Contact: ${contact}`),
    );
  });

  it('keep the filters of a search in its address and its form', async () => {
    const { text } = await get('/search?q=anger&tag=grief&perspective=carer&sort=newest');
    assert.match(text, /value="grief" id="tag-grief" checked/);
    assert.match(text, /value="carer" id="perspective-carer" checked/);
    assert.match(text, /<input type="hidden" name="sort" value="newest">/);
    assert.match(
      text,
      /href="\/search\?q=anger&(?:amp;)?perspective=carer&(?:amp;)?sort=newest"[^>]*><span class="visually-hidden">Remove the filter <\/span>Topic: Grief and loss/,
    );
  });

  it('offer three orders of the results, and say which it is', async () => {
    const { text } = await get('/search?q=grief&sort=newest').expect(200);
    assert.deepEqual(
      [
        ...text.matchAll(
          /<a href="([^"]*)"( aria-current="true")?>(Best match|Order of the essays|Newest first)/g,
        ),
      ].map(([, href = '', current, label]) => [href.replace(/&amp;/g, '&'), current !== undefined, label]),
      [
        ['/search?q=grief', false, 'Best match'],
        ['/search?q=grief&sort=essay', false, 'Order of the essays'],
        ['/search?q=grief&sort=newest', true, 'Newest first'],
      ],
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
    assert.match(essay, /carers<\/a> who <mark>grieve<\/mark> are asked/);
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
    assert.doesNotMatch(text, /<script>|<b>/);
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
    const fail = () => Promise.reject(new Error('secret detail'));
    const search = { find: fail, related: fail, suggest: fail, mark: fail };
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

describe('the explore page', () => {
  it('counts in its pictures and tables what the searches that they lead to find', async () => {
    const { app } = await loadContent();
    const { text } = await request(app).get('/explore').expect(200);
    const squares = [
      ...text.matchAll(
        /<a tabindex="-1" href="(\/search[^"]*)" aria-label="[^"]*: (\d+) passages?"[^>]*>[\s\S]*?<text[^>]*>(\d+)</g,
      ),
    ].map(([, href = '', said, printed]) => ({ href, said, printed }));
    const links = [...text.matchAll(/<a href="(\/search[^"]*)">[^<]* (\d+)<\/a>/g)].map(
      ([, href = '', said]) => ({ href, said, printed: said }),
    );
    assert.ok(squares.length > 5 && links.length > squares.length);
    for (const { href, said, printed } of [...squares, ...links]) {
      const { body } = await request(app)
        .get(`/api/v1${href.replace(/&amp;/g, '&')}`)
        .expect(200);
      assert.deepEqual([said, printed], [String(body.total), String(body.total)], href);
    }
    const pairs = links.filter(({ href }) => !href.includes('essay='));
    const pairSquares = squares.filter(({ href }) => !href.includes('essay='));
    assert.equal(pairs.length, 2 * pairSquares.length, 'each pair stands in the rows of both its topics');
  });
});

describe('the topics of the shipped content', () => {
  it('set a view from each side of the table side by side, and only where both sides speak', async () => {
    const { app, corpus } = await loadContent(SHIPPED_DIR);
    const pairs = new Map<string, string[]>();
    for (const { id } of corpus.concepts) {
      const { text } = await request(app).get(`/tags/${id}`).expect(200);
      const [, sides = ''] = /Two views, side by side(.*?) What belongs here/.exec(textOf(text)) ?? [];
      const views = [...sides.matchAll(/Reports (.*?), in our words/g)].map(([, view = '']) => view);
      if (views.length > 0) pairs.set(id, views);
      const perspectives = new Set<string>(
        corpus.passages
          .filter(({ tags, words }) => words <= 120 && tags.some(({ concept }) => concept === id))
          .map(({ perspective }) => perspective),
      );
      const speak = (side: string[]) => side.some((perspective) => perspectives.has(perspective));
      const both =
        speak(['carer', 'disabled-person', 'person-using-services']) &&
        speak(['practitioner', 'researcher', 'organisation']);
      assert.equal(views.length, both ? 2 : 0, id);
    }
    assert.equal(pairs.get('grief')?.[0], 'a carer’s view');
  });
});

describe('the shipped site', () => {
  it('answers every address that can be reached from its home page by links', async () => {
    const { app } = await loadContent(SHIPPED_DIR);
    const seen = new Set(['/']);
    const queue = ['/'];
    const idsOf = new Map<string, Set<string>>();
    const anchors: { from: string; page: string; id: string }[] = [];
    for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
      const { text, status } = await request(app).get(address);
      assert.equal(status, 200, address);
      idsOf.set(address, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id)));
      for (const [, href = ''] of text.matchAll(/(?:href|action)="([/#][^"]*)"/g)) {
        const [page = '', id] = href.replace(/&amp;/g, '&').split('#');
        if (id) anchors.push({ from: address, page: page || address, id });
        // Searches lead to ever more searches; the first step into them is enough.
        const isFurtherSearch = address.startsWith('/search?') && page.startsWith('/search?');
        if (page === '' || seen.has(page) || page.startsWith('/assets/') || isFurtherSearch) continue;
        seen.add(page);
        queue.push(page);
      }
    }
    assert.ok(seen.size > 300, `only ${seen.size} addresses were reached`);
    const broken = anchors.filter(({ page, id }) => idsOf.has(page) && !idsOf.get(page)?.has(id));
    assert.deepEqual(broken, []);
  });
});

describe('a search that points to a topic', () => {
  it('offers the guide to it, or one whose title has its words, on its first page only', async () => {
    const { app } = await loadContent(SHIPPED_DIR);
    const guides = async (address: string) =>
      /<p class="guides">[\s\S]*?<\/p>/.exec((await request(app).get(address).expect(200)).text)?.[0] ?? '';
    assert.match(await guides('/search?q=paying+people'), /^<p[^>]*>[^<]*<a href="\/essays\/paying-people">/);
    assert.match(await guides('/search?q=rubber+stamp'), /href="\/essays\/tokenism-and-when-not-to-call-it/);
    assert.equal(await guides('/search?q=rubber+stamp&page=2'), '');
    assert.equal(await guides('/search?q=rubber+stamp&exact=1'), '');
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
