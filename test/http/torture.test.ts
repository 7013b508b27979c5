import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { type Loaded, loadContent, SHIPPED_DIR } from '../fixture-app.ts';

/** Queries that nobody sends in good faith, or that a slip of the hand makes; each must be answered with a sensible page. */
const TORTURE: readonly string[] = [
  '',
  ' ',
  '\t\n',
  '.',
  '…',
  '-',
  '--',
  '- -',
  '"',
  '""',
  '"""',
  '“',
  '” “',
  "'",
  '’s',
  '*',
  '?',
  '+',
  '|',
  '&&',
  '||',
  '!',
  '(',
  ')',
  '()',
  '((((((((',
  '[',
  '[a-z]+',
  '{',
  '{{7*7}}',
  '\u0024{7*7}',
  '\\',
  '\\u0000',
  '^$',
  '.*',
  '(a+)+$',
  '/etc/passwd',
  'a',
  'I',
  'x y z',
  'the of and',
  'to be or not to be',
  'aaaa',
  'a'.repeat(400),
  'a'.repeat(5000),
  'ab '.repeat(2000),
  'the '.repeat(200),
  'people '.repeat(80),
  'power '.repeat(80),
  '" '.repeat(300),
  '-x '.repeat(200),
  '"share power" '.repeat(40),
  '-power',
  '-"share power"',
  'power -power',
  '"power" -"power"',
  '-tag:grief',
  'tag:',
  'tag:""',
  'tag:"',
  'tag:nowhere',
  'tag:grief',
  'tag:grief tag:grief',
  'tag:grief -tag:grief',
  'author:',
  'author:""',
  'author:morris author:wood',
  'in:',
  'in:""',
  'in:"no such essay"',
  'in:sharing -in:sharing',
  'TAG:GRIEF',
  'tag: grief',
  'tag:tag:grief',
  'author:in:tag:grief',
  'http://x/?q=a',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title><h1>x',
  '&lt;b&gt;',
  '%',
  '%00',
  '%E0%A4%A',
  '+',
  'a%20b',
  '\u0000',
  'gr\u0000ief',
  '\u202egrief',
  '\u2066grief\u2069',
  '\ufeffgrief',
  'gri\u00adef',
  'g\u0301rief',
  'ｇｒｉｅｆ',
  'ﬁnance',
  '\ud800',
  'grief \udc00',
  '😀',
  '👩‍👩‍👧‍👦 carers',
  '日本語',
  'العربية',
  'Ελλάδα',
  'naïve',
  'Ⅷ',
  '①',
  'ß',
  'İstanbul',
  'café',
  'co-',
  'co-production',
  'co‑production',
  'CO PRODUCTION',
  'co co co production',
  'coproduction co-production',
  'well-being',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  'true',
  '0',
  '-0',
  '1e309',
  '2014',
  '£80,000',
  "' OR 1=1 --",
  "Robert'); DROP TABLE essays;--",
  'grief AND carers',
  'grief OR carers',
  'NOT grief',
  'NEAR/3',
  'grief~2',
  'gri*',
  'gr?ef',
  'who decides who decides who decides',
  'why? why? why?',
  'HOW DO WE SHARE POWER',
  'powre shraing',
  'sharingpower',
  'bereavementsupport',
  `${'bereavment '.repeat(40)}`,
  'qwertyuiop asdfghjkl zxcvbnm',
  'lorem ipsum dolor sit amet',
  'a-b-c-d-e-f-g',
  '1 2 3 4 5 6 7 8 9',
];

describe('every query of the torture list', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent(SHIPPED_DIR);
  });

  it(`is answered with a page and with JSON (${TORTURE.length} queries)`, async () => {
    for (const query of TORTURE) {
      const address = `q=${encodeURIComponent(Buffer.from(query).toString())}`;
      const page = await request(loaded.app).get(`/search?${address}`);
      const name = JSON.stringify(query.slice(0, 40));
      assert.equal(page.status, 200, name);
      assert.doesNotMatch(page.text, />undefined<|>NaN<|\[object|<script>alert|<img src=x/, name);
      assert.match(page.text, /<h1>[^<]+<\/h1>/, name);
      const { status, body } = await request(loaded.app).get(`/api/v1/search?${address}`);
      assert.equal(status, 200, name);
      assert.ok(body.total > 0 || body.notice?.length > 20, `${name}: nothing found and nothing said`);
      assert.ok(body.hits.length <= 20 && body.hits.length <= body.total, name);
      for (const { score, snippet } of body.hits) {
        assert.ok(Number.isFinite(score) && score >= 0, name);
        assert.ok(snippet.map(({ text }: { text: string }) => text).join('').length > 20, name);
      }
      const suggestions = await request(loaded.app).get(`/api/v1/suggest?${address}`);
      assert.equal(suggestions.status, 200, name);
      assert.ok(suggestions.body.suggestions.length <= 8, name);
    }
  });

  it('says that it cut a long one, on the page and in JSON', async () => {
    const address = `q=${'grief+'.repeat(100)}`;
    assert.match((await request(loaded.app).get(`/search?${address}`)).text, /longer than 400 characters/);
    assert.match(
      (await request(loaded.app).get(`/api/v1/search?${address}`)).body.notice,
      /longer than 400 characters/,
    );
  });
});
