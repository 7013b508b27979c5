import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findKeyPhrases } from '../../../scripts/indexing/index-file/key-phrases.ts';
import { passageId } from '../../../server/domain/ids.ts';
import { createSuggester } from '../../../server/search/suggest/suggest.ts';
import { loadContent } from '../../fixture-app.ts';

const { corpus } = await loadContent();
const suggest = createSuggester(corpus, [
  { text: 'share power', passages: 4 },
  { text: 'shared budget', passages: 2 },
]);
const textsOf = (typed: string) => suggest(typed).map(({ kind, text }) => `${kind}: ${text}`);

describe('suggestions', () => {
  it('offer concepts by any of their names, then phrases', () => {
    assert.deepEqual(textsOf('shar'), [
      'concept: Sharing power',
      'phrase: share power',
      'phrase: shared budget',
    ]);
    assert.deepEqual(textsOf('shared de'), ['concept: Sharing power']);
    assert.deepEqual(suggest('tokenism')[0], { kind: 'concept', id: 'tokenism', text: 'Tokenism' });
  });

  it('offer essays by the words of their titles', () => {
    assert.deepEqual(textsOf('kitch'), ['essay: The kitchen table']);
    assert.deepEqual(textsOf('kitchen loss'), []);
  });

  it('lead with questions that passages answer, but for one word with what has that name', () => {
    const withQuestions = createSuggester(
      {
        ...corpus,
        questions: ['what is tokenism', 'signs of tokenism in a meeting'].map((ask) => ({
          ask,
          passage: passageId('aaa1'),
        })),
      },
      [],
    );
    const kinds = (typed: string) => withQuestions(typed).map(({ kind }) => kind);
    assert.deepEqual(kinds('toke'), ['concept', 'question', 'question']);
    assert.deepEqual(withQuestions('what is tok')[0], {
      kind: 'question',
      id: 'aaa1',
      text: 'what is tokenism',
    });
  });

  it('take a word that a space follows as whole', () => {
    assert.deepEqual(textsOf('kitch '), []);
  });

  it('wait for two letters, and bear anything', () => {
    for (const typed of ['', 's', '  ', '"', '***', '\u202e', 'x'.repeat(400)])
      assert.deepEqual(suggest(typed), []);
  });
});

describe('findKeyPhrases', () => {
  it('finds what stands in two passages, whole, and not across punctuation', () => {
    const found = findKeyPhrases([
      'People share real power here. Grief, anger and loss.',
      'They share real power; grief anger.',
      'The end of the meeting.',
      'At the end of the meeting',
    ]);
    assert.deepEqual(found, [
      { text: 'end of the meeting', passages: 2 },
      { text: 'share real power', passages: 2 },
    ]);
  });
});
