import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupByLetter } from '../../server/http/views/group-by-letter.ts';

describe('groups by first letters', () => {
  it('take capitals and accents for the letter itself, and pass marks over', () => {
    const names = ['“A title”', 'agenda', 'Équipe', 'e-mail', '4Pi', '2013 report'];
    assert.deepEqual(
      groupByLetter(names, (name) => name).map(({ letter, entries }) => [letter, entries.length]),
      [
        ['A', 2],
        ['E', 2],
        ['0-9', 2],
      ],
    );
  });
});
