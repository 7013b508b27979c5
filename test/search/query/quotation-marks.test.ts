import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { straightenQuotationMarks } from '../../../server/search/query/quotation-marks.ts';

describe('quotation marks', () => {
  const CASES: Readonly<Record<string, string>> = {
    '‘nothing about us’ law': '"nothing about us" law',
    "'nothing about us' law": '"nothing about us" law',
    '«share power» „trust“ ＂time＂': '"share power" "trust" "time"',
    "carers' views and users' needs": "carers' views and users' needs",
    '‘carers’ needs’': '"carers’ needs"',
    '‘lip service’ and carers’ needs': '"lip service" and carers’ needs',
    "don't say 'no' to me": `don't say "no" to me`,
    "'cause I said 'no way'": `'cause I said "no way"`,
    "the '90s 'free market'": `the '90s "free market"`,
    "rock 'n' roll": "rock 'n' roll",
    '“it’s ‘our’ meeting”': '"it’s ‘our’ meeting"',
  };
  for (const [typed, straight] of Object.entries(CASES))
    it(`of ${typed} are ${straight}`, () => assert.equal(straightenQuotationMarks(typed), straight));

  it('are read of copied entities too', () => {
    assert.equal(straightenQuotationMarks('&quot;share power&quot;').replace(/\s+/g, ' '), '" share power" ');
  });

  it('leave the length as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        assert.equal(straightenQuotationMarks(text).length, text.length);
      }),
    );
  });
});
