import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createCorrector } from '../../../server/search/plan/correct-spelling.ts';

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
