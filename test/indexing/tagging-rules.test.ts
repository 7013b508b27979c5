import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fingerprint } from '../../scripts/indexing/files/fingerprint.ts';
import { listInputs } from '../../scripts/indexing/list-inputs.ts';
import { parseVocabulary } from '../../scripts/indexing/settings/parse-vocabulary.ts';
import { readSettings } from '../../scripts/indexing/settings/read-settings.ts';
import { parseTaggingFiles } from '../../scripts/indexing/tagging/parse-tagging-files.ts';
import { parseConceptRule, parseCueSets } from '../../scripts/indexing/tagging/parse-tagging-rules.ts';
import { parseTaggingWeights, type TaggingWeights } from '../../scripts/indexing/tagging/tagging-weights.ts';
import { conceptOf } from './concept-of.ts';

describe('parseConceptRule', () => {
  const problemsOf = (yaml: string) => {
    const parsed = parseConceptRule('grief.yml', yaml, conceptOf('grief'), { kin: ['mother', 'son'] });
    if (parsed.kind === 'valid') return [];
    return parsed.problems.map(({ file, line, column, reason }) => `${file}:${line}:${column}: ${reason}`);
  };

  it('takes a file of good cues, lists left empty and an empty file', () => {
    assert.deepEqual(problemsOf("strong:\n  - loss & '@kin'\nweak:\nhint: []\n"), []);
    assert.deepEqual(problemsOf('# nothing yet\n'), []);
  });

  it('names a stray quotation mark, an unknown set and an empty option, each at its place', () => {
    assert.deepEqual(problemsOf("strong:\n  - loss & \"@kin\n  - '@gone'\n  - loss|\n"), [
      'grief.yml:2:5: `loss & "@kin` has a stray quotation mark; take it out',
      'grief.yml:3:5: there is no set "@gone"',
      'grief.yml:4:5: "loss|" has an empty option: a "|" with no word beside it',
    ]);
  });

  it('names a cue that stands twice, in one list or in two, and two that find the same words', () => {
    assert.deepEqual(
      problemsOf('strong: [loss, mourn|weep, loss]\nweak: [loss]\nexcept: [weeping|mourned]\n'),
      [
        'grief.yml:1:28: "loss" stands under "strong" already; keep one of them',
        'grief.yml:2:8: "loss" stands under "strong" already; keep one of them',
        'grief.yml:3:10: "weeping|mourned" finds the same words as "mourn|weep" under "strong"; keep one of them',
      ],
    );
  });

  it('takes a plain word that is a cue too, but not one that stands twice among the plain words', () => {
    assert.deepEqual(problemsOf('strong: [loss]\nplain: [loss, candle|wreath]\n'), []);
    assert.deepEqual(problemsOf('plain: [candle|wreath, wreaths|candles]\n'), [
      'grief.yml:1:24: "wreaths|candles" finds the same words as "candle|wreath" under "plain"; keep one of them',
    ]);
  });

  it('names a list that there is not', () => {
    assert.deepEqual(problemsOf('stong: [loss]\n'), [
      'grief.yml:1:8: "stong" is not a field that is known here; check its spelling',
    ]);
  });
});

describe('parseCueSets', () => {
  it('names an entry that cannot be read, at its place', () => {
    const parsed = parseCueSets('sets.yml', 'kin: [mother, "\\"son", "!"]\n');
    assert.deepEqual(
      parsed.kind === 'invalid' && parsed.problems.map(({ column, reason }) => [column, reason]),
      [
        [15, '`"son` has a stray quotation mark; take it out'],
        [24, '"!" holds no word'],
      ],
    );
  });
});

describe('parseVocabulary', () => {
  it('refuses a concept whose rules would stand in the file of sets', () => {
    const yaml = '- id: sets\n  prefLabel: Sets\n  definition: x\n  scopeNote: x\n';
    const parsed = parseVocabulary('vocabulary.yml', yaml);
    assert.deepEqual(parsed.kind === 'invalid' && parsed.problems.map(({ line, reason }) => [line, reason]), [
      [1, 'no concept can be "sets": tagging/sets.yml holds the words that rules share'],
    ]);
  });
});

describe('the files of tagging/', () => {
  const CONCEPTS = [conceptOf('grief'), conceptOf('carers')];
  const files = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([name, text]) => ({ file: `tagging/${name}`, text }));
  const learnt = (cues: Record<string, number>, learntCues: Record<string, number> = {}): TaggingWeights => ({
    madeBy: 'a test',
    learntFrom: { file: 'x.jsonl', passages: 3 },
    concepts: { carers: { bias: -1, cues, learntCues, plain: [0, 1], terms: {} } },
  });
  const read = (
    texts: Readonly<Record<string, string>>,
    { weights = null, isStandIn = false }: { weights?: TaggingWeights | null; isStandIn?: boolean } = {},
  ) => parseTaggingFiles(files(texts), { concepts: CONCEPTS, weights, isStandIn });
  const problemsOf = (result: ReturnType<typeof read>) =>
    (result.kind === 'invalid' ? result.problems : (result.advice ?? [])).map(
      ({ file, line, column, reason }) => `${file}:${line}:${column}: ${reason}`,
    );
  const cuesOf = (result: ReturnType<typeof read>) =>
    result.kind === 'valid' &&
    result.value.concepts.map(({ concept: id, cues }) => [
      id,
      ...cues.map(({ pattern, origin, weight }) => `${pattern.source} (${origin}, ${weight})`),
    ]);
  const SHIPPED = {
    'sets.yml': 'kin: [mother, son]\n',
    'grief.yml': 'strong:\n  - lost .. @kin\n',
    'tokenism.yml': 'weak: [gesture]\n',
  };

  it('are read for the concepts of the vocabulary, in its order', () => {
    assert.deepEqual(cuesOf(read({ 'carers.yml': 'hint: [respite]\n', 'grief.yml': '' })), [
      ['grief', 'grief (label, 0.7)'],
      ['carers', 'respite (hint, 0.7)', 'carers (label, 0.7)'],
    ]);
  });

  it('that stand in are left out for concepts that the vocabulary lacks; in a folder of one’s own they are a slip', () => {
    assert.deepEqual(cuesOf(read(SHIPPED, { isStandIn: true })), [
      ['grief', 'lost .. @kin (strong, 2)', 'grief (label, 0.7)'],
    ]);
    assert.deepEqual(problemsOf(read(SHIPPED)), [
      'tagging/tokenism.yml:1:1: there is no concept "tokenism" in the vocabulary',
    ]);
  });

  describe('with weights', () => {
    const CARERS = { 'carers.yml': 'weak:\n  - respite\n  - carers|parents who\n' };

    it('weigh cues by them, and have those that a program found', () => {
      const weights = learnt(
        { respite: 1.4, 'carers|parents who': 0.2, carers: 0.9 },
        { 'sleepless night': 0.8, respite: 3 },
      );
      const result = read(CARERS, { weights });
      assert.deepEqual(cuesOf(result), [
        [
          'carers',
          'respite (weak, 1.4)',
          'carers|parents who (weak, 0.2)',
          'carers (label, 0.9)',
          'sleepless night (learnt, 0.8)',
        ],
      ]);
      assert.deepEqual(problemsOf(result), []);
    });

    it('bring the advice to learn anew where a cue was reworded', () => {
      const weights = learnt({ respite: 1.4, 'carers who': 2.2, carers: 0.9 });
      assert.deepEqual(problemsOf(read(CARERS, { weights })), [
        'tagging/carers.yml:3:5: 1 cue or label has no learnt weight (`carers|parents who`), and 1 weight is for a cue that is no longer there (`carers who`); run "npm run tune"',
      ]);
    });

    it('bring none where they only stand in: nobody could mend them there', () => {
      assert.deepEqual(problemsOf(read(CARERS, { weights: learnt({}), isStandIn: true })), []);
    });
  });
});

describe('the weights', () => {
  const problemOf = (json: string) => {
    const parsed = parseTaggingWeights('generated/tagging-weights.json', json);
    return parsed.kind === 'invalid' && parsed.problems.map(({ reason }) => reason);
  };

  it('are refused in another form, and with a learnt cue that cannot be read', () => {
    assert.deepEqual(problemOf('{"carers":{"bias":1}}'), [
      'the file has another form than weights have; run "npm run tune" to make it anew',
    ]);
    assert.deepEqual(problemOf('no json'), ['the file is not JSON; run "npm run tune" to make it anew']);
    const concepts = { carers: { bias: 0, cues: {}, learntCues: { '@kin': 1 }, terms: {} } };
    assert.deepEqual(
      problemOf(JSON.stringify({ madeBy: 'x', learntFrom: { file: 'x', passages: 1 }, concepts })),
      ['a learnt cue cannot be read: there is no set "@kin"; run "npm run tune" to make it anew'],
    );
  });
});

describe('files where earlier versions had them', () => {
  let dir: string;
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  };
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'former-files-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('are refused with the way out: one file of rules, and its weights', () => {
    write('tagging.yml', 'concepts: {}\n');
    write('tagging-weights.json', '{}\n');
    const read = readSettings([dir]);
    assert.deepEqual(
      read.kind === 'invalid' &&
        read.problems.map(({ file, reason }) => [path.basename(file), reason]).sort(),
      [
        [
          'tagging-weights.json',
          'learnt weights stand in "generated/tagging-weights.json" now: delete this file and run "npm run tune"',
        ],
        [
          'tagging.yml',
          'rules stand in one file a concept now: divide this one into "tagging/<concept>.yml" (its lists strong, weak, hint, except) and "tagging/sets.yml", and delete it',
        ],
      ],
    );
  });

  it('are read there too: the list of anchors, beside the one in its new place', () => {
    write('anchors.lock', 'aaaa one\nbbbb two\n');
    write('generated/anchors.lock', 'aaaa one\ncccc two\n');
    const read = readSettings([dir]);
    assert.deepEqual(read.kind === 'valid' && read.value.published, [
      { anchor: 'aaaa', essay: 'one' },
      { anchor: 'cccc', essay: 'two' },
      { anchor: 'bbbb', essay: 'two' },
    ]);
  });

  it('make a difference to the fingerprint, as every file of the table does', () => {
    const print = () => fingerprint(listInputs({ contentDirs: [dir] }));
    const seen = [print()];
    for (const name of [
      'generated/tagging-weights.json',
      'tagging/sets.yml',
      'tagging/grief.yml',
      'generated/anchors.lock',
      'anchors.lock',
      'tagging.yml',
    ]) {
      write(name, `${name}\n`);
      seen.push(print());
    }
    assert.equal(new Set(seen).size, seen.length);
  });
});
