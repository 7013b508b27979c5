import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tinyCorpus, tinyIndex } from '../tiny-corpus.ts';

const impactsOf = (index: ReturnType<typeof tinyIndex>, term: string): Record<number, number> => {
  const { docIds, impacts } = index.postingsOf(term) ?? assert.fail(`nothing holds ${term}`);
  return Object.fromEntries([...docIds].map((docId, at) => [docId, impacts[at] ?? 0]));
};

describe('the postings', () => {
  it('list the documents of a term in any form, ascending, each once', () => {
    const index = tinyIndex(tinyCorpus(['They grieve, and grieving helps.', 'Anger.', 'We grieve.']));
    assert.deepEqual([...(index.postingsOf('griev')?.docIds ?? [])], [0, 2]);
    assert.equal(index.documentFrequency('griev'), 2);
    assert.equal(index.postingsOf('joy'), undefined);
  });

  it('weigh a term more where it comes back, and less in a longer text', () => {
    const filler = Array.from({ length: 30 }, (_, at) => `word${at}`).join(' ');
    const impacts = impactsOf(
      tinyIndex(tinyCorpus(['Grief and grief.', 'Grief and anger.', `Grief. ${filler}`, 'Other words.'])),
      'grief',
    );
    assert.ok((impacts[0] ?? 0) > (impacts[1] ?? 0) && (impacts[1] ?? 0) > (impacts[2] ?? 0));
  });

  it('weigh a rare term more than a common one', () => {
    const index = tinyIndex(tinyCorpus(['power trust', 'power', 'power', 'other']));
    assert.ok((impactsOf(index, 'trust')[0] ?? 0) > (impactsOf(index, 'power')[0] ?? 0));
  });

  it('hold headings, titles and names, each for less than the text', () => {
    const impacts = impactsOf(
      tinyIndex(
        tinyCorpus(
          [
            { text: 'trust', essay: 'a' },
            { text: 'one', essay: 'b', headings: ['trust'] },
            { text: 'two', essay: 'c' },
            { text: 'three', essay: 'd' },
          ],
          { essays: { c: { title: 'trust' } } },
        ),
      ),
      'trust',
    );
    assert.deepEqual(Object.keys(impacts), ['0', '1', '2']);
    assert.ok((impacts[0] ?? 0) > (impacts[1] ?? 0));
  });

  it('divide a title among the passages of its essay', () => {
    const alone = impactsOf(
      tinyIndex(
        tinyCorpus(
          [
            { text: 'one', essay: 'a' },
            { text: 'two', essay: 'b' },
            { text: 'three', essay: 'b' },
          ],
          {
            essays: { a: { title: 'grief' }, b: { title: 'grief' } },
          },
        ),
      ),
      'grief',
    );
    assert.ok((alone[0] ?? 0) > (alone[1] ?? 0));
    assert.equal(alone[1], alone[2]);
  });

  it('weigh a concept by the strength of its tag', () => {
    const corpus = tinyCorpus([{ text: 'one', tags: ['grief'] }, { text: 'two', tags: ['grief'] }, 'three'], {
      concepts: [{ id: 'grief', prefLabel: 'Grief' }],
    });
    const [first, ...others] = corpus.passages;
    const strong = first && { ...first, tags: first.tags.map((tag) => ({ ...tag, strength: 4 })) };
    const impacts = impactsOf(
      tinyIndex({ ...corpus, passages: strong ? [strong, ...others] : [] }),
      '#grief',
    );
    assert.ok((impacts[0] ?? 0) > (impacts[1] ?? 0));
  });
});

describe('the index', () => {
  it('finds a phrase in order, and tells printed words from inflected ones', () => {
    const index = tinyIndex(tinyCorpus(['People share power.', 'Sharing power is hard.', 'Power to share.']));
    assert.deepEqual(
      [...index.findPhrase(['share', 'power'])],
      [
        [0, 'printed'],
        [1, 'inflected'],
      ],
    );
    assert.deepEqual([...index.findPhrase(['share', 'power'], { within: [1, 2] })], [[1, 'inflected']]);
  });

  it('finds no phrase across two headings', () => {
    const index = tinyIndex(tinyCorpus([{ text: 'one', headings: ['Who shares', 'power here'] }]));
    assert.deepEqual([...index.findPhrase(['shares', 'power'])], []);
    assert.deepEqual([...index.findPhrase(['power', 'here'])], [[0, 'printed']]);
    assert.deepEqual([...index.findPhrase(['power', 'here'], { fields: ['body'] })], []);
  });

  it('refuses an index of other passages', () => {
    const one = tinyCorpus(['one']);
    assert.throws(
      () => tinyIndex({ ...one, passages: [...one.passages, ...one.passages], essays: [] }),
      /not in the corpus/,
    );
  });
});
