import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findUnreadFiles } from '../../scripts/indexing/files/find-unread-files.ts';
import { ESSAY_FILES, SETTINGS_PATHS } from '../../scripts/indexing/settings/content-files.ts';

let dir: string;
/** The advice on a content folder with these files, each "path: reason". */
const adviceOn = (name: string, files: readonly string[]): string[] => {
  const content = path.join(dir, name);
  for (const file of files) {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), 'text');
  }
  return findUnreadFiles([content], [...ESSAY_FILES, ...SETTINGS_PATHS]).map(
    ({ file, reason, severity }) => `${severity} ${path.relative(content, file)}: ${reason}`,
  );
};
const meant = (file: string, name: string) =>
  `advice ${file}: this is not read; did you mean "${name}"? Then give it that name`;

describe('a file of the content that is not read', () => {
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'unread-'));
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('is told from the one that was meant, where that is not there', () => {
    assert.deepEqual(
      adviceOn('misnamed', [
        'Glossary.YML',
        'Word_Families.yml',
        'essay/one.md',
        'generated/anchor.lock',
        'generated/tagging-weigths.json',
        'site.yaml',
        'sorces.yml',
        'timeline.json',
        'vocabulary',
      ]),
      [
        meant('Glossary.YML', 'glossary.yml'),
        meant('Word_Families.yml', 'word-families.yml'),
        meant('essay', 'essays'),
        meant('site.yaml', 'site.yml'),
        meant('sorces.yml', 'sources.yml'),
        meant('timeline.json', 'timeline.yml'),
        meant('vocabulary', 'vocabulary.yml'),
        meant('generated/anchor.lock', 'anchors.lock'),
        meant('generated/tagging-weigths.json', 'tagging-weights.json'),
      ],
    );
  });

  it('is named in a folder whose files are read together, whatever its name', () => {
    const ends = (ending: string, folder: string) =>
      `this file is not read: those of this folder end in "${ending}" and lie in "${folder}" itself`;
    assert.deepEqual(
      adviceOn('beside', [
        'essays/one.md',
        'essays/two.MD',
        'essays/.hidden',
        'essays/notes.txt',
        'tagging/grief.yaml',
        'tagging/below/grief.yml',
      ]),
      [
        `advice essays/notes.txt: ${ends('.md', 'essays')}`,
        `advice tagging/below: ${ends('.yml', 'tagging')}`,
        `advice tagging/grief.yaml: ${ends('.yml', 'tagging')}`,
      ],
    );
  });

  it('is passed over if it has a name of its own, is a copy of one that is there, or had its place in earlier versions', () => {
    const files = [
      'README.md',
      'imported/essays/a.md',
      'site.yml',
      'site.yml.orig',
      '.site.yml',
      'tagging.yml',
      'notes.yml',
    ];
    assert.deepEqual(adviceOn('own', files), []);
  });
});
