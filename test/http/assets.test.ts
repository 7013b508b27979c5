import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { addressesOf } from '../../server/http/assets.ts';
import { type Loaded, loadContent } from '../fixture-app.ts';

const FOR_A_YEAR = 'public, max-age=31536000, immutable';

describe('the assets', () => {
  let app: Loaded['app'];
  let addresses: Readonly<Record<string, string>>;
  before(async () => {
    ({ app } = await loadContent());
    addresses = app.locals.assets;
  });
  const addressOf = (name: string) => String(addresses[name]);

  it('are each kept for a year at the address that pages name, with their type and the mark of their content', async () => {
    assert.ok(Object.keys(addresses).length > 5);
    for (const [name, address] of Object.entries(addresses)) {
      assert.match(address, /^\/assets\/[^?]+\?v=[0-9a-f]{10}$/);
      const { headers } = await request(app).get(address).expect(200);
      assert.equal(headers['cache-control'], FOR_A_YEAR, name);
      assert.equal(headers.etag, `W/"${address.slice(-10)}"`, name);
    }
  });

  const TYPES = {
    'site.css': 'text/css; charset=utf-8',
    'keys.js': 'text/javascript; charset=utf-8',
    'icon.svg': 'image/svg+xml',
    'preview.png': 'image/png',
  };
  for (const [name, type] of Object.entries(TYPES)) {
    it(`name the type of ${name}, ${type}`, async () => {
      const { headers } = await request(app).get(addressOf(name)).expect(200);
      assert.equal(headers['content-type'], type);
    });
  }

  const OTHER_ADDRESSES = {
    'the mark of another content': '?v=wrong',
    'no mark': '',
    'an empty mark': '?v=',
    'two marks': '?v=RIGHT&v=RIGHT',
  };
  for (const [what, query] of Object.entries(OTHER_ADDRESSES)) {
    it(`come with what there is today for an address with ${what}, to be asked for again`, async () => {
      const right = addressOf('site.css');
      const asked = `/assets/site.css${query.replaceAll('RIGHT', right.slice(-10))}`;
      const answer = await request(app).get(asked).expect(200);
      assert.equal(answer.headers['cache-control'], 'no-cache');
      assert.equal(answer.text, (await request(app).get(right)).text);
    });
  }

  it('are not sent again to who has them', async () => {
    const etag = `W/"${addressOf('site.css').slice(-10)}"`;
    for (const [address, cached] of [
      ['/assets/site.css', 'no-cache'],
      ['/assets/site.css?v=wrong', 'no-cache'],
      [addressOf('site.css'), FOR_A_YEAR],
    ] as const) {
      const answer = await request(app).get(address).set('If-None-Match', etag).expect(304);
      assert.deepEqual(
        [answer.text, answer.headers['cache-control'], answer.headers.etag],
        ['', cached, etag],
      );
    }
    await request(app).get('/assets/site.css').set('If-None-Match', 'W/"another"').expect(200);
  });

  it('tell their size without being sent, and are compressed for who can read that', async () => {
    const whole = await request(app).get('/assets/site.css').set('Accept-Encoding', 'identity').expect(200);
    const head = await request(app).head('/assets/site.css').set('Accept-Encoding', 'identity').expect(200);
    assert.equal(head.text, undefined);
    assert.equal(head.headers['content-length'], String(Buffer.byteLength(whole.text)));
    await request(app)
      .get('/assets/site.css')
      .set('Accept-Encoding', 'gzip')
      .expect('Content-Encoding', 'gzip');
  });

  for (const address of [
    '/assets',
    '/assets/',
    '/assets/css',
    '/assets/css/',
    '/assets/css/hits.css',
    '/assets/nowhere.css?v=0123456789',
    '/assets/../main.ts',
    '/assets/..%2f..%2fpackage.json',
    '/assets/__proto__',
  ]) {
    it(`have nothing at ${address}, and say so without being kept`, async () => {
      const { headers } = await request(app).get(address).expect(404).expect('Content-Type', /html/);
      assert.equal(headers['cache-control'], undefined);
    });
  }

  it('refuse an address that cannot be decoded', async () => {
    await request(app).get('/assets/%E0%A4%A').expect(400);
  });

  it('can only be read', async () => {
    await request(app).post(addressOf('site.css')).expect(405).expect('Allow', 'GET, HEAD');
  });

  it('have addresses that any name fits into', () => {
    const asset = { type: 'image/png', hash: '0123456789', content: new Uint8Array() };
    assert.deepEqual(addressesOf([{ ...asset, name: 'pictures/50 % of #1?.png' }]), {
      'pictures/50 % of #1?.png': '/assets/pictures/50%20%25%20of%20%231%3F.png?v=0123456789',
    });
  });
});
