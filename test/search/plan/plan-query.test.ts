import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPlanner } from '../../../server/search/plan/plan-query.ts';
import { QUERY_LIMITS } from '../../../server/search/query/query.ts';
import { tinyCorpus, tinyIndex } from '../tiny-corpus.ts';

const corpus = tinyCorpus(['Carers share the agenda.', 'Relatives grieve at home.', 'Learning takes time.'], {
  concepts: [
    { id: 'grief', prefLabel: 'Grief and loss', labels: ['mourning'] },
    { id: 'policy-and-law', prefLabel: 'Law', labels: ['Care Act'] },
  ],
  wordFamilies: [
    { closeness: 'same', members: ['grief', 'grieve', 'bereavement'], says: [] },
    { closeness: 'near', members: ['carer', 'relative'], says: [] },
    { closeness: 'same', members: ['learning disability', 'intellectual disability'], says: [] },
    { closeness: 'near', members: ['learning', 'lesson'], says: [] },
  ],
});
const plan = createPlanner(corpus, tinyIndex(corpus), (word) => word === 'stump');
const ask = (text: string, isExact = false) => plan({ text, isExact });

describe('a plan', () => {
  it('looks for the words without stop words, each once', () => {
    assert.deepEqual(
      ask('the agenda of the carers and the agenda').queryTerms.map(({ term, word }) => [term, word]),
      [
        ['agenda', 'agenda'],
        ['carer', 'carers'],
      ],
    );
  });

  it('keeps stop words where there are no others', () => {
    assert.deepEqual(
      ask('to be or not').queryTerms.map(({ word }) => word),
      ['to', 'be', 'or', 'not'],
    );
  });

  it('weighs a word by how often it is said, a family below it, a concept above it', () => {
    assert.deepEqual(ask('mourning grief, grief').weights.get('grief'), 2);
    const { weights } = ask('bereavement');
    assert.equal(weights.get('bereav'), 1);
    assert.equal(weights.get('~0'), 0.6);
    assert.equal(ask('mourning').weights.get('#grief'), 2);
  });

  it('weighs near words less than those of the same meaning, and less where the word itself is found', () => {
    assert.equal(ask('carers').weights.get('~1'), 0.24 / (1 + 1 / 20));
  });

  it('weighs a concept less that is asked for by a name', () => {
    assert.equal(ask('care act').weights.get('#policy-and-law'), 0.8);
  });

  it('lets a passage that holds a synonym count as holding the word', () => {
    assert.deepEqual(ask('bereavement').queryTerms, [
      { term: 'bereav', word: 'bereavement', synonyms: ['~0'], concepts: [] },
    ]);
  });

  it('takes the longer of two families that lie within each other', () => {
    const { weights } = ask('learning disability');
    assert.deepEqual([weights.has('~2'), weights.has('~3')], [true, false]);
  });

  it('looks for the words alone when asked to be exact', () => {
    assert.deepEqual([...ask('bereavement mourning', true).weights.keys()], ['bereav', 'mourn']);
  });

  it('corrects what neither the index nor the language knows, and says so', () => {
    assert.deepEqual(ask('agneda').corrections, [{ from: 'agneda', to: 'agenda' }]);
    assert.deepEqual(
      ask('agneda').queryTerms.map(({ word }) => word),
      ['agenda'],
    );
    assert.deepEqual(ask('stump').corrections, []);
    assert.deepEqual(ask('agneda', true).corrections, []);
  });

  it('names the concepts and families that it looked for besides', () => {
    assert.deepEqual(ask('mourning carers').alsoSearched, [
      { kind: 'concept', id: 'grief', label: 'Grief and loss' },
      { kind: 'family', id: 'carers', label: 'carers' },
    ]);
  });

  it('keeps of very many words those that the index holds', () => {
    const many = Array.from({ length: 60 }, (_, at) => `zz${at}`).join(' ');
    const { queryTerms } = ask(`${many} agenda`, true);
    assert.equal(queryTerms.length, QUERY_LIMITS.terms);
    assert.ok(queryTerms.some(({ word }) => word === 'agenda'));
  });
});
