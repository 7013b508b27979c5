import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findOverlaps } from '../../scripts/lab/overlap/find-overlaps.ts';

describe('findOverlaps', () => {
  const other = {
    name: 'other.txt',
    text: 'First line.\nThe group decides what is\non the agenda, and who chairs it in turn.',
  };

  it('finds the longest shared run across line ends, case and punctuation, with its places', () => {
    const checked = {
      name: 'ours.md',
      text: 'We say:\nthe group DECIDES what is on the agenda and who chairs today.',
    };
    assert.deepEqual(findOverlaps([checked], [other], 8), [
      {
        words: 'the group DECIDES what is on the agenda and who chairs',
        length: 11,
        at: 'ours.md:2',
        other: 'other.txt:2',
      },
    ]);
  });

  it('says nothing of shorter runs', () => {
    assert.deepEqual(
      findOverlaps([{ name: 'a', text: 'the group decides what is on the table' }], [other], 8),
      [],
    );
  });

  it('takes no account of addresses and citation marks', () => {
    const text =
      'See https://example.org/a/very/long/address/that/two/texts/share [@one; @two; @three; @four; @five; @six; @seven; @eight]';
    assert.deepEqual(findOverlaps([{ name: 'a', text }], [{ name: 'b', text }], 8), []);
  });
});
