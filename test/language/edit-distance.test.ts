import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { editDistance } from '../../server/language/edit-distance.ts';

describe('editDistance', () => {
  it('counts letters wrong, missing, too many and swapped', () => {
    assert.deepEqual(
      [
        editDistance('grief', 'greif', 2),
        editDistance('carer', 'carers', 2),
        editDistance('abcd', 'wxyz', 2),
      ],
      [1, 1, 3],
    );
  });

  it('is the same both ways', () => {
    const word = fc.stringMatching(/^[a-d]{0,8}$/);
    fc.assert(fc.property(word, word, (a, b) => assert.equal(editDistance(a, b, 9), editDistance(b, a, 9))));
  });
});
