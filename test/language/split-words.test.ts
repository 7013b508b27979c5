import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { splitTerms } from '../../server/language/split-terms.ts';
import { countWords, splitWords } from '../../server/language/split-words.ts';

const normals = (text: string) => splitWords(text).map(({ normal }) => normal);
const terms = (text: string) => splitTerms(text).map(({ term }) => term);

describe('splitWords', () => {
  it('lowers case, drops accents, apostrophes and possessive endings', () => {
    assert.deepEqual(normals('The CARER’s cliché: don’t!'), ['the', 'carer', 'cliche', 'dont']);
  });

  it('makes one word of co-production in all its spellings', () => {
    for (const text of ['co-production', 'Co-production', 'coproduction', 'co production', 'co‑production']) {
      assert.deepEqual(normals(text), ['coproduction'], text);
    }
  });

  it('joins “co” to any word after a hyphen, but only to words of this field after a space', () => {
    assert.deepEqual(normals('a co-op’s production line'), ['a', 'coop', 'production', 'line']);
    assert.deepEqual(normals('Smith and Co visited'), ['smith', 'and', 'co', 'visited']);
    assert.deepEqual(normals('they co design it'), ['they', 'codesign', 'it']);
  });

  it('divides words at other hyphens', () => {
    assert.deepEqual(normals('box-ticking'), ['box', 'ticking']);
  });

  it('gives places from which the printed words can be cut out, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let end = 0;
        for (const word of splitWords(text)) {
          assert.ok(word.start >= end && word.end > word.start && word.end <= text.length);
          assert.notEqual(word.normal, '');
          end = word.end;
        }
      }),
    );
  });

  it('counts words as a reader does', () => {
    assert.equal(countWords('It’s a well-run, co-produced group.'), 7);
    assert.equal(countWords(' – … '), 0);
  });
});

describe('splitTerms', () => {
  it('gives forms of a word one term', () => {
    assert.deepEqual(terms('grieve grieving grieved'), ['griev', 'griev', 'griev']);
  });

  it('gives co-production, co-produce, co-produced and coproducing one term', () => {
    const all = terms('co-production co-produce co-produced coproducing co-productive co producing');
    assert.deepEqual(new Set(all), new Set(['coproduc']));
  });

  it('takes -ise and -ize as one spelling', () => {
    assert.deepEqual(terms('organise organize organisation organization'), [
      'organis',
      'organis',
      'organis',
      'organis',
    ]);
    assert.deepEqual(terms('prize size'), ['prize', 'size']);
  });
});
