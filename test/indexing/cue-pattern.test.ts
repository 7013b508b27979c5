import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCuePattern, patternKey } from '../../scripts/indexing/tagging/cue-pattern.ts';
import { findCue, toCueText } from '../../scripts/indexing/tagging/find-cue.ts';

const SETS = { give: ['share', 'hand over', 'give up'], staff: ['manager*', 'officer*'] };

/** The printed words that a pattern finds in a text. */
function found(source: string, text: string): string[][] {
  const pattern = parseCuePattern(source, SETS);
  if ('reason' in pattern) throw new Error(pattern.reason);
  return findCue(pattern, toCueText(text)).map((match) =>
    match.map(({ start, end }) => text.slice(start, end)),
  );
}

describe('a cue pattern', () => {
  it('finds words side by side, in any form of each', () => {
    assert.deepEqual(found('tick box', 'A box-ticking day of ticking boxes.'), [['ticking boxes']]);
  });

  it('finds either of two words', () => {
    assert.deepEqual(found('tick|check box', 'Check the box. Check boxes.'), [['Check boxes']]);
  });

  it('bridges up to five words with “..”, within one sentence', () => {
    assert.deepEqual(found('hand .. power', 'They hand at long last some real power on.'), [
      ['hand at long last some real power'],
    ]);
    assert.deepEqual(found('hand .. power', 'hand one two three four five six power'), []);
    assert.deepEqual(found('hand .. power', 'By hand. Power stays.'), []);
  });

  it('finds the parts of “&” in one sentence, in any order', () => {
    assert.deepEqual(found('power & manager', 'Managers keep the power. Power came.'), [
      ['power', 'Managers'],
    ]);
  });

  it('finds any word that begins as one with “*”, and exactly the word with “=”', () => {
    assert.deepEqual(found('token*', 'Tokenistic, token.'), [['Tokenistic']]);
    assert.deepEqual(found('=lead', 'Leading, lead.'), [['lead']]);
  });

  it('takes only the last of words joined by hyphens for a beginning', () => {
    assert.deepEqual(found('ex-carer*', 'Ex-carers met. Experienced carers met.'), [['Ex-carers']]);
  });

  it('finds any entry of a set, also of several words', () => {
    assert.deepEqual(found('@give power', 'They gave up power. They will hand over power.'), [
      ['hand over power'],
    ]);
    assert.deepEqual(found('@staff .. @give', 'The managers share.'), [['managers share']]);
  });

  it('finds co-production in all its spellings', () => {
    assert.deepEqual(found('coproduction', 'Co production, they said.'), [['Co production']]);
  });

  it('is refused with a reason when it cannot be read', () => {
    assert.deepEqual(parseCuePattern('@gone power', SETS), { reason: 'there is no set "@gone"' });
    assert.deepEqual(parseCuePattern('@constructor power', SETS), {
      reason: 'there is no set "@constructor"',
    });
    assert.deepEqual(parseCuePattern('.. power', SETS), {
      reason: '".. power" must not begin or end with a gap',
    });
    assert.deepEqual(parseCuePattern('!!', SETS), { reason: '"!!" holds no word' });
    assert.deepEqual(parseCuePattern('power & "@staff', SETS), {
      reason: '`power & "@staff` has a stray quotation mark; take it out',
    });
    assert.deepEqual(parseCuePattern('hand || power', SETS), {
      reason: '"||" has an empty option: a "|" with no word beside it',
    });
    assert.deepEqual(parseCuePattern('power &', SETS), {
      reason: '"power &" has nothing on one side of "&"',
    });
  });
});

describe('patternKey', () => {
  const key = (source: string): string => {
    const pattern = parseCuePattern(source, SETS);
    if ('reason' in pattern) throw new Error(pattern.reason);
    return patternKey(pattern);
  };

  it('is the same for patterns that find the same words', () => {
    assert.equal(key('ticking|check boxes'), key('check|ticks box'));
    assert.equal(key('tick-box'), key('tick box'));
    assert.equal(key('power & @staff'), key('officer*|manager* & powers'));
  });

  it('differs where the words, their order or how they are sought differ', () => {
    const sources = ['tick box', 'box tick', 'tick .. box', 'tick & box', '=tick box', 'tick* box'];
    assert.equal(new Set(sources.map(key)).size, sources.length);
  });
});
