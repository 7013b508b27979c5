import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseQuery } from '../../../server/search/query/parse-query.ts';

const parse = (text: string) => {
  const {
    words,
    filters,
    excludedFilters,
    isCut: _isCut,
    isAnyPhrase: _any,
    names: _names,
    ...rest
  } = parseQuery(text);
  const excluded = Object.entries(excludedFilters).map(([name, list]) => [`-${name}`, list] as const);
  const all = {
    words: words.map(({ normal }) => normal),
    ...rest,
    ...filters,
    ...Object.fromEntries(excluded),
  };
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0));
};

describe('parseQuery', () => {
  it('reads words, and co production as one', () => {
    assert.deepEqual(parse('Why co production, really?'), { words: ['why', 'coproduction', 'really'] });
  });

  it('reads phrases in straight and curly quotation marks, beside words', () => {
    assert.deepEqual(parse('trust "share power" “equal terms” now'), {
      words: ['trust', 'now'],
      phrases: [
        ['share', 'power'],
        ['equal', 'terms'],
      ],
    });
  });

  it('takes an open quotation mark for closed at the end', () => {
    assert.deepEqual(parse('trust "share power'), { words: ['trust'], phrases: [['share', 'power']] });
    assert.deepEqual(parse('"'), {});
  });

  it('excludes words and phrases after a minus, but not within a word', () => {
    assert.deepEqual(parse('grief -carers -"in our words" well-being'), {
      words: ['grief', 'well', 'being'],
      excludedTerms: ['carer'],
      excludedPhrases: [['in', 'our', 'words']],
    });
    assert.deepEqual(parse('a - b'), { words: ['a', 'b'] });
  });

  it('reads tag:, author: and in:', () => {
    assert.deepEqual(parse('anger tag:grief author:"Jenny Morris" IN:“A long loss” tag:'), {
      words: ['anger', 'tag'],
      tag: ['grief'],
      author: ['Jenny Morris'],
      essay: ['A long loss'],
    });
  });

  it('reads a minus before a filter', () => {
    assert.deepEqual(parse('anger -tag:grief -author:"Ada Example" -in:loss'), {
      words: ['anger'],
      '-tag': ['grief'],
      '-author': ['Ada Example'],
      '-essay': ['loss'],
    });
  });

  it('fails on nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => parseQuery(text) !== undefined),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', '“', '-', 'tag:', ' ', 'a', 'in:', ':', '”', '((', '*'), {
          maxLength: 80,
        }),
        (parts) => parseQuery(parts.join('')) !== undefined,
      ),
    );
  });
});
