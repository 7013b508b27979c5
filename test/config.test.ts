import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressToOpen, readConfig } from '../server/config.ts';

describe('BASE_URL', () => {
  const READ: Readonly<Record<string, string | undefined>> = {
    '': undefined,
    'https://example.org': 'https://example.org',
    'https://example.org/': 'https://example.org',
    'HTTPS://Council.Example:8443/coproduction/': 'https://council.example:8443/coproduction',
    'https://council.example//a//b/': 'https://council.example/a/b',
  };
  for (const [given, read] of Object.entries(READ)) {
    it(`“${given}” is read as ${read}`, () => {
      assert.equal(readConfig({ BASE_URL: given }).baseUrl, read);
    });
  }

  const REFUSED: Readonly<Record<string, string>> = {
    'example.org': 'it must be an address',
    'ftp://example.org': 'it must be an address',
    'https://': 'it must be an address',
    'https://example.org/?a=b': 'it must end before any ? or #',
    'https://example.org/#top': 'it must end before any ? or #',
    'https://example.org/?': 'it must end before any ? or #',
    'https://example.org\\coproduction': 'it must have slashes, not backslashes',
    'https://example.org/50%': 'its path must have two digits after each %',
    'https://me:secret@example.org': 'it must be without a name and password',
  };
  for (const [given, reason] of Object.entries(REFUSED)) {
    it(`“${given}” is refused by name, because ${reason}`, () => {
      assert.throws(() => readConfig({ BASE_URL: given }), {
        message: `BASE_URL is "${given}"; ${reason}, such as https://example.org or https://example.org/coproduction`,
      });
    });
  }
});

describe('the address to open', () => {
  it('is one that a browser can open, whatever the site listens on', () => {
    const hosts = [undefined, '0.0.0.0', '::', '::1', '127.0.0.1', 'localhost'];
    assert.deepEqual(
      hosts.map((host) => addressToOpen(host, 3000)),
      [
        'http://localhost:3000',
        'http://localhost:3000',
        'http://localhost:3000',
        'http://[::1]:3000',
        'http://127.0.0.1:3000',
        'http://localhost:3000',
      ],
    );
  });
});
