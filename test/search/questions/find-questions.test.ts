import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passageId } from '../../../server/domain/ids.ts';
import { splitTerms } from '../../../server/language/split-terms.ts';
import { createFamilyFinder } from '../../../server/search/plan/word-families.ts';
import { createQuestionFinder } from '../../../server/search/questions/find-questions.ts';

const ASKED = [
  'can we say no to what they ask for',
  'how much do we pay members',
  'who pays for a taxi',
  'what is tokenism',
];
const findFamilies = createFamilyFinder([
  { closeness: 'same', members: ['pay', 'fee'], says: [] },
  { closeness: 'near', members: ['refuse', 'say no'], says: [] },
]);
const find = createQuestionFinder(
  ASKED.map((ask, at) => ({ ask, passage: passageId(`q${at}`) })),
  findFamilies,
);
const closest = (text: string) => {
  const words = splitTerms(text);
  const [best] = find(words, findFamilies(words)).sort((a, b) => b.closeness - a.closeness);
  return best && { ask: best.question.ask, closeness: best.closeness };
};

describe('the question that is near a query', () => {
  it('has its words, whatever else', () => {
    assert.equal(closest('what is tokenism?')?.closeness, 1);
    assert.equal(closest('tokenism')?.ask, 'what is tokenism');
    assert.equal(closest('pay for taxis')?.ask, 'who pays for a taxi');
  });

  it('may have other words of the same family, for less', () => {
    assert.equal(closest('fee for members')?.ask, 'how much do we pay members');
    const own = closest('how much do we pay members')?.closeness ?? 0;
    const other = closest('how much do we fee members')?.closeness ?? 0;
    assert.ok(other < own && other > 0.5, `${other} and ${own}`);
    assert.equal(closest('refuse what they ask')?.ask, 'can we say no to what they ask for');
  });

  it('is none where only words that most questions have are the same', () => {
    assert.equal(closest('how is the weather'), undefined);
    assert.equal(closest(''), undefined);
  });
});
