import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  parseTaggingRules,
  type TaggingWeights,
} from '../../scripts/indexing/tagging/parse-tagging-rules.ts';
import { type EditorsWord, tagPassage } from '../../scripts/indexing/tagging/tag-passage.ts';
import type { Concept } from '../../server/domain/concept.ts';
import { conceptId } from '../../server/domain/ids.ts';

const concept = (id: string, ...hiddenLabels: string[]): Concept => ({
  ...{
    id: conceptId(id),
    prefLabel: id,
    definition: 'x',
    scopeNote: 'x',
    broader: [],
    related: [],
    altLabels: [],
  },
  hiddenLabels,
});

const YAML = `
concepts:
  tokenism:
    strong: [rubber stamp]
    weak: [gesture, empty]
    hint: [nod, smile, clap]
    except: [stamp .. collection, rubber stamp collector]
  grief:
    strong: [grief]
`;

function rules(weights: TaggingWeights = {}) {
  const parsed = parseTaggingRules(
    'tagging.yml',
    YAML,
    [concept('tokenism', 'for show only'), concept('grief')],
    'refuse',
    weights,
  );
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.map(({ reason }) => reason).join('\n'));
  return parsed.value;
}
const tag = (text: string, weights?: TaggingWeights, editor?: EditorsWord) =>
  tagPassage(text, rules(weights), editor).map((given) =>
    given.by === 'editor'
      ? `${given.concept} by the editor`
      : `${given.concept}: ${given.evidence.map(({ words }) => words).join(', ')}`,
  );

describe('tagPassage', () => {
  it('gives a concept for one strong cue, and keeps the words as evidence', () => {
    assert.deepEqual(tag('The group was a rubber-stamping body.'), ['tokenism: rubber-stamping']);
  });

  it('needs two weak cues, or one that comes back in another sentence, or three hints', () => {
    assert.deepEqual(tag('The group made a gesture.'), []);
    assert.deepEqual(tag('The group made an empty gesture.'), ['tokenism: empty, gesture']);
    assert.deepEqual(tag('The group nodded and smiled.'), []);
    assert.deepEqual(tag('The group nodded, smiled and clapped.'), ['tokenism: nodded, smiled, clapped']);
  });

  it('takes the labels of the vocabulary for hints', () => {
    assert.deepEqual(tag('The group smiled and nodded: for show only.'), [
      'tokenism: smiled, nodded, for show only',
    ]);
  });

  it('does not count a cue inside an exception', () => {
    assert.deepEqual(tag('The group met a rubber stamp collector.'), []);
  });

  it('lets the editor give a concept and refuse one', () => {
    const editor = { given: [conceptId('grief')], refused: [conceptId('tokenism')] };
    assert.deepEqual(tag('The group was a rubber stamp.', {}, editor), ['grief by the editor']);
  });

  it('takes learnt weights for those of the lists', () => {
    const weights = { tokenism: { bias: -2, cues: { 'rubber stamp': 0.5, gesture: 2.5 }, terms: {} } };
    assert.deepEqual(tag('The group was a rubber stamp.', weights), []);
    assert.deepEqual(tag('The group made a gesture.', weights), ['tokenism: gesture']);
  });

  it('lets single words lean a passage, but never gives a tag without a cue to show', () => {
    const weights = { tokenism: { bias: -2, cues: {}, terms: { meadow: -1, charad: 3 } } };
    assert.deepEqual(tag('The group saw a rubber stamp in the meadow.', weights), []);
    assert.deepEqual(tag('The group was a charade.', weights), []);
    assert.deepEqual(tag('The group nodded at the charade.', weights), ['tokenism: nodded']);
  });

  it('gives evidence whose places are those of its words, none within another', () => {
    const text = 'Group. An empty gesture, an empty rubber stamp.';
    for (const given of tagPassage(text, rules())) {
      assert.equal(given.by, 'rule');
      let end = 0;
      for (const evidence of given.by === 'rule' ? given.evidence : []) {
        assert.equal(text.slice(evidence.start, evidence.end), evidence.words);
        assert.ok(evidence.start >= end);
        end = evidence.end;
      }
    }
  });
});

describe('parseTaggingRules', () => {
  const reasons = (yaml: string) => {
    const parsed = parseTaggingRules('t.yml', yaml, [concept('grief')]);
    return parsed.kind === 'invalid' ? parsed.problems.map(({ line, reason }) => `${line}: ${reason}`) : [];
  };

  it('names a concept that there is not, a set that there is not, and a cue that stands twice', () => {
    assert.deepEqual(
      reasons(
        'concepts:\n  grief:\n    strong: [loss, "@gone"]\n    weak: [loss]\n  joy:\n    strong: [joy]\n',
      ),
      [
        '3: there is no set "@gone"',
        '4: "loss" stands under "grief" already',
        '6: there is no concept "joy" in the vocabulary',
      ],
    );
  });
});
