import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Checked } from '../../scripts/indexing/problems/problem.ts';
import { parseKnownWords } from '../../scripts/indexing/settings/parse-known-words.ts';
import { parseStems } from '../../scripts/indexing/settings/parse-stems.ts';
import { parseWordFamilies } from '../../scripts/indexing/settings/parse-word-families.ts';

const reasons = (read: Checked<unknown>): string[] =>
  read.kind === 'invalid' ? read.problems.map(({ line, reason }) => `${line}: ${reason}`) : [];

describe('word families', () => {
  const read = (yaml: string) => parseWordFamilies('word-families.yml', yaml);

  it('are lists of members, with plain words or without, and words alike with the short form first', () => {
    const families = read(
      'same:\n  - [grief, mourning]\nnear:\n  - { members: [scribe, note taker], says: [minutes, record] }\nalike:\n  - [PPG, patient participation group]\n',
    );
    assert.deepEqual(families.kind === 'valid' && families.value, [
      { closeness: 'same', members: ['grief', 'mourning'], says: [] },
      { closeness: 'near', members: ['scribe', 'note taker'], says: ['minutes', 'record'] },
      { closeness: 'alike', members: ['PPG', 'patient participation group'], says: [] },
    ]);
  });

  it('are refused with plain words that are two words, empty or there twice, each where it stands', () => {
    const found = reasons(
      read('near:\n  - { members: [scribe, note taker], says: [of, the minutes, record, records] }\n'),
    );
    assert.equal(found.length, 3);
    assert.match(found[0] ?? '', /^2: "of" stands in nearly every passage/);
    assert.match(found[1] ?? '', /"the minutes" must be one word/);
    assert.match(found[2] ?? '', /"records" stands here already/);
  });

  it('are refused where the short form is no single word', () => {
    assert.match(
      reasons(read('alike:\n  - [patient group, PPG]\n'))[0] ?? '',
      /"patient group" must be one word/,
    );
  });
});

describe('parted stems', () => {
  it('are lines of words with bars between those that do not mean the same', () => {
    const read = parseStems('stems.yml', '- past | paste, pasted\n');
    assert.deepEqual(read.kind === 'valid' && read.value, ['past | paste, pasted']);
  });

  it('are refused where a line parts nothing, or names a word twice or no word', () => {
    const found = reasons(parseStems('stems.yml', '- past, paste\n- late | lately\n- late | two words\n'));
    assert.match(found[0] ?? '', /^1: parts nothing/);
    assert.ok(found.some((reason) => /^3: "late" is named twice/.test(reason)));
    assert.ok(found.some((reason) => /^3: "two words" must be one word/.test(reason)));
  });
});

describe('known words', () => {
  it('are all words of all kinds, each once', () => {
    const read = parseKnownWords('known-words.yml', 'places: powys ealing\nnames: >-\n  niamh\n  ealing\n');
    assert.deepEqual(read.kind === 'valid' && read.value, ['ealing', 'niamh', 'powys']);
  });
});
