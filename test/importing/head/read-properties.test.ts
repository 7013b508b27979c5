import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readProperties } from '../../../scripts/importing/head/read-properties.ts';
import { eachGives } from '../each-gives.ts';

describe('what the properties of a file say', () => {
  it('is its title in single spaces, and its authors, whom semicolons part', () => {
    assert.deepEqual(readProperties(' Sharing \u00a0power ', 'Ada Sample; Dr Ben Example'), {
      title: 'Sharing power',
      authors: [{ name: 'Ada Sample' }, { name: 'Ben Example' }],
    });
  });

  it('is no title that a program put in: of a Word file as little as of a PDF', () => {
    eachGives(
      [
        'Microsoft Word - essay.doc',
        'Untitled',
        'untitled document',
        'Document1',
        'essay.docx',
        'leaflet final.indd',
        'https://example.org/essay',
        'about:blank',
        ' ',
      ],
      (title) => readProperties(title, ''),
      { authors: [] },
    );
  });

  it('is nothing where the file has none', () => {
    assert.deepEqual(readProperties(undefined, undefined), { authors: [] });
  });

  it('is a title that only begins like a program’s', () => {
    eachGives(
      ['Documents that people can read', 'About us'],
      (title) => readProperties(title, '').title !== undefined,
      true,
    );
  });
});
