import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConceptRule } from '../../scripts/indexing/tagging/parse-tagging-rules.ts';
import { type EditorsWord, tagPassage } from '../../scripts/indexing/tagging/tag-passage.ts';
import { type ConceptWeights, withWeights } from '../../scripts/indexing/tagging/tagging-weights.ts';
import { conceptId } from '../../server/domain/ids.ts';
import { conceptOf } from './concept-of.ts';

const TOKENISM = `
strong: [rubber stamp]
weak: [gesture, empty]
hint: [nod, smile, clap]
plain: [pretend|pose, photo, thank*, already, biscuit]
except: [stamp .. collection, rubber stamp collector, photo of stamps]
`;
const GRIEF = 'strong: [grief]';

type Weights = Readonly<Record<string, ConceptWeights>>;

function rules(weights: Weights = {}) {
  const concepts = [
    parseConceptRule('tokenism.yml', TOKENISM, conceptOf('tokenism', 'for show only'), {}),
    parseConceptRule('grief.yml', GRIEF, conceptOf('grief'), {}),
  ].map((parsed) => {
    if (parsed.kind === 'invalid') throw new Error(parsed.problems.map(({ reason }) => reason).join('\n'));
    return parsed.value.rule;
  });
  return withWeights({ concepts }, weights);
}
const tag = (text: string, weights?: Weights, editor?: EditorsWord) =>
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

  it('gives a concept for four different plain words, which are its evidence, and not for one that comes four times', () => {
    assert.deepEqual(tag('They posed for a photo, and thanked us for the biscuits.'), [
      'tokenism: posed, photo, thanked, biscuits',
    ]);
    assert.deepEqual(tag('They posed for a photo, pretended, and thanked us.'), []);
    assert.deepEqual(tag('A photo of a photo. Another photo. A fourth photo.'), []);
  });

  it('adds plain words up with cues, and counts none inside an exception', () => {
    assert.deepEqual(tag('An empty photo. They had already thanked us.'), [
      'tokenism: empty, photo, already, thanked',
    ]);
    assert.deepEqual(tag('An empty album of photos of stamps. They had already thanked us.'), []);
  });

  it('weighs plain words as was learnt; more than were weighed count as the last', () => {
    const weights = { tokenism: { bias: -2, cues: {}, learntCues: {}, plain: [0.1, 2.5], terms: {} } };
    assert.deepEqual(tag('They posed.', weights), []);
    assert.deepEqual(tag('They posed for a photo, and thanked us.', weights), [
      'tokenism: posed, photo, thanked',
    ]);
  });

  it('lets the editor give a concept and refuse one', () => {
    const editor = { given: [conceptId('grief')], refused: [conceptId('tokenism')] };
    assert.deepEqual(tag('The group was a rubber stamp.', {}, editor), ['grief by the editor']);
  });

  it('takes learnt weights for those of the lists', () => {
    const weights = {
      tokenism: {
        bias: -2,
        cues: { 'rubber stamp': 0.5, gesture: 2.5 },
        learntCues: {},
        plain: [],
        terms: {},
      },
    };
    assert.deepEqual(tag('The group was a rubber stamp.', weights), []);
    assert.deepEqual(tag('The group made a gesture.', weights), ['tokenism: gesture']);
  });

  it('lets single words lean a passage, but never gives a tag without a cue to show', () => {
    const weights = {
      tokenism: { bias: -2, cues: {}, learntCues: {}, plain: [], terms: { meadow: -1, charad: 3 } },
    };
    assert.deepEqual(tag('The group saw a rubber stamp in the meadow.', weights), []);
    assert.deepEqual(tag('The group was a charade.', weights), []);
    assert.deepEqual(tag('The group nodded at the charade.', weights), ['tokenism: nodded']);
  });

  it('shows the words of a cue that a program found, as it does those of an editor', () => {
    const weights = {
      tokenism: { bias: -2, cues: {}, learntCues: { 'fig leaf|leaves': 2.5 }, plain: [], terms: {} },
    };
    assert.deepEqual(tag('The group was a fig leaf.', weights), ['tokenism: fig leaf']);
    assert.deepEqual(tag('The group was a fig leaf.'), []);
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
