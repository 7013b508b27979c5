import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meanInterval } from '../../scripts/lab/evaluation/bootstrap.ts';

describe('meanInterval', () => {
  it('of a constant difference is that constant', () => {
    assert.deepEqual(meanInterval(Array.from({ length: 30 }, () => 0.25)), { low: 0.25, high: 0.25 });
  });

  it('of differences that cancel out straddles 0, alike on both sides', () => {
    const { low, high } = meanInterval(Array.from({ length: 100 }, (_, place) => (place % 2 === 0 ? 1 : -1)));
    assert.ok(low < 0 && high > 0, `${low} to ${high}`);
    assert.ok(Math.abs(low + high) < 0.05, `${low} to ${high}`);
  });

  it('is about as wide as theory says', () => {
    // Of 400 values, half 0 and half 1, the mean has a standard error of .5 / 20.
    const { low, high } = meanInterval(Array.from({ length: 400 }, (_, place) => place % 2));
    assert.ok(Math.abs(low - (0.5 - 1.96 * 0.025)) < 0.006, String(low));
    assert.ok(Math.abs(high - (0.5 + 1.96 * 0.025)) < 0.006, String(high));
  });

  it('is the same for the same values', () => {
    const values = [0.1, 0.9, 0.4, 0.3];
    assert.deepEqual(meanInterval(values), meanInterval(values));
  });

  it('refuses to say anything of nothing', () => {
    assert.throws(() => meanInterval([]), /Nothing was measured/);
  });
});
