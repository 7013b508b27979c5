import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { invertedName, joinNames, shortName } from '../../server/citation/format-names.ts';
import { parseName } from '../../server/domain/name.ts';
import { PERSON_NAMES } from '../domain/printed-names.ts';

const inverted = (printed: string) => invertedName(parseName(printed));

describe('joinNames', () => {
  it('joins names as a sentence does', () => {
    assert.deepEqual([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(joinNames), [
      '',
      'A',
      'A and B',
      'A, B and C',
    ]);
  });
});

describe('invertedName', () => {
  it('puts the family name first, with its particles', () => {
    assert.deepEqual(
      [
        'Jan van der Example',
        'Ana María de la Sample',
        'Ada von Sample',
        'Ben De Sample',
        'Ursula K. Le Example',
        'Ben O’Sample',
        'Ben MacSample',
        'Jane St Sample',
        'Sinéad Ní Shampla',
        'Émilie d’Exemple',
        'María José Ejemplo y Muestra',
        'Ada Sample-Example',
      ].map(inverted),
      [
        'van der Example, J.',
        'de la Sample, A.M.',
        'von Sample, A.',
        'De Sample, B.',
        'Le Example, U.K.',
        'O’Sample, B.',
        'MacSample, B.',
        'St Sample, J.',
        'Ní Shampla, S.',
        'd’Exemple, É.',
        'Ejemplo y Muestra, M.J.',
        'Sample-Example, A.',
      ],
    );
  });

  it('makes initials of names with hyphens, of initials with stops and without, and of capitals', () => {
    assert.deepEqual(
      [
        'Anne-Marie Sample',
        'J.-P. Sample',
        'A. B. Sample',
        'A.B. Sample',
        'A B Sample',
        'AB Sample',
        'ADA SAMPLE',
      ].map(inverted),
      [
        'Sample, A.-M.',
        'Sample, J.-P.',
        'Sample, A.B.',
        'Sample, A.B.',
        'Sample, A.B.',
        'Sample, A.B.',
        'SAMPLE, A.',
      ],
    );
  });

  it('leaves titles and honours out, and a generation in', () => {
    assert.deepEqual(
      [
        'Prof. Dame Ada Sample, OBE, PhD',
        'Cllr Ada Sample',
        'Ada Sample MBE',
        'Ada Sample Jr',
        'Ada Sample III',
      ].map(inverted),
      ['Sample, A.', 'Sample, A.', 'Sample, A.', 'Sample, A., Jr', 'Sample, A., III'],
    );
  });

  it('keeps the case that a name is written in', () => {
    assert.equal(invertedName({ family: 'hooks', given: 'bell' }), 'hooks, b.');
  });

  it('keeps every letter of the family name, and a body’s name whole', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(name, fc.option(name), (words, given) => {
        assert.equal(invertedName({ literal: words }), words);
        assert.ok(invertedName({ family: words, ...(given !== null && { given }) }).startsWith(words));
      }),
    );
    for (const printed of PERSON_NAMES) {
      const family = shortName(parseName(printed));
      assert.ok(printed.replace(/ Jr$/, '').endsWith(family), printed);
    }
  });
});
