import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseLabelled, scoreTagging } from '../../scripts/lab/evaluation/score-tagging.ts';

const LABELLED = parseLabelled(
  [
    '{"id":"1","text":"a","tags":["grief","carers"],"maybe":["tokenism"]}',
    '{"id":"2","text":"b","tags":["grief"]}',
    '{"id":"3","text":"c","tags":[],"maybe":[]}',
  ].join('\n'),
);
const CONCEPTS = ['grief', 'carers', 'tokenism', 'equality'];

describe('scoreTagging', () => {
  it('counts right, wrong and missed, and takes “maybe” for neither', () => {
    const scores = scoreTagging(LABELLED, [['grief', 'tokenism'], ['carers'], ['grief']], CONCEPTS);
    const counts = (id: string) => {
      const { truePositives, falsePositives, falseNegatives } = scores.concepts.get(id) ?? {};
      return [truePositives, falsePositives, falseNegatives];
    };
    assert.deepEqual(CONCEPTS.map(counts), [
      [1, 1, 1],
      [0, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    assert.deepEqual([scores.micro.precision, scores.micro.recall, scores.micro.f1], [1 / 3, 1 / 3, 1 / 3]);
    // Only grief and carers were given by somebody or something: (1/2 + 0) / 2.
    assert.equal(scores.macroF1, 0.25);
    assert.equal(scores.groups.get('four main')?.f1, 0.5);
  });

  it('leaves undefined what would divide by nothing', () => {
    assert.equal(scoreTagging(LABELLED, [[], [], []], CONCEPTS).micro.precision, undefined);
  });

  it('refuses a label that is no concept', () => {
    assert.throws(
      () => scoreTagging(LABELLED, [[], [], []], ['grief']),
      /passage 1 carries "carers", which is not a concept/,
    );
  });
});

describe('parseLabelled', () => {
  it('names the line that has another form', () => {
    assert.throws(
      () => parseLabelled('{"id":"1","text":"a","tags":[]}\nnot json'),
      /^Error: line 2: is not JSON/,
    );
    assert.throws(() => parseLabelled('{"id":"1","tags":[]}'), /^Error: line 1: needs an "id" and a "text"/);
    assert.throws(
      () => parseLabelled('{"id":"1","text":"a","tags":"grief"}'),
      /^Error: line 1: needs "tags"/,
    );
  });
});
