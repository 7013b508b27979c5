import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pino } from 'pino';
import request from 'supertest';
import { createApp } from '../../server/app.ts';
import { loadContent } from '../fixture-app.ts';

const NOTE =
  /This copy of the site does not know its own address yet, so the one above works on this computer only\./;

/** Where addresses are only printed, so is the note. */
const NOTE_IN_PRINT =
  '<p class="print-only">This copy of the site does not know its own address yet, so those above work on one computer only.</p>';

describe('a site that nobody told its address', () => {
  async function serve(isBaseUrlGuessed: boolean) {
    const { corpus, search } = await loadContent();
    const lines: { msg: string; host?: string }[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => lines.push(JSON.parse(line)) });
    const app = createApp({ corpus, search, baseUrl: 'http://localhost:3000', isBaseUrlGuessed, logger });
    const ask = async (path: string, headers: Record<string, string>) =>
      (await request(app).get(path).set(headers)).text;
    return { ask, lines };
  }

  it('says so where it shows an address to cite, to readers of other computers', async () => {
    const { ask } = await serve(true);
    for (const path of ['/essays/long-loss', '/passages/ccc1']) {
      assert.match(await ask(path, { Host: 'wiki.council.example' }), NOTE);
      assert.match(await ask(path, { Host: '192.168.1.20:3000' }), NOTE);
      assert.match(await ask(path, { Host: 'localhost:3000', 'X-Forwarded-Host': 'council.example' }), NOTE);
    }
    for (const path of ['/search?q=grief', '/tags/grief', '/sources/fixture2013'])
      assert.equal((await ask(path, { Host: 'wiki.council.example' })).split(NOTE_IN_PRINT).length, 2, path);
    assert.doesNotMatch(await ask('/about', { Host: 'wiki.council.example' }), NOTE);
  });

  it('says nothing on the computer that it runs on', async () => {
    const { ask, lines } = await serve(true);
    for (const host of [
      'localhost',
      'localhost:3000',
      'LOCALHOST:80',
      'my.localhost',
      '127.0.0.1:3000',
      '[::1]:3000',
    ])
      assert.doesNotMatch(
        (await ask('/passages/ccc1', { Host: host })) + (await ask('/search?q=grief', { Host: host })),
        /does not know its own address/,
        host,
      );
    assert.deepEqual(lines, []);
  });

  it('says so once in the log, with the way out', async () => {
    const { ask, lines } = await serve(true);
    for (const host of ['council.example', 'council.example', 'other.example'])
      await ask('/', { Host: host });
    assert.deepEqual(
      lines.map(({ msg, host }) => [msg, host]),
      [
        [
          'Readers reach the site at another address than http://localhost:3000, which citations and canonical links give. Set BASE_URL to the address that readers use, such as BASE_URL=https://example.org',
          'council.example',
        ],
      ],
    );
  });

  it('is not one that was told, whatever it is asked for', async () => {
    const { ask, lines } = await serve(false);
    assert.doesNotMatch(await ask('/passages/ccc1', { Host: 'council.example' }), NOTE);
    assert.deepEqual(lines, []);
  });
});
