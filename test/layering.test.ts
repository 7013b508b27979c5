import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, it } from 'node:test';
import { PROJECT_DIR } from '../server/config.ts';

/**
 * What each folder may import from other folders. Below a folder that is named here, files may import each other; folders
 * below it must still not import each other in a circle.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  'server/domain': [],
  'server/language': [],
  'server/search': ['server/domain', 'server/language'],
  'server/citation': ['server/domain'],
  'server/storage': ['server/domain', 'server/search'],
  'server/http': ['server/domain', 'server/language', 'server/search', 'server/citation'],
  server: [
    'server/domain',
    'server/language',
    'server/search',
    'server/citation',
    'server/storage',
    'server/http',
  ],
  'scripts/processes': ['server', 'server/domain'],
  'scripts/indexing': [
    'scripts/processes',
    'server',
    'server/domain',
    'server/language',
    'server/search',
    'server/citation',
    'server/storage',
  ],
  'scripts/importing': [
    'scripts/indexing',
    'scripts/processes',
    'server',
    'server/domain',
    'server/language',
    'server/citation',
    'server/storage',
  ],
  'scripts/lab': [
    'scripts/indexing',
    'scripts/importing',
    'scripts/processes',
    'server',
    'server/domain',
    'server/language',
    'server/search',
    'server/storage',
  ],
};

/** The folders of the importer as an original goes through them: each may import those before it. */
const IMPORTING_FLOW = [
  'originals',
  'characters',
  'draft',
  'head',
  'formats/lines',
  'formats/html/blocks',
  'formats/html',
  'formats/text',
  'formats/markdown',
  'formats/word',
  'formats/pdf',
  'cleaning',
  'composing',
  'planning',
  'writing',
];

/** The door of the search: what pages and API may import of it. Whatever else lies in its folder is this engine's own affair. */
const SEARCH_DOOR = [
  'server/search/search.ts',
  'server/search/facets/facets.ts',
  'server/search/query/query.ts',
  'server/search/query/typed-filters.ts',
];

/** The folders whose files may read and write files, and the one that may know Express. */
const TOUCH_FILES = ['server/storage', 'scripts'];
const KNOW_EXPRESS = ['server/http', 'server/app.ts'];

/** Folders with a package.json of their own, and those whose packages their files may use besides. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  server: [],
  'scripts/indexing': ['server'],
  'scripts/importing': ['scripts/indexing', 'server'],
};

/** An import: the file it stands in, and the file or package that it names. */
type Import = { readonly file: string; readonly to: string; readonly isPackage: boolean };

const FILES = ['server', 'scripts', 'test'].flatMap((folder) =>
  readdirSync(path.join(PROJECT_DIR, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).split(path.sep).join('/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.includes('/node_modules/')),
);

const IMPORTS = FILES.flatMap((file): Import[] => {
  const text = readFileSync(path.join(PROJECT_DIR, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s(?:[^;'"(=]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...found].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    return target.startsWith('.')
      ? { file, to: path.posix.join(path.posix.dirname(file), target), isPackage: false }
      : { file, to: nameOfPackage(target), isPackage: true };
  });
});

/** `@scope/name/file.js` and `name/file.js` without what stands after the name; built-in modules as they are. */
function nameOfPackage(target: string): string {
  if (isBuiltin(target)) return target;
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The folder of the list that a file lies in: the longest that fits. */
const folderOf = (file: string, folders: readonly string[]): string | undefined =>
  folders
    .filter((folder) => file === folder || file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];

/** Circles among nodes, each as the nodes that lead to each other; Tarjan's algorithm. */
function findCircles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const circles: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return circles;
}

function edgesBy(nodeOf: (file: string) => string): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { file, to, isPackage } of IMPORTS) {
    if (isPackage || nodeOf(file) === nodeOf(to)) continue;
    edges.set(nodeOf(file), (edges.get(nodeOf(file)) ?? new Set()).add(nodeOf(to)));
  }
  return edges;
}

describe('the layers', () => {
  it('are all named here', () => {
    const foldersIn = (folder: string) =>
      readdirSync(path.join(PROJECT_DIR, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
        .map(({ name }) => `${folder}/${name}`);
    const named = Object.keys(LAYERS).filter((name) => name.includes('/'));
    assert.deepEqual([...foldersIn('server'), ...foldersIn('scripts')].sort(), named.sort());
  });

  for (const [folder, allowed] of Object.entries(LAYERS)) {
    it(`${folder} imports only ${allowed.join(', ') || 'itself'}`, () => {
      const folders = Object.keys(LAYERS);
      const own = IMPORTS.filter(({ file }) => folderOf(file, folders) === folder);
      assert.ok(FILES.some((file) => folderOf(file, folders) === folder));
      const forbidden = own.filter(({ to, isPackage }) => {
        const target = folderOf(to, folders);
        return !isPackage && target !== folder && (target === undefined || !allowed.includes(target));
      });
      assert.deepEqual(forbidden, []);
    });
  }

  it('have no circle of files, types included', () => {
    assert.ok(IMPORTS.length > 500, 'the imports were not read');
    assert.deepEqual(findCircles(edgesBy((file) => file)), []);
  });

  it('have no circle of folders', () => {
    assert.deepEqual(findCircles(edgesBy((file) => path.posix.dirname(file))), []);
  });

  it('of the importer lead from originals to files, and never back', () => {
    const folder = 'scripts/importing';
    const steps = IMPORTING_FLOW.map((name) => `${folder}/${name}`);
    const stepOf = (file: string) => steps.indexOf(path.posix.dirname(file));
    const own = FILES.filter((file) => file.startsWith(`${folder}/`) && path.posix.dirname(file) !== folder);
    assert.deepEqual(
      own.filter((file) => stepOf(file) === -1),
      [],
    );
    const back = IMPORTS.filter(
      ({ file, to }) =>
        stepOf(file) !== -1 &&
        to.startsWith(`${folder}/`) &&
        (stepOf(to) === -1 || stepOf(to) > stepOf(file)),
    );
    assert.deepEqual(back, []);
  });

  it('would show a circle', () => {
    const edges = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c'])],
      ['c', new Set(['b', 'd'])],
    ]);
    assert.deepEqual(findCircles(edges), [['b', 'c']]);
  });

  it('each use the packages that their own package.json lists', () => {
    for (const [folder, others] of Object.entries(PACKAGES)) {
      const listed = [folder, ...others].flatMap((name) => {
        const file = path.join(PROJECT_DIR, name, 'package.json');
        return Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { dependencies: object }).dependencies);
      });
      const used = IMPORTS.filter(
        ({ file, to, isPackage }) => isPackage && !isBuiltin(to) && folderOf(file, [folder]) === folder,
      );
      assert.ok(used.length > 0);
      assert.deepEqual(
        used.filter(({ to }) => !listed.includes(to)),
        [],
      );
    }
  });

  it('touch files in storage and scripts only', () => {
    const touching = IMPORTS.filter(
      ({ file, to }) =>
        /^(?:node:)?fs(?:\/|$)/.test(to) && file.startsWith('server/') && !folderOf(file, TOUCH_FILES),
    );
    assert.deepEqual(touching, []);
  });

  it('know Express in http only', () => {
    const knowing = IMPORTS.filter(
      ({ file, to }) => to === 'express' && !file.startsWith('test/') && !folderOf(file, KNOW_EXPRESS),
    );
    assert.deepEqual(knowing, []);
  });

  it('know the search by its door only, pages and API both', () => {
    const asking = IMPORTS.filter(
      ({ file, to }) =>
        to.startsWith('server/search/') && (file.startsWith('server/http/') || file === 'server/app.ts'),
    );
    assert.deepEqual([...new Set(asking.map(({ to }) => to))].sort(), [...SEARCH_DOOR].sort());
  });

  it('read the environment in config.ts only', () => {
    const readers = FILES.filter(
      (file) =>
        file.startsWith('server/') &&
        readFileSync(path.join(PROJECT_DIR, file), 'utf8').includes('process.env'),
    );
    assert.deepEqual(readers, ['server/config.ts']);
  });
});
