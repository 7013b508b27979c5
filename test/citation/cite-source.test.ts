import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { harvardReference, inTextLabel } from '../../server/citation/cite-source.ts';
import { bylineName, joinNames } from '../../server/citation/format-names.ts';
import { sourceId } from '../../server/domain/ids.ts';
import type { Source } from '../../server/domain/source.ts';

const source = (fields: Partial<Source>): Source => ({
  ...{ id: sourceId('x'), type: 'report', title: 'On tables', author: [], editor: [] },
  ...fields,
});
const sample = { family: 'Sample', given: 'Carla Dee' };
const written = (fields: Partial<Source>) =>
  harvardReference(source(fields))
    .map(({ text, italic }) => (italic ? `_${text}_` : text))
    .join('');

describe('harvardReference', () => {
  it('gives a report its title in italics, publisher and address', () => {
    assert.equal(
      written({
        author: [sample, { literal: 'The Table Society' }],
        issued: { year: 2013 },
        publisher: 'Table Press',
        url: 'https://example.org/t',
      }),
      'Sample, C.D. and The Table Society (2013) _On tables_. Table Press. Available at: https://example.org/t.',
    );
  });

  it('gives an article its journal in italics, volume, issue and pages, and its DOI before an address', () => {
    assert.equal(
      written({
        type: 'article-journal',
        author: [sample],
        issued: { year: 2013, month: 5, day: 2 },
        containerTitle: 'Journal of Tables',
        volume: '2',
        issue: '3',
        page: '4-9',
        publisher: 'Not shown',
        doi: '10.1/x',
        url: 'https://example.org/copy',
      }),
      'Sample, C.D. (2013) ‘On tables’, _Journal of Tables_, 2(3), pp. 4–9. Available at: https://doi.org/10.1/x.',
    );
  });

  it('gives a blog post its day', () => {
    assert.equal(
      written({
        type: 'post-weblog',
        author: [sample],
        issued: { year: 2019, month: 5, day: 23 },
        containerTitle: 'A blog',
      }),
      'Sample, C.D. (2019) ‘On tables’, _A blog_, 23 May.',
    );
  });

  it('starts with the title where no author is named, and says so where no date is', () => {
    assert.equal(written({}), '_On tables_ (no date).');
    assert.equal(written({ issued: { literal: 'about 2013' } }), '_On tables_ (about 2013).');
  });
});

describe('inTextLabel', () => {
  it('names up to three, else the first and others', () => {
    const names = ['A', 'B', 'C', 'D'].map((family) => ({ family }));
    const label = (count: number) =>
      inTextLabel(source({ author: names.slice(0, count), issued: { year: 2013 } }));
    assert.deepEqual([1, 2, 3, 4].map(label), [
      'A, 2013',
      'A and B, 2013',
      'A, B and C, 2013',
      'A and others, 2013',
    ]);
  });

  it('takes the title where no author is named', () => {
    assert.equal(inTextLabel(source({ title: 'On tables: a study' })), '“On tables”, no date');
  });
});

describe('names', () => {
  it('joins them as a sentence does', () => {
    assert.deepEqual([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(joinNames), [
      '',
      'A',
      'A and B',
      'A, B and C',
    ]);
  });

  it('takes a byline for a person only where it looks like one', () => {
    assert.deepEqual(bylineName({ name: 'Dr Ada Example' }), { family: 'Example', given: 'Ada' });
    assert.deepEqual(bylineName({ name: 'Niccola Hutchinson-Pascal' }), {
      family: 'Hutchinson-Pascal',
      given: 'Niccola',
    });
    assert.deepEqual(bylineName({ name: 'On Equal Terms' }), { literal: 'On Equal Terms' });
    assert.deepEqual(bylineName({ name: 'A member of a group (not named)' }), {
      literal: 'A member of a group (not named)',
    });
  });
});
