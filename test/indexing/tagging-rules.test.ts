import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fingerprint } from '../../scripts/indexing/files/fingerprint.ts';
import { parseVocabulary } from '../../scripts/indexing/settings/parse-vocabulary.ts';
import { parseConceptRule, parseCueSets } from '../../scripts/indexing/tagging/parse-tagging-rules.ts';
import { readTaggingRules } from '../../scripts/indexing/tagging/read-tagging-rules.ts';
import type { Concept } from '../../server/domain/concept.ts';
import { conceptId } from '../../server/domain/ids.ts';

const concept = (id: string, ...hiddenLabels: string[]): Concept => ({
  id: conceptId(id),
  prefLabel: id,
  definition: 'x',
  scopeNote: 'x',
  broader: [],
  related: [],
  altLabels: [],
  hiddenLabels,
});

describe('parseConceptRule', () => {
  const problemsOf = (yaml: string) => {
    const parsed = parseConceptRule('grief.yml', yaml, concept('grief'), { kin: ['mother', 'son'] });
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

describe('readTaggingRules', () => {
  let root: string;
  const own = () => path.join(root, 'own');
  const shipped = () => path.join(root, 'shipped');
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  };
  const read = (dirs: readonly string[], concepts = [concept('grief'), concept('carers')]) =>
    readTaggingRules(dirs, shipped(), concepts);
  const line = (problem: { file: string; line: number; column: number; reason: string }) =>
    `${path.relative(root, path.resolve(problem.file))}:${problem.line}:${problem.column}: ${problem.reason}`;
  const problemsOf = (result: ReturnType<typeof read>) =>
    (result.kind === 'invalid' ? result.problems : result.value.advice).map(line);
  const cuesOf = (result: ReturnType<typeof read>) =>
    result.kind === 'valid' &&
    result.value.rules.concepts.map(({ concept: id, cues }) => [
      id,
      ...cues.map(({ pattern, origin, weight }) => `${pattern.source} (${origin}, ${weight})`),
    ]);

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'tagging-rules-'));
    mkdirSync(own());
    write('shipped/tagging/sets.yml', 'kin: [mother, son]\n');
    write('shipped/tagging/grief.yml', 'strong:\n  - lost .. @kin\n');
    write('shipped/tagging/tokenism.yml', 'weak: [gesture]\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('lets the shipped rules stand in, without those for concepts that the vocabulary lacks', () => {
    assert.deepEqual(cuesOf(read([own()])), [['grief', 'lost .. @kin (strong, 2)', 'grief (label, 0.7)']]);
  });

  it('takes all rules from the first folder that has any, and refuses there what the vocabulary lacks', () => {
    write('own/tagging/carers.yml', 'hint: [respite]\n');
    assert.deepEqual(cuesOf(read([own(), shipped()])), [
      ['carers', 'respite (hint, 0.7)', 'carers (label, 0.7)'],
    ]);
    write('own/tagging/joy.yml', 'hint: [joy]\n');
    assert.deepEqual(problemsOf(read([own()])), [
      'own/tagging/joy.yml:1:1: there is no concept "joy" in the vocabulary',
    ]);
  });

  it('says of a file in the folder that it is not read', () => {
    write('own/tagging/carers.yaml', 'hint: [respite]\n');
    assert.deepEqual(problemsOf(read([own()])), [
      'own/tagging/carers.yaml:1:1: this file is not read: rules stand in "<concept>.yml"',
    ]);
  });

  it('refuses the one file of rules, and the weights, where they used to lie', () => {
    write('own/tagging.yml', 'concepts: {}\n');
    write('own/tagging-weights.json', '{}\n');
    assert.deepEqual(problemsOf(read([own()])), [
      'own/tagging.yml:1:1: rules stand in one file a concept now: divide this one into "tagging/<concept>.yml" (its lists strong, weak, hint, except) and "tagging/sets.yml", and delete it',
      'own/tagging-weights.json:1:1: learnt weights stand in "generated/tagging-weights.json" now: delete this file and run "npm run tune"',
    ]);
  });

  describe('with weights', () => {
    const weights = (cues: Record<string, number>, learntCues: Record<string, number> = {}) =>
      write(
        'own/generated/tagging-weights.json',
        JSON.stringify({
          madeBy: 'a test',
          learntFrom: { file: 'x.jsonl', passages: 3 },
          concepts: { carers: { bias: -1, cues, learntCues, terms: {} } },
        }),
      );
    beforeEach(() => write('own/tagging/carers.yml', 'weak:\n  - respite\n  - carers|parents who\n'));

    it('weighs cues by them, and adds those that a program found', () => {
      weights(
        { respite: 1.4, 'carers|parents who': 0.2, carers: 0.9 },
        { 'sleepless night': 0.8, respite: 3 },
      );
      assert.deepEqual(cuesOf(read([own()])), [
        [
          'carers',
          'respite (weak, 1.4)',
          'carers|parents who (weak, 0.2)',
          'carers (label, 0.9)',
          'sleepless night (learnt, 0.8)',
        ],
      ]);
      assert.deepEqual(problemsOf(read([own()])), []);
    });

    it('advises to learn anew where a cue was reworded', () => {
      weights({ respite: 1.4, 'carers who': 2.2, carers: 0.9 });
      assert.deepEqual(problemsOf(read([own()])), [
        'own/tagging/carers.yml:3:5: 1 cue or label has no learnt weight (`carers|parents who`), and 1 weight is for a cue that is no longer there (`carers who`); run "npm run tune"',
      ]);
    });

    it('refuses weights of another form, and a learnt cue that cannot be read', () => {
      write('own/generated/tagging-weights.json', '{"carers":{"bias":1}}');
      const file = 'own/generated/tagging-weights.json:1:1';
      assert.deepEqual(problemsOf(read([own()])), [
        `${file}: the file has another form than weights have; run "npm run tune" to make it anew`,
      ]);
      weights({}, { '@kin': 1 });
      assert.deepEqual(problemsOf(read([own()])), [
        `${file}: a learnt cue cannot be read: there is no set "@kin"; run "npm run tune" to make it anew`,
      ]);
    });

    it('are seen by the fingerprint of the content, as every file of rules is', () => {
      weights({});
      const print = () => fingerprint([own()], shipped(), [], path.join(root, 'no-lock'));
      const seen = [print()];
      weights({ respite: 1 });
      seen.push(print());
      write('own/tagging/sets.yml', 'kin: [aunt]\n');
      seen.push(print());
      write('shipped/tagging/grief.yml', 'strong: [loss]\n');
      seen.push(print());
      write('own/generated/anchors.lock', 'aaaa essay\n');
      seen.push(print());
      assert.equal(new Set(seen).size, seen.length);
    });
  });
});
