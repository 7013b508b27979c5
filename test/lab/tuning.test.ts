import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parseConceptRule } from '../../scripts/indexing/tagging/parse-tagging-rules.ts';
import { parseProposedCues } from '../../scripts/lab/tuning/choose-proposed.ts';
import { learnByFolds, scoreFolds, scoreSources } from '../../scripts/lab/tuning/cross-validate.ts';
import { formatSourceScores } from '../../scripts/lab/tuning/format-source-scores.ts';
import { learnWeights, withTagsOf } from '../../scripts/lab/tuning/learn-weights.ts';
import { measureCues } from '../../scripts/lab/tuning/measure-cues.ts';
import { LIBRARY, readLabelled, type SourcedPassage } from '../../scripts/lab/tuning/read-labelled.ts';
import { conceptId } from '../../server/domain/ids.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

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

const passage = (index: number, text: string, tags: readonly string[]): SourcedPassage => ({
  id: String(index),
  text,
  tags,
  maybe: [],
  source: 'made up',
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

describe('plain words', () => {
  const written = parseConceptRule('grief.yml', 'plain: [wreath, candle, hymn, ledger]\n', CONCEPT, {});
  if (written.kind === 'invalid') throw new Error('the rule is bad');
  const plainRules = { concepts: [written.value.rule] };
  // Two of them together tell, one alone does not.
  const texts = [
    'A candle and a hymn.',
    'A wreath and a candle.',
    'A candle.',
    'A hymn.',
    'A ledger.',
    'A wall.',
  ];
  const labelled = Array.from({ length: 60 }, (_, index) => {
    const place = index % texts.length;
    return passage(index, texts[place] ?? '', place < 2 ? ['grief'] : []);
  });
  const { weights, chosen } = learnWeights(plainRules, labelled, {});

  it('are weighed by how many different ones there are; more never weigh less', () => {
    const { plain = [] } = weights.grief ?? {};
    assert.equal(plain.length, 4);
    assert.deepEqual(
      [...plain].sort((a, b) => a - b),
      plain,
    );
    assert.ok((plain[1] ?? 0) - (plain[0] ?? 0) > 1, plain.join());
  });

  it('tell passages apart that no cue tells apart', () => {
    const { micro } = scoreFolds(chosen.rules, learnByFolds(chosen.rules, chosen.prepared));
    assert.deepEqual([micro.truePositives, micro.falsePositives, micro.falseNegatives], [20, 0, 0]);
  });
});

describe('scoreSources', () => {
  // In the second source "mourn" means nothing, and "ledger" has the concept.
  const other = Array.from({ length: 8 }, (_, index) => ({
    ...passage(
      100 + index,
      index % 2 === 0 ? 'They mourn.' : 'The ledger.',
      index % 2 === 0 ? [] : ['grief'],
    ),
    source: 'voices',
  }));
  const { all } = learnWeights(RULES, [...LABELLED, ...other], PROPOSED);
  const scores = scoreSources(all.rules, all.prepared);

  it('measures each source by what was learnt from the others alone', () => {
    assert.deepEqual([...scores.keys()], ['made up', 'voices']);
    const { truePositives, falsePositives, falseNegatives } = scores.get('voices')?.micro ?? {};
    assert.deepEqual([truePositives, falsePositives, falseNegatives], [0, 4, 4]);
  });

  it('is printed as a table with a column for each source', () => {
    const lines = formatSourceScores(scores).split('\n');
    assert.match(lines[0] ?? '', /^ +made up +voices$/);
    assert.match(lines[1] ?? '', /^grief +[\d.]+ +0\.00$/);
    assert.match(lines.at(-1) ?? '', /^all, micro +[\d.]+ +0\.00$/);
  });
});

describe('readLabelled', () => {
  it('reads the files, and of the content the passages on whose tags an editor said a word', async () => {
    const read = await readLabelled(FIXTURE_DIR);
    assert.ok(Array.isArray(read));
    const counts = new Map<string, number>();
    for (const { source } of read) counts.set(source, (counts.get(source) ?? 0) + 1);
    assert.deepEqual([counts.get('made up'), counts.get('voices')], [950, 160]);
    const own = read.filter(({ source }) => source === LIBRARY);
    assert.deepEqual(
      own.map(({ id, tags }) => [
        id,
        ...tags.filter((tag) => tag === 'commissioning' || tag === 'power-sharing'),
      ]),
      [['aaa4'], ['ccc2', 'commissioning']],
    );
  });

  it('says what is wrong with content that cannot be read', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'bad-content-'));
    mkdirSync(path.join(dir, 'essays'));
    writeFileSync(path.join(dir, 'essays/bad.md'), 'Just text.\n');
    const read = await readLabelled(dir);
    rmSync(dir, { recursive: true });
    assert.ok(!Array.isArray(read));
    assert.match(read.problems.join(), /bad\.md:1:1: the file has no front matter/);
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
