import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { buildPassageIndex } from '../../scripts/indexing/index-file/build-passage-index.ts';
import { PROJECT_DIR } from '../../server/config.ts';
import { EMPTY_QUERY, type Query } from '../../server/search/query/query.ts';
import { type Loaded, loadContent } from '../fixture-app.ts';

/** What a page would have at hand: the language itself, and nothing of Node. */
type Page = { ask: (question: string) => Promise<string> };

describe('the search in a browser', () => {
  let loaded: Loaded;
  let page: Page;
  before(async () => {
    loaded = await loadContent();
    // A bundle for browsers: a module of Node, or a file that is read, would stop it here.
    const { outputFiles } = await build({
      entryPoints: [path.join(PROJECT_DIR, 'server/search/create-search.ts')],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'bundle',
      write: false,
      logLevel: 'silent',
    });
    const context = createContext({});
    runInContext(outputFiles[0]?.text ?? '', context);
    const content = JSON.stringify({ corpus: loaded.corpus, stored: buildPassageIndex(loaded.corpus) });
    page = runInContext(
      `(() => {
        const { corpus, stored } = JSON.parse(${JSON.stringify(content)});
        const search = bundle.createSearch(corpus, stored);
        return {
          ask: async (question) => {
            const [name, ...args] = JSON.parse(question);
            return JSON.stringify(await search[name](...args));
          },
        };
      })()`,
      context,
    ) as Page;
  });

  const ask = async (...question: readonly unknown[]): Promise<unknown> =>
    JSON.parse(await page.ask(JSON.stringify(question)));
  const query = (text: string): Query => ({ ...EMPTY_QUERY, text });
  /** As an answer is once it has gone over a wire. */
  const plain = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));

  it('is bundled without a module of Node', () => assert.equal(typeof page.ask, 'function'));

  for (const text of [
    'grief',
    'rubber stamp',
    '"plan services" -group',
    'tag:grief anger',
    'who calls the shots',
    '',
  ]) {
    it(`answers ${JSON.stringify(text)} as the server does`, async () => {
      assert.deepEqual(await ask('find', query(text)), plain(await loaded.search.find(query(text))));
    });
  }

  it('gives related passages, suggestions and marks as the server does', async () => {
    const { id, text } = loaded.corpus.passages[0] ?? assert.fail();
    const marks = [{ text: 'shared agenda', isExact: false }, [text]] as const;
    assert.deepEqual(await ask('related', id, 3), plain(await loaded.search.related(id, 3)));
    assert.deepEqual(await ask('suggest', 'shar'), plain(await loaded.search.suggest('shar')));
    assert.deepEqual(await ask('mark', ...marks), plain(await loaded.search.mark(...marks)));
  });
});
