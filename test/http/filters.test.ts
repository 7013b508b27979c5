import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { type Loaded, loadContent, SHIPPED_DIR } from '../fixture-app.ts';

/** The texts of all elements of a name, without markup. */
const textsOf = (html: string, element: string): string[] =>
  [...html.matchAll(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, 'g'))].map(
    ([, inside = '']) =>
      inside
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
  );

describe('the filters of the results', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent(SHIPPED_DIR);
  });
  const get = async (address: string) => (await request(loaded.app).get(address).expect(200)).text;
  const chipsOf = async (address: string) =>
    [...(await get(address)).matchAll(/Remove the filter <\/span>([^<]*) <span/g)].map(([, label]) => label);

  it('stand in one order, each under its name', async () => {
    const page = await get('/search?q=power');
    assert.deepEqual(textsOf(page, 'legend'), [
      'Whose view',
      'Kind of essay',
      'Topic',
      'If you choose several topics',
      'Nation',
      'Quotable',
    ]);
    assert.deepEqual(textsOf(page, 'label').slice(-2), ['Author', 'Essay']);
  });

  it('say what it means to choose several nations, where a screen reader reads it with the name', async () => {
    const page = await get('/search?q=power');
    assert.match(page, /<fieldset aria-describedby="hint-nation">\s*<legend>Nation<\/legend>/);
    assert.match(
      page,
      /<p class="hint" id="hint-nation">If you choose several nations, you get passages on any of them\.<\/p>/,
    );
    assert.equal(page.match(/aria-describedby/g)?.length, 1, 'no other filter has such a line');
  });

  it('name what stands behind the disclosure of further ones', async () => {
    const more = textsOf(await get('/search?q=power'), 'summary').filter((text) => / more /.test(text));
    assert.match(more[0] ?? '', /^\d+ more topics$/);
  });

  it('stand above the results as words of a sentence once they are chosen', async () => {
    assert.deepEqual(await chipsOf('/search?q=power&perspective=editors&nation=wales&nation=uk&kind=guide'), [
      'Whose view: our own view',
      'Nation: Wales',
      'Nation: the UK as a whole',
      'Kind of essay: Guide',
    ]);
    assert.match(await get('/search?q=power'), />\s*Our own view <span class="count">/);
  });

  it('are ticked, and changed only there, where a nation is typed into the box', async () => {
    const page = await get('/search?q=budgets+nation:wales');
    assert.match(page, /value="wales" id="nation-wales" checked disabled>/);
    assert.match(page, /<label for="nation-wales">Wales, chosen in the search box /);
    assert.match(page, /value="england" id="nation-england">/);
    assert.deepEqual(await chipsOf('/search?q=budgets+nation:wales'), ['In the search box: nation:wales']);
  });
});

describe('the nations that a text speaks of', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent();
  });
  const get = async (address: string) => (await request(loaded.app).get(address).expect(200)).text;

  it('are said of a passage in the results and on its page, and of an essay', async () => {
    assert.deepEqual((await get('/search?q=grief')).match(/<p class="where">.*Reading note\..*<\/p>/g), [
      '<p class="where">Gives our own view. Reading note.</p>',
      '<p class="where">Reports a carer’s view, in our words. Reading note. Speaks of Wales.</p>',
    ]);
    assert.match(await get('/passages/ccc1'), /<p class="where">Speaks of Wales\.<\/p>/);
    assert.match(await get('/essays/long-loss'), /about 1 minute\. Speaks of Wales\.<\/p>/);
  });

  it('are not spoken of where there is none', async () => {
    for (const address of ['/passages/ccc3', '/essays/kitchen-table'])
      assert.doesNotMatch(await get(address), /<p class="where">Speaks of|minutes?\. Speaks of/, address);
  });

  it('stand as a list within the sentence', async () => {
    const shipped = await loadContent(SHIPPED_DIR);
    const essay = shipped.corpus.essays.find(({ nations }) => String(nations) === 'england,elsewhere');
    const { text } = await request(shipped.app).get(`/essays/${essay?.slug}`).expect(200);
    assert.match(text, /Speaks of England and other countries\./);
  });
});
