import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitTerms } from '../../../server/language/split-terms.ts';
import { createConceptFinder } from '../../../server/search/plan/concept-labels.ts';
import { tinyCorpus } from '../tiny-corpus.ts';

const { concepts } = tinyCorpus([], {
  concepts: [
    {
      id: 'power-sharing',
      prefLabel: 'Sharing power',
      labels: ['letting go of control', 'who decides', 'giving up control', 'keeping control'],
    },
    { id: 'accessibility', prefLabel: 'Access', labels: ['sign language'] },
    { id: 'policy-and-law', prefLabel: 'Policy and law', labels: ['Sign Language Act'] },
  ],
});
const find = createConceptFinder(concepts);
const meant = (text: string) => find(splitTerms(text)).map(({ concept, label }) => [concept.id, label]);

describe('the concepts that a query means', () => {
  it('are those whose label has all its telling words in it, in any order and form', () => {
    assert.deepEqual(meant('why can they not let go of their control?'), [
      ['power-sharing', 'letting go of control'],
    ]);
    assert.deepEqual(meant('power that is shared'), [['power-sharing', 'Sharing power']]);
    assert.deepEqual(meant('power cuts'), []);
  });

  it('are not those whose words stand far apart', () => {
    assert.deepEqual(meant('share what you know of your own accord and keep the power on'), []);
  });

  it('must hold a label with one telling word as it is written', () => {
    assert.deepEqual(meant('and who decides here'), [['power-sharing', 'who decides']]);
    assert.deepEqual(meant('she decides'), []);
  });

  it('leave out a label that lies within a longer one', () => {
    assert.deepEqual(meant('the sign language act'), [['policy-and-law', 'Sign Language Act']]);
    assert.deepEqual(meant('sign language'), [['accessibility', 'sign language']]);
  });
});
