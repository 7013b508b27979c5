import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAbbreviations } from '../../../scripts/indexing/words/find-abbreviations.ts';
import { findWordsAlike } from '../../../scripts/indexing/words/words-alike.ts';

describe('the abbreviations that a text explains', () => {
  const CASES: Readonly<Record<string, readonly string[]>> = {
    'the Social Care Institute for Excellence (SCIE) says': ['SCIE = Social Care Institute for Excellence'],
    'SCIE (Social Care Institute for Excellence) says': ['SCIE = Social Care Institute for Excellence'],
    'patient participation groups (PPGs) meet': ['PPGs = patient participation groups'],
    'a lived experience recovery organisation (LERO)': ['LERO = lived experience recovery organisation'],
    'Experience-based co-design (EBCD) began': ['EBCD = Experience-based co-design'],
    'People with a say on the day (PPI) panel': [],
    'It was late (NB) and we left': [],
    'See the table (above).': [],
  };
  for (const [text, found] of Object.entries(CASES))
    it(`in “${text}” are ${found.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        findAbbreviations(text).map(({ short, long }) => `${short} = ${long}`),
        found,
      ));
});

describe('words alike', () => {
  const find = (texts: string[]) =>
    findWordsAlike({
      texts,
      glossary: [
        {
          id: 'ppg',
          term: 'patient participation group',
          also: ['PPG'],
          definition: '',
          concepts: [],
          sources: [],
        },
      ],
      wordFamilies: [
        {
          closeness: 'same',
          members: ['nice', 'National Institute for Health and Care Excellence'],
          says: [],
        },
        { closeness: 'same', members: ['cic', 'community interest company', 'co-op'], says: [] },
        { closeness: 'near', members: ['pa', 'personal assistant'], says: [] },
      ],
    }).map(({ members }) => members);

  it('are abbreviations and names of texts, glossary and families of the same, each once', () => {
    assert.deepEqual(find(['The PPG (patient participation group) met.']), [
      ['PPG', 'patient participation group'],
      ['NICE', 'National Institute for Health and Care Excellence'],
      ['cic', 'community interest company'],
    ]);
  });

  it('are what is printed with a hyphen, as one word and as two', () => {
    assert.deepEqual(find(['Their well-being matters.']).at(-1), ['wellbeing', 'well being']);
  });
});
