import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createDuplicateFinder, SAME_ESSAY } from '../../../scripts/importing/planning/find-duplicates.ts';

const words = (from: number, number: number) =>
  Array.from({ length: number }, (_none, index) => `word${from + index}`).join(' ');

/** What a finder that knows some texts finds for another. */
function findAmong(known: Readonly<Record<string, string>>, plain: string) {
  const finder = createDuplicateFinder<string>();
  for (const [name, text] of Object.entries(known)) finder.add({ name, plain: text });
  return finder.find(plain);
}

describe('createDuplicateFinder', () => {
  it('finds a text that it knows, and no other', () => {
    assert.deepEqual(findAmong({ rota: words(0, 60), hall: words(100, 60) }, words(0, 60)), [
      { name: 'rota', containment: 1 },
    ]);
    assert.deepEqual(findAmong({ rota: words(0, 60) }, words(100, 60)), []);
    assert.deepEqual(findAmong({}, words(0, 60)), []);
  });

  it('finds a copy with an introduction, without its end, or with a few words changed', () => {
    const essay = words(0, 200);
    for (const copy of [
      `${words(900, 80)} ${essay}`,
      words(0, 120),
      words(50, 150),
      essay.replace('word50 ', 'another ').replace('word100 ', ''),
    ]) {
      const [first] = findAmong({ essay }, copy);
      assert.ok(first && first.containment >= SAME_ESSAY, copy);
      const [back] = findAmong({ copy }, essay);
      assert.equal(back?.containment, first.containment);
    }
  });

  it('takes texts that share a quotation for different ones', () => {
    const quotation = words(500, 30);
    const [found] = findAmong({ one: `${words(0, 200)} ${quotation}` }, `${words(300, 150)} ${quotation}`);
    assert.ok(found && found.containment < SAME_ESSAY);
  });

  it('gives those that share most first', () => {
    const found = findAmong(
      { some: `${words(0, 40)} ${words(200, 60)}`, all: words(0, 100), none: words(700, 99) },
      words(0, 100),
    );
    assert.deepEqual(
      found.map(({ name }) => name),
      ['all', 'some'],
    );
  });

  it('does not compare texts that are too short', () => {
    assert.deepEqual(findAmong({ short: words(0, 13) }, words(0, 13)), []);
    assert.deepEqual(findAmong({ short: words(0, 14) }, words(0, 14)), [{ name: 'short', containment: 1 }]);
    assert.deepEqual(findAmong({ short: words(0, 3), empty: '' }, words(0, 100)), []);
    assert.deepEqual(findAmong({ empty: '' }, ''), []);
  });

  it('counts a phrase that a text repeats once', () => {
    const chant = Array.from({ length: 50 }, () => 'nothing about us without us').join(' ');
    assert.deepEqual(findAmong({ chant }, `${chant} ${words(0, 100)}`), []);
  });

  it('does not know a text under a name that it was not given', () => {
    const finder = createDuplicateFinder<{ id: number }>();
    const name = { id: 1 };
    finder.add({ name, plain: words(0, 60) });
    finder.add({ name: { id: 2 }, plain: words(0, 60) });
    assert.deepEqual(finder.find(words(0, 60)), [
      { name: { id: 1 }, containment: 1 },
      { name: { id: 2 }, containment: 1 },
    ]);
    assert.equal(finder.find(words(0, 60))[0]?.name, name);
  });

  it('gives a share from nought to one, the same both ways', () => {
    const text = fc
      .array(fc.constantFrom('we', 'ask', 'people', 'and', 'pay', 'them'), { minLength: 15, maxLength: 60 })
      .map((some) => some.join(' '));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const there = findAmong({ one }, other);
        const back = findAmong({ other }, one);
        assert.deepEqual(
          there.map(({ containment }) => containment),
          back.map(({ containment }) => containment),
        );
        for (const { containment } of there) assert.ok(containment > 0 && containment <= 1);
      }),
    );
  });
});
