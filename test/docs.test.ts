import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { PROJECT_DIR } from '../server/config.ts';

const read = (file: string): string => readFileSync(path.join(PROJECT_DIR, file), 'utf8');
const exists = (file: string): boolean => existsSync(path.join(PROJECT_DIR, file));
const foldersIn = (folder: string): string[] =>
  readdirSync(path.join(PROJECT_DIR, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => `${folder}/${name}`);

const DECISIONS = readdirSync(path.join(PROJECT_DIR, 'docs/decisions'))
  .filter((name) => /^\d/.test(name))
  .sort();
/** Documents that speak of the project as it is; the records speak of the day they were written. */
const GUIDES = [
  'README.md',
  'CONTRIBUTING.md',
  'content/README.md',
  'scripts/lab/tuning/README.md',
  ...readdirSync(path.join(PROJECT_DIR, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const DOCUMENTS = [
  ...GUIDES,
  'CHANGELOG.md',
  'docs/decisions/README.md',
  ...DECISIONS.map((name) => `docs/decisions/${name}`),
];

/** What stands in backticks, on one line and outside blocks of code. */
const codeIn = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');

/** The part of a document under a heading, up to the next of its level. */
function sectionOf(file: string, heading: string): string {
  const [, section] = read(file).split(`\n## ${heading}\n`);
  assert.ok(section !== undefined, `${file} has no heading "${heading}"`);
  return section.split('\n## ')[0] ?? '';
}

/** The first cell of each row of a table, without its backticks. */
const firstCells = (section: string): string[] =>
  [...section.matchAll(/^\| `?([^|`]+?)`? \|/gm)]
    .map((match) => match[1] ?? '')
    .filter((cell) => !/^(?:-+|variable|package)$/.test(cell));

/** The ids that a host of repositories gives the headings of a document: "What next?" => what-next */
const headingIds = (file: string): string[] =>
  [...read(file).matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );

describe('the documents', () => {
  it('link to files and headings that are there', () => {
    const broken = DOCUMENTS.flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
        .map((match) => match[1] ?? '')
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => {
          const [name = '', id] = link.split('#');
          const target = name === '' ? file : path.posix.join(path.posix.dirname(file), name);
          return !exists(target) || (id !== undefined && !headingIds(target).includes(id));
        })
        .map((link) => `${file}: ${link}`),
    );
    assert.deepEqual(broken, []);
  });

  it('show light pictures, each with words for those who do not see it', () => {
    for (const [, words = '', name = ''] of read('README.md').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)) {
      assert.ok(words.length > 20, `${name} has no words`);
      assert.ok(statSync(path.join(PROJECT_DIR, name)).size < 150_000, `${name} is heavy`);
    }
  });

  it('name files and folders that are there', () => {
    // What the importer makes is not there until somebody imports.
    const missing = GUIDES.flatMap((file) =>
      codeIn(read(file))
        .filter((code) => /^(?:server|scripts|content|views|test|docs)\/[\w./-]+$/.test(code))
        .filter((code) => !code.startsWith('content/imported') && !exists(code))
        .map((code) => `${file}: ${code}`),
    );
    assert.deepEqual(missing, []);
  });

  it('name every command, and none that is not there', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
    const named = (file: string): string[] =>
      [...read(file).matchAll(/npm (?:run )?([a-z][a-z:]*)/g)]
        .map((match) => match[1] ?? '')
        .filter((name) => !['ci', 'install', 'audit'].includes(name));
    const wrong = GUIDES.flatMap((file) =>
      named(file).flatMap((name) => (scripts.includes(name) ? [] : [`${file}: npm run ${name}`])),
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      scripts.filter((name) => !named('CONTRIBUTING.md').includes(name)),
      [],
    );
  });

  it('name every environment variable that is read, and no other', () => {
    const settings = new Set(
      [...read('server/config.ts').matchAll(/\benv\.([A-Z_]+)/g)].map((match) => match[1] ?? ''),
    );
    assert.deepEqual(firstCells(sectionOf('docs/running.md', 'Settings')).sort(), [...settings].sort());
  });

  it('map every folder of the project, and none that is not there', () => {
    let parent = '';
    const mapped = (sectionOf('README.md', 'The map').match(/^ *\w+\/ /gm) ?? []).map((line) => {
      const name = line.trim().replace('/', '');
      if (!line.startsWith(' ')) parent = name;
      return line.startsWith(' ') ? `${parent}/${name}` : name;
    });
    const top = foldersIn('.')
      .map((name) => name.slice(2))
      .filter((name) => !name.startsWith('.') && name !== 'coverage');
    assert.deepEqual(mapped.sort(), [...top, ...foldersIn('server'), ...foldersIn('scripts')].sort());
  });

  it('list every folder of the search and of the importer where they are explained', () => {
    const explained = { 'docs/searching.md': 'server/search', 'docs/importing.md': 'scripts/importing' };
    for (const [file, folder] of Object.entries(explained)) {
      const listed = [...read(file).matchAll(/^\| `(?:[\w/]+\/)?(\w+)\/` \|/gm)].map(
        ([, name]) => `${folder}/${name}`,
      );
      assert.deepEqual(listed.sort(), foldersIn(folder).sort());
    }
  });

  it('give a reason for every dependency, and say of each that is pinned why', () => {
    const listed = (section: string, file: string, kind: 'dependencies' | 'devDependencies') => {
      const packages = (JSON.parse(read(file)) as Record<typeof kind, Record<string, string>>)[kind];
      const text = sectionOf('docs/dependencies.md', section);
      assert.deepEqual(firstCells(text).sort(), Object.keys(packages).sort());
      for (const [name, version] of Object.entries(packages)) {
        if (version.startsWith('^')) continue;
        const line = text.split('\n').find((row) => row.startsWith(`| ${name} |`)) ?? '';
        assert.ok(
          line.includes(`Pinned to ${version}`),
          `${name} is pinned to ${version}, and nothing says why`,
        );
      }
    };
    for (const folder of ['server', 'scripts/indexing', 'scripts/importing'])
      listed(folder, `${folder}/package.json`, 'dependencies');
    listed('The root', 'package.json', 'dependencies');
    listed('Development', 'package.json', 'devDependencies');
  });

  it('leave nothing to be written later', () => {
    assert.deepEqual(
      DOCUMENTS.filter((file) => /\b(?:TODO|FIXME|TBC)\b/.test(read(file))),
      [],
    );
  });
});

describe('the records of decisions', () => {
  const HEADINGS = ['Context', 'Decision', 'Considered', 'Consequences'];
  const titleOf = (name: string): string => read(`docs/decisions/${name}`).split('\n')[0] ?? '';

  it('are numbered from 1, without a gap', () => {
    assert.ok(DECISIONS.length > 0);
    assert.deepEqual(
      DECISIONS.map((name) => [name.slice(0, 5), titleOf(name).split(' ').slice(0, 2).join(' ')]),
      DECISIONS.map((_name, at) => [`${String(at + 1).padStart(4, '0')}-`, `# ${at + 1}.`]),
    );
  });

  it('are listed by their titles', () => {
    const listed = read('docs/decisions/README.md').match(/^\d+\. \[.*$/gm);
    assert.deepEqual(
      listed,
      DECISIONS.map((name) => titleOf(name).replace(/^# (\d+\.) (.*)$/, `$1 [$2](${name})`)),
    );
  });

  for (const name of DECISIONS) {
    it(`${name} says when, why, what instead and what follows, on a page`, () => {
      const text = read(`docs/decisions/${name}`);
      const headings = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
      const isMeasured = headings.at(-1) === 'Measured';
      assert.deepEqual(headings, isMeasured ? [...HEADINGS, 'Measured'] : HEADINGS);
      assert.match(
        text.split('\n')[2] ?? '',
        /^\d{4}-\d\d-\d\d, (?:proposed|accepted|superseded by \[\d+\])/,
      );
      assert.ok(text.split(/\s+/).length < 500, 'it is longer than a page');
      if (isMeasured)
        assert.match(
          text.split('\n## Measured\n')[1] ?? '',
          /`(?:npm|time) [^`]+`/,
          'no command prints the figures',
        );
    });
  }
});
