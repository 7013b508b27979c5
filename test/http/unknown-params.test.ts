import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { SEARCH_PARAMETERS } from '../../server/http/params/search-params.ts';
import { findUnknownParams } from '../../server/http/params/unknown-params.ts';
import { type Loaded, loadContent } from '../fixture-app.ts';

describe('a parameter that the API does not know', () => {
  const NEAREST: Readonly<Record<string, string>> = {
    tags: 'tag',
    'tag[]': 'tag',
    Tag: 'tag',
    topic: 'tag',
    topics: 'tag',
    query: 'q',
    Q: 'q',
    per_page: 'perPage',
    perpage: 'perPage',
    limit: 'perPage',
    pages: 'page',
    persepctive: 'perspective',
    authors: 'author',
    tagMod: 'tagMode',
    sorted: 'sort',
    order: 'sort',
  };
  for (const [asked, nearest] of Object.entries(NEAREST)) {
    it(`is ${asked}, and the nearest is ${nearest}`, () => {
      assert.deepEqual(findUnknownParams({ [asked]: 'x' }, SEARCH_PARAMETERS), [
        { parameter: asked, reason: `is not known; the nearest that is known is “${nearest}”` },
      ]);
    });
  }

  it('is told all that there are when it is near none', () => {
    assert.deepEqual(findUnknownParams({ utm_source: 'x', q: 'y' }, ['q', 'page']), [
      { parameter: 'utm_source', reason: 'is not known; there are q, page' },
    ]);
    assert.deepEqual(findUnknownParams({ constructor: 'x' }, ['q']), [
      { parameter: 'constructor', reason: 'is not known; there is q' },
    ]);
    assert.deepEqual(findUnknownParams({ q: 'x' }, []), [
      { parameter: 'q', reason: 'is not known; no parameters are taken here' },
    ]);
  });

  it('is not printed back whole, however long and however many there are', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`${at}`.padEnd(1000, 'x'), '']));
    const problems = findUnknownParams(many, SEARCH_PARAMETERS);
    assert.deepEqual(
      problems.map(({ parameter }) => parameter.length),
      [60, 60, 60, 60, 60],
    );
  });

  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent();
  });

  for (const path of [
    '/search',
    '/suggest',
    '/essays',
    '/essays/long-loss',
    '/passages/ccc1',
    '/tags',
    '/tags/grief',
    '/sources',
    '/sources/fixture2013',
    '/glossary',
    '/timeline',
  ]) {
    it(`is refused by ${path}`, async () => {
      const { body } = await request(loaded.app)
        .get(`/api/v1${path}?tags=grief`)
        .expect(400)
        .expect('Content-Type', /application\/problem\+json/);
      assert.deepEqual(
        body.errors.map(({ parameter }: { parameter: string }) => parameter),
        ['tags'],
      );
      assert.match(body.detail, /The parameter “tags”: is not known; /);
    });
  }

  it('is passed over quietly on pages', async () => {
    for (const path of ['/search', '/essays', '/essays/long-loss', '/tags/grief', '/about'])
      assert.doesNotMatch(
        (await request(loaded.app).get(`${path}?utm_source=x`).expect(200)).text,
        /utm_source/,
      );
  });
});
