import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { PROJECT_DIR } from '../../server/config.ts';
import { readAssets } from '../../server/storage/read-assets.ts';

const SHIPPED = path.join(PROJECT_DIR, 'views', 'assets');

describe('the assets of a folder', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'assets-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  /** Writes files into the folder, by their names. */
  const put = (files: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
      writeFileSync(path.join(dir, name), content);
    }
  };
  const names = () => readAssets(dir).map(({ name }) => name);

  it('are read with their types, those in folders too', () => {
    put({ 'site.css': 'a {\n  color: red;\n}\n', 'keys.js': 'go();', 'pictures/old/bridge.svg': '<svg/>' });
    assert.deepEqual(
      readAssets(dir).map((asset) => ({ ...asset, content: Buffer.from(asset.content).toString() })),
      [
        {
          name: 'keys.js',
          type: 'text/javascript; charset=utf-8',
          hash: '6d83aa6ec8',
          content: 'go();',
        },
        {
          name: 'pictures/old/bridge.svg',
          type: 'image/svg+xml',
          hash: 'd4dc566691',
          content: '<svg/>',
        },
        {
          name: 'site.css',
          type: 'text/css; charset=utf-8',
          hash: '42588bd50a',
          content: 'a {color: red;}\n',
        },
      ],
    );
  });

  it('have a hash that changes with the content, and with that of an imported stylesheet', () => {
    const hashes = () => readAssets(dir).map(({ hash }) => hash);
    put({ 'keys.js': 'a', 'site.css': '@import "css/hits.css";', 'css/hits.css': '.hit { color: red }' });
    const before = hashes();
    put({ 'css/hits.css': '.hit { color: blue }' });
    const after = hashes();
    assert.equal(after[0], before[0]);
    assert.notEqual(after[1], before[1]);
  });

  it('keep bytes that are no text as they are', () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff, 0x00]);
    writeFileSync(path.join(dir, 'icon.png'), bytes);
    assert.deepEqual(
      readAssets(dir).map(({ type, content }) => ({ type, content })),
      [{ type: 'image/png', content: bytes }],
    );
  });

  it('leave out what editors and systems leave behind', () => {
    put({
      'site.css': '',
      '.DS_Store': '',
      '._site.css': '',
      '.site.css.swp': '',
      '.git/hook.js': '',
      'site.css~': '',
      '#site.css#': '',
      'site.css.orig': '',
      'Thumbs.db': '',
      README: '',
    });
    symlinkSync('someone@their-machine.1234', path.join(dir, '.#site.css'));
    assert.deepEqual(names(), ['site.css']);
  });

  it('leave out links that lead nowhere or in a circle, and follow those to files', () => {
    put({ 'icon.svg': '<svg/>' });
    symlinkSync('icon.svg', path.join(dir, 'same.svg'));
    symlinkSync('gone.svg', path.join(dir, 'broken.svg'));
    symlinkSync('round.svg', path.join(dir, 'round.svg'));
    symlinkSync('.', path.join(dir, 'below'));
    assert.deepEqual(names(), ['icon.svg', 'same.svg']);
  });

  it('leave out folders whose names look like those of files', () => {
    put({ 'old.css/site.js': '' });
    assert.deepEqual(names(), ['old.css/site.js']);
  });

  it('are refused by the name of a stylesheet whose import is not there', () => {
    put({ 'site.css': '@import "css/gone.css";' });
    assert.throws(() => readAssets(dir), {
      message:
        'The stylesheet site.css imports css/gone.css, which is not there: take the import out, or put the file back.',
    });
  });
});

describe('the assets that the project ships with', () => {
  it('hold one stylesheet: each component is imported', () => {
    const sheets = readAssets(SHIPPED).filter(({ name }) => name.endsWith('.css'));
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['site.css'],
    );
  });

  it('hold no comment, and no import that is left to the browser, in the stylesheet', () => {
    const sheet = readAssets(SHIPPED).find(({ name }) => name === 'site.css');
    const css = Buffer.from(sheet?.content ?? '').toString();
    assert.match(css, /^:root \{/);
    assert.deepEqual(css.match(/@import|\/\*|\*\//g), null);
  });
});
