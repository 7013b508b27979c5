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

  it('reads AND, OR and NOT of other boxes, in capitals among small letters', () => {
    assert.deepEqual(parse('trust NOT money'), { words: ['trust'], excludedTerms: ['money'] });
    assert.deepEqual(parse('trust AND money'), {
      words: ['trust', 'money'],
      required: [['trust'], ['money']],
    });
    assert.deepEqual(parse('direct payments OR budgets'), {
      words: ['direct', 'payments', 'budgets'],
      alternatives: [['direct', 'payment'], ['budget']],
    });
    assert.deepEqual(parse('(trust OR power) AND money'), {
      words: ['trust', 'power', 'money'],
      required: [['money'], ['trust', 'power']],
      alternatives: [['trust'], ['power']],
    });
    assert.deepEqual(parse('trust NOT (money OR time)'), {
      words: ['trust'],
      excludedTerms: ['money', 'time'],
    });
    assert.deepEqual(parse('trust AND NOT money'), { words: ['trust'], excludedTerms: ['money'] });
    assert.deepEqual(parse('trust -(money OR time)'), { words: ['trust'], excludedTerms: ['money', 'time'] });
    assert.deepEqual(parse('they should NOT be ignored'), {
      words: ['they', 'should', 'not', 'be', 'ignored'],
    });
    assert.deepEqual(parse('constructor toString'), { words: ['constructor', 'tostring'] });
    for (const text of ['TRUST AND MONEY', 'trust and money'])
      assert.deepEqual(parse(text), { words: ['trust', 'and', 'money'] }, text);
  });

  it('reads a plus, an exclamation mark, a long dash and a star as other boxes do', () => {
    assert.deepEqual(parse('+trust money'), { words: ['trust', 'money'], required: [['trust']] });
    assert.deepEqual(parse('grief !carers –money'), { words: ['grief'], excludedTerms: ['carer', 'money'] });
    assert.deepEqual(parse('token* women'), { words: ['token', 'women'], begun: ['token'] });
  });

  it('reads the names that other boxes have for its filters', () => {
    assert.deepEqual(parse('title:trust by:morris topic:grief country:wales'), {
      essay: ['trust'],
      author: ['morris'],
      tag: ['grief'],
      nation: ['wales'],
    });
    assert.deepEqual(parse('define:tokenism'), { words: ['tokenism'] });
  });

  it('names what it does not understand, and takes none of it for words', () => {
    assert.deepEqual(parse('site:scie.org.uk easy read filetype:pdf'), {
      words: ['easy', 'read'],
      foreign: ['site:scie.org.uk', 'filetype:pdf'],
    });
    assert.deepEqual(parse('trust NEAR/3 power'), { words: ['trust', 'power'], foreign: ['NEAR/3'] });
    assert.deepEqual(parse('trust~2 power^3'), {
      words: ['trust', 'power'],
      foreign: ['~2', '^3'],
    });
    assert.deepEqual(parse('Title: trust'), { words: ['title', 'trust'] });
    assert.deepEqual(parse('what is co-production?'), { words: ['what', 'is', 'coproduction'] });
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
