import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import request from 'supertest';
import { type Loaded, loadContent } from '../fixture-app.ts';

/** Where an id is asked for. */
const COLLECTIONS = ['essays', 'passages', 'tags', 'sources'].flatMap((name) => [
  `/${name}`,
  `/api/v1/${name}`,
]);
/** What garbles a page that prints it: control characters, and marks that turn the direction of writing. */
const GARBLING = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('an address that nobody sends in good faith', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent();
  });

  it('is not there, whatever it asks for, and is printed back without what would garble the page', async () => {
    const id = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...COLLECTIONS), id, async (collection, sent) => {
        const { status, text } = await request(loaded.app).get(`${collection}/${encodeURIComponent(sent)}`);
        assert.ok([200, 404].includes(status), `${status}`);
        assert.doesNotMatch(text, GARBLING);
      }),
      { numRuns: 100 },
    );
  });

  it('is not printed back whole, however long it is', async () => {
    for (const collection of COLLECTIONS) {
      const { text } = await request(loaded.app)
        .get(`${collection}/${'x'.repeat(8000)}`)
        .expect(404);
      assert.match(text, /“x{100}…”/);
      assert.doesNotMatch(text, /x{101}/);
    }
  });

  it('is not there when it names what every object has', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      for (const collection of ['', '/assets', ...COLLECTIONS])
        await request(loaded.app).get(`${collection}/${name}`).expect(404);
      const { body } = await request(loaded.app).get(`/api/v1/search?${name}=1&tag=${name}`).expect(400);
      assert.deepEqual(
        body.errors.map(({ parameter }: { parameter: string }) => parameter),
        [name],
      );
      const page = await request(loaded.app).get(`/search?${name}=1&q=grief&kind=${name}`).expect(200);
      assert.match(page.text, new RegExp(`left it out: there is no kind “${name}”; there are reading-note,`));
    }
  });

  it('names no parameter in brackets but ours', async () => {
    const odd = `${'x'.repeat(500)}[]=1&y[]=2&tag[]=grief`;
    const { text } = await request(loaded.app).get(`/search?q=grief&${odd}`).expect(200);
    assert.deepEqual(text.match(/We could not use[^<]*/g), [
      'We could not use “tag[]” in this address and left it out: must be written without brackets: tag.',
    ]);
  });
});
