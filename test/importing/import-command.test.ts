import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import request from 'supertest';
import { PROJECT_DIR } from '../../server/config.ts';
import { loadContent } from '../fixture-app.ts';

const SENTENCES = [
  'Our group met in the library because nobody there asks why you have come.',
  'We wrote the agenda on the window, so that people who were late could read it from outside.',
  'The officer who used to chair took the minutes, and found out how hard that is.',
  'After a year the budget was ours to read, and after two it was ours to spend.',
  'I still think of the first meeting, when seven of us spoke for four minutes between us.',
];
const essayText = (sentences = SENTENCES) =>
  ['The window agenda', 'By Ada Sample, tenant', '4 June 2019', ...sentences].join('\n\n');

let dir: string;
const inFolder = (...names: string[]) => path.join(dir, ...names);
const put = (name: string, text: string) => writeFileSync(inFolder(name), text);
const essays = () => (existsSync(inFolder('out/essays')) ? readdirSync(inFolder('out/essays')).sort() : []);
const essay = (name: string) => readFileSync(inFolder('out/essays', name), 'utf8');

function importFiles(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      import.meta.resolve('tsx'),
      path.join(PROJECT_DIR, 'scripts/import.ts'),
      '--out',
      inFolder('out'),
      ...args,
    ],
    { cwd: dir, encoding: 'utf8', timeout: 120_000 },
  );
  return { status, stdout, stderr };
}

describe('npm run import', () => {
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'import-'));
    put('window.txt', essayText());
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('writes the essay of a file, and says what it wrote', () => {
    const { status, stdout } = importFiles('window.txt');
    assert.equal(status, 0, stdout);
    assert.deepEqual(essays(), ['the-window-agenda.md']);
    assert.match(stdout, /“The window agenda”, Ada Sample, 4 June 2019, 82 words; from window\.txt/);
    assert.match(
      stdout,
      /^1 file, 1 essay imported, 0 duplicates, 0 skipped, 0 failed, 0 notes to review\.$/m,
    );
  });

  it('on a dry run says the same and writes nothing', () => {
    const { status, stdout } = importFiles('window.txt', '--dry-run');
    assert.equal(status, 0);
    assert.match(stdout, /^Would be imported \(1\):\n {2}the-window-agenda\.md$/m);
    assert.match(stdout, /Nothing was written\.$/m);
    assert.equal(existsSync(inFolder('out')), false);
  });

  it('run again changes nothing', () => {
    importFiles('window.txt');
    const before = essay('the-window-agenda.md');
    const { stdout } = importFiles('window.txt');
    assert.match(stdout, /^Unchanged \(1\):$/m);
    assert.deepEqual(essays(), ['the-window-agenda.md']);
    assert.equal(essay('the-window-agenda.md'), before);
  });

  it('writes the essay anew when the original changed and nobody edited it', () => {
    importFiles('window.txt');
    put('window.txt', essayText([...SENTENCES, 'The window has since been painted over.']));
    const { stdout } = importFiles('window.txt');
    assert.match(stdout, /^Written anew, because the original changed \(1\):$/m);
    assert.deepEqual(essays(), ['the-window-agenda.md']);
    assert.match(essay('the-window-agenda.md'), /painted over\.$/m);
  });

  it("never overwrites an editor's changes: the new version goes beside them", () => {
    importFiles('window.txt');
    const edited = essay('the-window-agenda.md').replace(
      'perspective: author',
      'perspective: person-using-services',
    );
    writeFileSync(inFolder('out/essays/the-window-agenda.md'), edited);
    put('window.txt', essayText([...SENTENCES, 'The window has since been painted over.']));
    const { stdout } = importFiles('window.txt');
    assert.match(
      stdout,
      /^Put beside your changed essay, which stays as it is: compare the two \(1\):\n {2}the-window-agenda\.md\.new$/m,
    );
    assert.equal(essay('the-window-agenda.md'), edited);
    assert.match(essay('the-window-agenda.md.new'), /painted over\.$/m);
    importFiles('window.txt');
    assert.deepEqual(essays(), ['the-window-agenda.md', 'the-window-agenda.md.new']);
  });

  it('leaves an edited essay alone while the original stays the same', () => {
    importFiles('window.txt');
    writeFileSync(
      inFolder('out/essays/the-window-agenda.md'),
      `${essay('the-window-agenda.md')}\nAdded by hand.\n`,
    );
    const { stdout } = importFiles('window.txt');
    assert.match(stdout, /1 unchanged/);
    assert.match(essay('the-window-agenda.md'), /Added by hand/);
  });

  it('keeps one of two files that hold the same essay, the longer, and says so', () => {
    put('copy.txt', essayText(SENTENCES.slice(0, 4)));
    const { stdout, status } = importFiles('copy.txt', 'window.txt');
    assert.equal(status, 0);
    assert.deepEqual(essays(), ['the-window-agenda.md']);
    assert.match(
      stdout,
      /copy\.txt: “The window agenda” is the same as in window\.txt, kept as the-window-agenda\.md/,
    );
    assert.match(essay('the-window-agenda.md'), /seven of us spoke/);
  });

  it('finds that an essay was imported before from another file', () => {
    importFiles('window.txt');
    put('copy.txt', essayText(SENTENCES.slice(0, 4)));
    const { stdout } = importFiles('copy.txt');
    assert.match(stdout, /copy\.txt: “The window agenda” is the same as the-window-agenda\.md, which stays/);
    assert.deepEqual(essays(), ['the-window-agenda.md']);
  });

  it('gives essays with the same title slugs of their own', () => {
    const other = [
      'Nobody on the panel had been asked before what the forms were for.',
      'So we asked, one form at a time, from the door to the top of the stairs.',
      'Eleven of them were for each other. We put those in a drawer and waited to see who would miss them.',
      'It has been two winters now, and the drawer is still shut.',
    ];
    put('other.txt', ['The window agenda', 'By Ben Example', ...other].join('\n\n'));
    importFiles('window.txt', 'other.txt');
    assert.deepEqual(essays(), ['the-window-agenda-example.md', 'the-window-agenda.md']);
  });

  it('reads a folder, passes over what is no essay, and says so', () => {
    mkdirSync(inFolder('pages/page_files'), { recursive: true });
    put('pages/window.txt', essayText());
    put('pages/page.html', '<title>404 Not Found</title><h1>Page not found</h1>');
    put('pages/page_files/style.css', 'p {}');
    put('pages/photo.jpg', 'no text');
    const { status, stdout } = importFiles('pages');
    assert.equal(status, 0);
    assert.match(stdout, /^Skipped \(2\):$/m);
    assert.match(stdout, /pages\/page\.html: this is an error page or a form, not an essay/);
    assert.match(stdout, /pages\/photo\.jpg: files like this are not read/);
    assert.doesNotMatch(stdout, /style\.css/);
  });

  it('fails for a file that cannot be read, and imports the others', () => {
    put('broken.pdf', '%PDF-1.7 and nothing more');
    const { status, stdout } = importFiles('broken.pdf', 'window.txt', 'missing.html');
    assert.equal(status, 1);
    assert.deepEqual(essays(), ['the-window-agenda.md']);
    assert.match(stdout, /broken\.pdf: the file is damaged or no PDF; save or print it as PDF again/);
    assert.match(stdout, /missing\.html: there is no such file/);
  });

  it('fails in plain words where it cannot write', () => {
    put('out', 'a file where the folder should be');
    const { status, stdout } = importFiles('window.txt');
    assert.equal(status, 1);
    assert.match(stdout, /window\.txt: its essays could not be written: /);
    assert.match(stdout, /0 essays imported.* 1 failed/);
  });

  it('says how it is used when it is used otherwise', () => {
    const none = importFiles();
    assert.equal(none.status, 2);
    assert.match(none.stderr, /^Name at least one file or folder to import\.$/m);
    assert.match(none.stderr, /npm run import -- FILE_OR_FOLDER/);
    const wrong = importFiles('window.txt', '--force');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--force/);
  });

  it('takes the rights that it is told', () => {
    importFiles('window.txt', '--licence', 'CC BY 4.0', '--holder', 'Sampleton Tenants');
    assert.match(
      essay('the-window-agenda.md'),
      /^rights:\n {2}licence: CC BY 4\.0\n {2}holder: Sampleton Tenants$/m,
    );
  });

  it('makes essays that are indexed and found, shown as the author’s own words with their rights', async () => {
    importFiles('window.txt');
    const { app } = await loadContent(inFolder('out'));
    const { text } = await request(app).get('/search').query({ q: 'agenda on the window' }).expect(200);
    assert.match(text, /In the author’s own words\. Imported essay\./);
    assert.match(text, /Rights: Ada Sample, permission unknown/);
    const page = await request(app).get('/essays/the-window-agenda').expect(200);
    assert.match(page.text, /The words are those of Ada Sample, and not ours\./);
  });
});
