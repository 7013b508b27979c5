import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { type Loaded, loadContent } from '../fixture-app.ts';

describe('a page of another site', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent();
  });

  it('may ask the API with headers of its own, and is told so for a day', async () => {
    await request(loaded.app)
      .options('/api/v1/search?q=grief')
      .set('Origin', 'https://council.example')
      .set('Access-Control-Request-Method', 'GET')
      .set('Access-Control-Request-Headers', 'x-requested-with, content-type')
      .expect(204)
      .expect('Access-Control-Allow-Origin', '*')
      .expect('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS')
      .expect('Access-Control-Allow-Headers', 'x-requested-with, content-type')
      .expect('Access-Control-Max-Age', '86400');
  });

  it('is answered before any redirect, which browsers do not follow there', async () => {
    await request(loaded.app).options('/api/v1/Tags/').expect(204);
    await request(loaded.app).options('//api/v1/tags').expect(204);
    await request(loaded.app).options('/API/v2').expect(204).expect('Access-Control-Allow-Origin', '*');
  });

  it('gets no more headers back than a browser would ask for', async () => {
    const asked = `${'x'.repeat(61)}, a b, ${Array.from({ length: 50 }, (_, at) => `x-${at}`).join(', ')}`;
    const { headers } = await request(loaded.app)
      .options('/api/v1/search')
      .set('Access-Control-Request-Headers', asked);
    assert.equal(
      headers['access-control-allow-headers'],
      Array.from({ length: 20 }, (_, at) => `x-${at}`).join(', '),
    );
  });

  it('can read every answer of the API, redirects and problems too', async () => {
    const { app } = loaded;
    const answers: readonly [request.Test, number][] = [
      [request(app).get('/api/v1/tags'), 200],
      [request(app).head('/api/v1/passages/ccc1'), 200],
      [request(app).get('/api/v1/passages/CCC1'), 301],
      [request(app).get('/api/v1/search?tags=grief'), 400],
      [request(app).get('/api/v1/passages/%E0%A4%A'), 400],
      [request(app).get('/api/v1/nope'), 404],
      [request(app).get('/api/v1/passages/old2'), 410],
      [request(app).post('/api/v1/search'), 405],
    ];
    for (const [answer, status] of answers)
      await answer.expect(status).expect('Access-Control-Allow-Origin', '*');
  });

  it('is told by a problem document which methods the API has', async () => {
    await request(loaded.app)
      .delete('/api/v1/tags')
      .expect(405)
      .expect('Allow', 'GET, HEAD, OPTIONS')
      .expect('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS')
      .expect('Content-Type', /application\/problem\+json/);
  });

  it('may not ask the pages', async () => {
    const response = await request(loaded.app).options('/search').expect(405).expect('Allow', 'GET, HEAD');
    assert.equal(response.headers['access-control-allow-origin'], undefined);
  });

  for (const path of [
    '/api',
    '/api/',
    '/api/v2/search?q=grief',
    '/api/v1',
    '/api/v1/nope',
    '/API/V2/x',
    '//api/v1/nope',
  ]) {
    it(`learns at ${path} where the API is`, async () => {
      const { body } = await request(loaded.app)
        .get(path)
        .expect(404)
        .expect('Content-Type', /application\/problem\+json/);
      assert.match(body.detail, /The API is at https:\/\/example\.org\/api\/v1, with \/search, /);
    });
  }
});
