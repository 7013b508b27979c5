import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWordFinder } from '../../server/search/find-words.ts';

const entry = (id: string, term: string, ...also: string[]) => ({
  id,
  term,
  also,
  definition: '',
  concepts: [],
  sources: [],
});
const findWords = createWordFinder([
  entry('tokenism', 'tokenism', 'tick-box exercise'),
  entry('ehc-plan', 'education, health and care plan', 'EHC plan', 'EHCP'),
]);

describe('words of the glossary', () => {
  it('are found by their names and other forms, alone or within a question for what they mean', () => {
    for (const text of [
      'tokenism',
      'Tokenism?',
      'what is tokenism',
      "what's the meaning of tokenism",
      'define tokenism',
      'tick box exercises',
    ])
      assert.deepEqual(findWords(text, []), ['tokenism'], text);
    for (const text of ['EHCP', 'what does EHC plan mean', 'education health and care plans'])
      assert.deepEqual(findWords(text, []), ['ehc-plan'], text);
  });

  it('are found by what the search corrected', () =>
    assert.deepEqual(findWords('what is tokenizm', [{ from: 'tokenizm', to: 'tokenism' }]), ['tokenism']));

  it('are not found where more is asked than what they mean', () => {
    for (const text of ['tokenism in schools', 'how to avoid tokenism', '', 'meaning', 'plan'])
      assert.deepEqual(findWords(text, []), [], text);
  });
});
