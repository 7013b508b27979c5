import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inTextLabel } from '../../server/citation/in-text-label.ts';
import { orderBibliography } from '../../server/citation/order-bibliography.ts';
import { sourceId } from '../../server/domain/ids.ts';
import type { Source } from '../../server/domain/source.ts';
import { CARLA, cslSource, dated } from './csl-source.ts';

const work = (id: string, title: string, fields: Partial<Source> = {}): Source =>
  cslSource({ id: sourceId(id), title, author: [CARLA], ...dated(2013), ...fields });
const labelled = (sources: readonly Source[]) =>
  orderBibliography(sources).map((source) => `${source.id}: ${inTextLabel(source)}`);

describe('inTextLabel', () => {
  it('names up to three, else the first and others', () => {
    const names = ['A', 'B', 'C', 'D'].map((family) => ({ family }));
    const label = (count: number) => inTextLabel(work('x', 'On tables', { author: names.slice(0, count) }));
    assert.deepEqual([1, 2, 3, 4].map(label), [
      'A, 2013',
      'A and B, 2013',
      'A, B and C, 2013',
      'A and others, 2013',
    ]);
  });

  it('takes the title where no author is named, up to where its second part begins', () => {
    const label = (title: string) => inTextLabel(cslSource({ title }));
    assert.equal(label('On tables: a study'), '“On tables”, no date');
    assert.equal(label('WCAG 2.2 at table.org'), '“WCAG 2.2 at table.org”, no date');
    assert.equal(label('“Good” tables'), '“‘Good’ tables”, no date');
  });

  it('calls an Act by its title, in which the year is', () => {
    const act = { type: 'legislation', title: 'Care Act 2014', ...dated(2014) };
    assert.equal(inTextLabel(cslSource(act)), 'Care Act 2014');
    assert.equal(inTextLabel(cslSource({ ...act, title: 'Care Act' })), 'Care Act 2014');
  });
});

describe('orderBibliography', () => {
  it('gives works of one author and year letters in the order of their titles', () => {
    assert.deepEqual(labelled([work('x', 'On tables'), work('y', '“Chairs”'), work('z', 'On beds')]), [
      'y: Sample, 2013a',
      'z: Sample, 2013b',
      'x: Sample, 2013c',
    ]);
  });

  it('gives letters to works without a date, and none to a work that stands alone', () => {
    const { issued, ...undated } = work('x', 'On tables');
    assert.deepEqual(
      labelled([undated, { ...undated, id: sourceId('y'), title: 'Chairs' }, work('z', 'Beds')]),
      ['z: Sample, 2013', 'y: Sample, no date a', 'x: Sample, no date b'],
    );
  });

  it('tells works apart that a text would call by the same words, whoever else wrote them', () => {
    const withOthers = (...others: string[]) => ({
      author: [CARLA, ...others.map((family) => ({ family }))],
    });
    assert.deepEqual(
      labelled([
        work('x', 'On tables', withOthers('A', 'B', 'C')),
        work('y', 'Chairs', withOthers('D', 'E', 'F')),
      ]),
      ['y: Sample and others, 2013a', 'x: Sample and others, 2013b'],
    );
  });

  it('gives Acts no letters', () => {
    const act = { type: 'legislation', author: [] };
    assert.deepEqual(labelled([work('x', 'Care Act 2013', act), work('y', 'Care Act 2013', act)]), [
      'x: Care Act 2013',
      'y: Care Act 2013',
    ]);
  });

  it('goes on with aa after z', () => {
    const titles = Array.from({ length: 28 }, (_, index) => `Table ${String(index).padStart(2, '0')}`);
    const letters = orderBibliography(titles.map((title, index) => work(`x${index}`, title))).map(
      (source) => source['year-suffix'],
    );
    assert.deepEqual([letters[0], letters[25], letters[26], letters[27]], ['a', 'z', 'aa', 'ab']);
  });

  it('is the same whatever order the works stand in, and gives no two works one label', () => {
    const works = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{3}$/),
        title: fc.constantFrom('On tables', 'Chairs', 'Beds'),
        family: fc.constantFrom('Sample', 'Example'),
        year: fc.constantFrom(2012, 2013),
      }),
      { selector: ({ id }) => id, maxLength: 60 },
    );
    fc.assert(
      fc.property(works, (some) => {
        const sources = some.map(({ id, title, family, year }) =>
          work(id, title, { author: [{ family }], ...dated(year) }),
        );
        const labels = labelled(sources);
        assert.deepEqual(labelled(sources.toReversed()), labels);
        assert.equal(new Set(orderBibliography(sources).map(inTextLabel)).size, sources.length);
      }),
    );
  });
});
