import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createPlanner } from '../../../server/search/plan/plan-query.ts';
import { tinyCorpus, tinyIndex } from '../tiny-corpus.ts';

const FILLER = Array.from({ length: 10 }, (_, at) => `Filler number ${at} on the staff rota.`);
const corpus = tinyCorpus(
  [
    'The minutes record each decision.',
    'Notes were written up later.',
    'A hat hung in the hall.',
    'Carers Trust Wales asked.',
    ...FILLER,
  ],
  {
    wordFamilies: [
      {
        closeness: 'near',
        members: ['who writes it up', 'note taker'],
        says: ['minutes', 'record', 'staff', 'absent'],
      },
      { closeness: 'near', members: ['old hat', 'nothing new'], says: ['decision'] },
      { closeness: 'near', members: ['trust', 'faith'], says: ['minutes'] },
    ],
  },
);
const plan = createPlanner(corpus, tinyIndex(corpus), () => true);
const wordsOf = (text: string, without: string[] = []) =>
  plan({ text, isExact: false, without }).alsoSearched.flatMap((also) =>
    also.kind === 'word' ? [`${also.label} because of ${also.because}`] : [],
  );

describe('plain words', () => {
  it('are looked for because of a member of their family, and the other members’ words with them', () => {
    assert.deepEqual(wordsOf('who writes it up'), [
      'minutes because of who writes it up',
      'record because of who writes it up',
      'note because of who writes it up',
    ]);
    const { weights } = plan({ text: 'who writes it up', isExact: false });
    assert.deepEqual([weights.get('minut'), weights.get('note')], [0.8, 0.4]);
  });

  it('are none that most passages or no passage print, and none that was typed', () => {
    assert.ok(!wordsOf('who writes it up').some((word) => /staff|absent/.test(word)));
    assert.ok(!wordsOf('who writes it up in the minutes').some((word) => /^minutes/.test(word)));
  });

  it('are none for a name, in an exact search, or where the reader leaves them out', () => {
    assert.deepEqual(wordsOf('faith'), ['minutes because of faith', 'trust because of faith']);
    assert.deepEqual(wordsOf('the Carers Trust'), []);
    assert.deepEqual(wordsOf('Trust'), ['minutes because of trust']);
    assert.deepEqual(plan({ text: 'faith', isExact: true }).alsoSearched, []);
    assert.deepEqual(wordsOf('faith', ['minutes']), ['trust because of faith']);
  });

  it('let the single words of an idiom weigh little, unless a passage prints it', () => {
    const { weights } = plan({ text: 'that is old hat', isExact: false });
    assert.equal(weights.get('hat'), 0.5);
    assert.equal(plan({ text: 'a hat', isExact: false }).weights.get('hat'), 1);
  });

  it('do not count as words that the query has', () => {
    const { queryTerms } = plan({ text: 'old hat', isExact: false });
    assert.deepEqual(
      queryTerms.map(({ synonyms }) => synonyms),
      [[], []],
    );
  });
});
