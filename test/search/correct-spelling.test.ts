import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { countSlips, createCorrector } from '../../server/search/correct-spelling.ts';

const known = new Map([
  ['bereavement', 9],
  ['commissioning', 20],
  ['carers', 30],
  ['parliamentary', 2],
  ['lived', 12],
  ['experience', 40],
  ['grief', 15],
  ['brief', 3],
  ['can', 90],
  ['carry', 9],
  ['consultation', 5],
]);
const correct = createCorrector(known, (word) => ['jump', 'parliament', 'wearers'].includes(word));

describe('the corrector', () => {
  const CASES: Readonly<Record<string, string | undefined>> = {
    beraevement: 'bereavement',
    comissioning: 'commissioning',
    greif: 'grief',
    carrers: 'carers',
    bereevmint: 'bereavement',
    livedexperience: 'lived experience',
    experi: 'experience',
    parliament: undefined,
    consultashun: 'consultation',
    carr: undefined,
    barrister: undefined,
    wearers: undefined,
    jump: undefined,
    cahn: undefined,
    ab: undefined,
    '2019x': undefined,
  };
  for (const [typed, meant] of Object.entries(CASES)) {
    it(`makes ${meant ?? 'nothing'} of ${typed}`, () => assert.equal(correct(typed), meant));
  }

  it('forgives a name one slip only', () => {
    const names = createCorrector(
      new Map([
        ['griffiths', 5],
        ['board', 20],
      ]),
      () => false,
    );
    assert.deepEqual([names('griffths', true), names('bovaird', true)], ['griffiths', undefined]);
  });

  it('bears any word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (word) => {
        const to = correct(word);
        assert.ok(to === undefined || to.split(' ').every((part) => known.has(part)));
      }),
    );
  });
});

describe('countSlips', () => {
  it('counts letters wrong, missing, too many and swapped', () => {
    assert.deepEqual(
      [countSlips('grief', 'greif', 2), countSlips('carer', 'carers', 2), countSlips('abcd', 'wxyz', 2)],
      [1, 1, 3],
    );
  });

  it('is the same both ways', () => {
    const word = fc.stringMatching(/^[a-d]{0,8}$/);
    fc.assert(fc.property(word, word, (a, b) => assert.equal(countSlips(a, b, 9), countSlips(b, a, 9))));
  });
});
