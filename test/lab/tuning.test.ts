import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConceptRule } from '../../scripts/indexing/tagging/parse-tagging-rules.ts';
import type { LabelledPassage } from '../../scripts/lab/evaluation/score-tagging.ts';
import { parseProposedCues } from '../../scripts/lab/tuning/choose-proposed.ts';
import { learnByFolds, scoreFolds } from '../../scripts/lab/tuning/cross-validate.ts';
import { learnWeights, withTagsOf } from '../../scripts/lab/tuning/learn-weights.ts';
import { measureCues } from '../../scripts/lab/tuning/measure-cues.ts';
import { conceptId } from '../../server/domain/ids.ts';

const CONCEPT = {
  id: conceptId('grief'),
  prefLabel: 'Grief',
  definition: 'x',
  scopeNote: 'x',
  broader: [],
  related: [],
  altLabels: [],
  hiddenLabels: [],
};
const parsed = parseConceptRule('grief.yml', 'strong: [mourn]\nweak: [loss, bereft]\n', CONCEPT, {});
if (parsed.kind === 'invalid') throw new Error('the rule is bad');
const RULES = { concepts: [parsed.value.rule] };

const passage = (index: number, text: string, tags: readonly string[]): LabelledPassage => ({
  id: String(index),
  text,
  tags,
  maybe: [],
});
// "mourn" and "candle" come with the concept only, "loss" as often without it, "ledger" never with it.
const LABELLED = Array.from({ length: 40 }, (_, index) => {
  const texts = [
    'They mourn by a candle.',
    'A loss by a candle.',
    'A loss in the ledger.',
    'The ledger is full.',
  ];
  const place = index % texts.length;
  return passage(index, texts[place] ?? '', place < 2 ? ['grief'] : []);
});
const PROPOSED = { grief: ['candle', 'ledger', 'wreath', 'mourning'], joy: ['laugh'] };

describe('learnWeights', () => {
  const { weights, chosen } = learnWeights(RULES, LABELLED, PROPOSED);

  it('keeps of the proposed cues those that passages bear out and no editor wrote', () =>
    assert.deepEqual(Object.keys(weights.grief?.learntCues ?? {}), ['candle']));

  it('names every cue of the editor, with its prior where no passage holds it', () => {
    const { cues = {} } = weights.grief ?? {};
    assert.deepEqual(Object.keys(cues), ['mourn', 'loss', 'bereft', 'Grief']);
    assert.deepEqual([cues.bereft, cues.Grief], [1, 0.7]);
    assert.ok((cues.mourn ?? 0) > 2, String(cues.mourn));
  });

  it('gives weights that tell the passages apart which they were not learnt from', () => {
    const folds = learnByFolds(chosen.rules, chosen.prepared);
    assert.deepEqual(
      folds.map(({ heldOut }) => heldOut.length),
      [8, 8, 8, 8, 8],
    );
    const { truePositives, falsePositives, falseNegatives } = scoreFolds(chosen.rules, folds).micro;
    assert.deepEqual([truePositives, falsePositives, falseNegatives], [20, 0, 0]);
  });

  it('can choose anew in each part: a cue that only the part itself bears out is not there', () => {
    const lone = LABELLED.map((labelled, index) =>
      index === 0 ? passage(0, 'They mourn by a wreath.', ['grief']) : labelled,
    );
    const { all } = learnWeights(RULES, lone, PROPOSED);
    const learntIn = (cues: 'as given' | 'chosen anew') =>
      learnByFolds(all.rules, all.prepared, cues).map(
        ({ weights: learnt }) => 'wreath' in (learnt.grief?.learntCues ?? {}),
      );
    assert.deepEqual(learntIn('as given'), [true, true, true, true, true]);
    assert.deepEqual(learntIn('chosen anew'), [false, true, true, true, true]);
  });
});

describe('withTagsOf', () => {
  it('leaves out labels for concepts without rules, so that another vocabulary can be tuned', () => {
    const labelled = { ...passage(1, 'Text.', ['joy', 'grief']), maybe: ['joy'] };
    assert.deepEqual(withTagsOf(RULES, [labelled]), [passage(1, 'Text.', ['grief'])]);
  });
});

describe('measureCues', () => {
  const { chosen } = learnWeights(RULES, LABELLED, PROPOSED);
  const measured = measureCues(chosen.rules, learnByFolds(chosen.rules, chosen.prepared), 'grief');
  const measureOf = (source: string) => measured.find((measure) => measure.source === source);

  it('counts the passages that hold a cue, and those of them that carry the concept', () =>
    assert.deepEqual(
      measured.map(({ source, origin, hits, right }) => [source, origin, hits, right]),
      [
        ['mourn', 'strong', 10, 10],
        ['loss', 'weak', 20, 10],
        ['bereft', 'weak', 0, 0],
        ['Grief', 'label', 0, 0],
        ['candle', 'learnt', 20, 20],
      ],
    ));

  it('says what leaving a cue out would cost: most for one that tells, nothing for one that is not met', () => {
    assert.ok((measureOf('candle')?.gain ?? 0) > 1, String(measureOf('candle')?.gain));
    assert.ok((measureOf('mourn')?.gain ?? 0) > (measureOf('loss')?.gain ?? 0));
    assert.equal(measureOf('bereft')?.gain, 0);
  });
});

describe('parseProposedCues', () => {
  it('names what is wrong, and where', () =>
    assert.throws(
      () => parseProposedCues('p.yml', 'grief: [candle, 3]\n'),
      /^Error: p\.yml:1:17: "grief, entry 2"/,
    ));
});
