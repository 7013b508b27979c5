import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passageId } from '../../../server/domain/ids.ts';
import { addEssayContext } from '../../../server/search/ranking/essay-context.ts';
import { raiseAnswers } from '../../../server/search/ranking/raise-answers.ts';

const ranking = (scores: number[], docIds = [...scores.keys()]) => ({
  docIds,
  scores: Float32Array.from(scores),
  hasAllWords: () => true,
  hasRequired: () => true,
});
const found = (passage: number, closeness: number, order?: number) => ({
  question: { ask: 'why', passage: passageId(`p${passage}`), ...(order !== undefined && { order }) },
  closeness,
  isMeant: closeness >= 0.7,
});
const docIdOf = ({ passage }: { readonly passage: string }) => Number(passage.slice(1));

describe('passages that answer a question like the query', () => {
  it('are raised by how near it is, above better matches of words', () => {
    const one = ranking([10, 4, 1]);
    const meant = raiseAnswers(one, [found(1, 0.9), found(2, 0.4)], docIdOf, false);
    assert.ok((one.scores[1] ?? 0) > (one.scores[0] ?? 0));
    assert.deepEqual([...meant.keys()], [1]);
  });

  it('are listed without any of the words only if it is near', () => {
    const one = ranking([10, 0, 0], [0]);
    raiseAnswers(one, [found(1, 0.6), found(2, 0.35)], docIdOf, false);
    assert.deepEqual(one.docIds, [0, 1]);
  });

  it('come in the order that the editor gives, where they answer the same', () => {
    const one = ranking([5, 5]);
    raiseAnswers(one, [found(0, 1, 2), found(1, 1, 1)], docIdOf, false);
    assert.ok((one.scores[1] ?? 0) > (one.scores[0] ?? 0));
  });

  it('are raised less for a name', () => {
    const [words, name] = [ranking([10, 4]), ranking([10, 4])];
    raiseAnswers(words, [found(1, 0.8)], docIdOf, false);
    raiseAnswers(name, [found(1, 0.8)], docIdOf, true);
    assert.ok((name.scores[1] ?? 0) < (words.scores[1] ?? 0));
  });
});

describe('the context of the essay', () => {
  it('raises a passage among good ones above an equal one that stands alone', () => {
    const one = ranking([5, 5, 4, 4]);
    assert.deepEqual(addEssayContext(one, Uint32Array.from([0, 1, 1, 1])), [1, 0]);
    assert.ok((one.scores[1] ?? 0) > (one.scores[0] ?? 0));
  });

  it('changes no order where each essay is one passage', () => {
    const one = ranking([5, 3, 4]);
    addEssayContext(one, Uint32Array.from([0, 1, 2]));
    assert.deepEqual(
      [...one.docIds].sort((a, b) => (one.scores[b] ?? 0) - (one.scores[a] ?? 0)),
      [0, 2, 1],
    );
  });
});
