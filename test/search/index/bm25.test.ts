import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { idf, saturate } from '../../../server/search/index/bm25.ts';

describe('idf', () => {
  it('is that of BM25, with 1 inside the logarithm', () => {
    assert.equal(idf(1, 10), Math.log(1 + 9.5 / 1.5));
    assert.equal(idf(10, 10), Math.log(1 + 0.5 / 10.5));
  });

  it('falls the more documents hold a term, and never below 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (frequency, more) => {
        const count = frequency + more;
        assert.ok(idf(frequency, count) > idf(count, count) && idf(count, count) > 0);
      }),
    );
  });
});

describe('saturation', () => {
  it('counts a term that stands once in a field of average length as d + 1', () => {
    assert.equal(saturate(1, 50, 50), 1.5);
  });

  it('counts repeating less and less, and less in longer fields', () => {
    const twice = saturate(2, 50, 50) - saturate(1, 50, 50);
    const thrice = saturate(3, 50, 50) - saturate(2, 50, 50);
    assert.ok(twice > thrice && thrice > 0);
    assert.ok(saturate(1, 100, 50) < saturate(1, 50, 50));
  });
});
