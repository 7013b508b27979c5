import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { PROJECT_DIR } from '../server/config.ts';

/** What each folder of the server may import: other folders, and packages by name. Its own files it may always. */
const ALLOWED: Readonly<Record<string, { folders: readonly string[]; packages: readonly string[] }>> = {
  domain: { folders: [], packages: [] },
  language: { folders: [], packages: ['dictionary-en-gb', 'nspell', 'syllable', 'wink-porter2-stemmer'] },
  corpus: {
    folders: ['domain', 'language'],
    packages: ['marked', 'node:crypto', 'sanitize-html', 'yaml', 'zod'],
  },
  search: { folders: ['domain', 'language'], packages: ['minisearch', 'node:crypto'] },
  citation: { folders: ['domain'], packages: [] },
  storage: { folders: ['domain'], packages: ['node:crypto', 'node:fs', 'node:path'] },
  http: { folders: ['domain', 'search', 'citation'], packages: ['express', 'node:http', 'zod'] },
};

const SERVER = path.join(PROJECT_DIR, 'server');

type Import = { readonly file: string; readonly from: string; readonly to: string };

function importsOf(folder: string): Import[] {
  const files = readdirSync(path.join(SERVER, folder), { recursive: true }).map(String);
  return files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .flatMap((name) => {
      const file = path.join(SERVER, folder, name);
      const text = readFileSync(file, 'utf8');
      return [...text.matchAll(/^(?:import|export)\s(?:[^;'"(=]*\sfrom\s)?['"]([^'"]+)['"]/gm)].map(
        (match) => {
          const target = match[1] ?? '';
          const to = target.startsWith('.')
            ? (path.relative(SERVER, path.resolve(path.dirname(file), target)).split(path.sep)[0] ?? '')
            : target;
          return { file: `${folder}/${name}`, from: folder, to };
        },
      );
    });
}

describe('the layers of the server', () => {
  it('are all named here', () => {
    const folders = readdirSync(SERVER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(folders.map(({ name }) => name).sort(), Object.keys(ALLOWED).sort());
  });

  for (const [folder, { folders, packages }] of Object.entries(ALLOWED)) {
    it(`${folder} imports only ${[...folders, ...packages].join(', ') || 'itself'}`, () => {
      const imports = importsOf(folder);
      assert.ok(folder === 'domain' || imports.length > 0, 'no import was read, so nothing was checked');
      const forbidden = imports.filter(
        ({ to }) => to !== folder && !folders.includes(to) && !packages.includes(to),
      );
      assert.deepEqual(forbidden, []);
    });
  }

  it('only config.ts reads the environment', () => {
    const files = readdirSync(SERVER, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'));
    const readers = files.filter((name) =>
      readFileSync(path.join(SERVER, name), 'utf8').includes('process.env'),
    );
    assert.deepEqual(readers, ['config.ts']);
  });
});
