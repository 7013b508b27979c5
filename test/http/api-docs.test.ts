import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import request from 'supertest';
import { PROJECT_DIR } from '../../server/config.ts';
import { API_COLLECTIONS } from '../../server/http/api/collections.ts';
import { API_ENDPOINTS } from '../../server/http/params/api-endpoints.ts';
import { SEARCH_PARAMETERS } from '../../server/http/params/search-params.ts';
import { type Loaded, loadContent } from '../fixture-app.ts';

const DOCUMENT = readFileSync(path.join(PROJECT_DIR, 'docs/api.md'), 'utf8');
/** Every name that the document writes as code: `locator`, `{headings, paragraph}`, `tags[].by`. */
const NAMED = new Set(
  [...DOCUMENT.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.match(/\w+/g) ?? []),
);
const PARAMETERS = [...DOCUMENT.matchAll(/^\| `(\w+)` \|.*\|.*\|.*\|$/gm)].map(([, name = '']) => name);

/** The names of all fields of a value, at any depth. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...fieldsOf(inner)]);
}

describe('the document of the API', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent();
  });
  const get = (address: string) => request(loaded.app).get(`/api/v1${address}`);

  it('names every field of every endpoint', async () => {
    const { essays, passages, sources } = loaded.corpus;
    const addresses = [
      '/search?q=angr+sharing',
      '/search?q=anger&tag=grief&perspective=carer&nation=wales&author=fixture&essay=long-loss&kind=reading-note&exact=1',
      '/search?page=0',
      '/suggest?q=sh',
      '/essays',
      '/tags',
      '/sources',
      '/glossary',
      '/timeline',
      ...essays.map(({ slug }) => `/essays/${slug}`),
      ...passages.map(({ id }) => `/passages/${id}`),
      ...loaded.corpus.concepts.map(({ id }) => `/tags/${id}`),
      ...sources.map(({ id }) => `/sources/${id}`),
    ];
    const fields = new Set<string>();
    for (const address of addresses)
      for (const field of fieldsOf((await get(address)).body)) fields.add(field);
    // Of a problem document the standard and the example in the document say what it holds.
    for (const field of ['type', 'title', 'status', 'detail', 'errors', 'parameter', 'reason'])
      assert.ok(fields.delete(field) && DOCUMENT.includes(`"${field}"`), field);
    assert.ok(fields.size > 60, 'too few fields were found');
    assert.deepEqual(
      [...fields].filter((field) => !NAMED.has(field)),
      [],
    );
  });

  it('names every endpoint, and none that is not there', () => {
    const [, table = ''] = DOCUMENT.split('\n| endpoint | gives |\n');
    const named = [...(table.split('\n\n')[0] ?? '').matchAll(/`GET ([/\w:]+)`/g)].map(
      ([, path = '']) => path,
    );
    const there = [...Object.keys(API_ENDPOINTS), ...API_COLLECTIONS.map((name) => `/${name}/:`)];
    assert.deepEqual(named.map((path) => path.replace(/:\w+$/, ':')).sort(), there.sort());
  });

  it('names every parameter that a search is asked by, and none that is not known', () => {
    assert.deepEqual([...PARAMETERS].sort(), [...SEARCH_PARAMETERS].sort());
  });
});
