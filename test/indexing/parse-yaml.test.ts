import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { parseYaml } from '../../scripts/indexing/files/parse-yaml.ts';

const wrong = 'must be a text; put it in quotation marks';
const schema = z.strictObject({
  title: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string()),
  kind: z.string(),
});
/** The value that a line gives, or the problems as printed, of front matter whose first field stands on line 2. */
const read = (value: string) => {
  const result = parseYaml('a.md', `title: ${value}\nkind: guide\n`, schema, 2);
  return result.kind === 'valid'
    ? { title: result.value.title }
    : result.problems.map(({ line, column, reason }) => `${line}:${column} ${reason}`);
};

const begins = (mark: string) =>
  `2:8 "title" begins with "${mark}", which means something else in YAML; put it in quotation marks`;
const COLON = '2:8 "title" holds ": ", which begins another field in YAML; put it in quotation marks';
const isNumber = (source: string, value: number) =>
  `2:8 "${source}" is the number ${value} in YAML: write that, or put it in quotation marks`;
const isMark = (mark: string) =>
  `2:8 "${mark}" is a mark of YAML here and would not be shown; put the value in quotation marks`;
const goesOn = (inside: string) =>
  `2:8 "title" goes on after its quotation mark; put marks round the whole, and write ${inside} for one inside`;
const pasted = (code: string) =>
  `holds a character that nobody sees (U+${code}), perhaps pasted; type the line anew`;
const open = (mark: string) =>
  `2:8 the YAML is not closed here: look for the end of what ${mark} opens, or put the value in quotation marks`;
const comment = (column: number) =>
  `2:${column} the value ends before " #", which begins a comment: put it in quotation marks, or the comment on a line of its own`;

const REFUSED: Readonly<Record<string, string>> = {
  'Power: who holds it': COLON,
  'a: b: c': COLON,
  'Power:': COLON,
  ': who': COLON,
  '@home': begins('@'),
  '`code`': begins('`'),
  '%x': begins('%'),
  '!x y': begins('!'),
  '> quoted': begins('>'),
  '| a': begins('|'),
  '[x] done': begins('['),
  '{x} done': begins('{'),
  '- then': `${begins('-')}, or begin a list on the next line`,
  '? why': begins('?'),
  '*x': '2:8 YAML aliases such as "*x" are not allowed; write the value out, or put it in quotation marks',
  '&x y': isMark('&x'),
  '!!str y': isMark('!!str'),
  '"Power" and more': goesOn('\\"'),
  "'Power' and more": goesOn("''"),
  '"Power': open('"'),
  "'Power": open("'"),
  '{Power': open('{'),
  '[Power': open('['),
  'Meeting #4 notes': comment(16),
  'Meeting  #4': comment(16),
  'Meeting\t#4': comment(16),
  '1.10': isNumber('1.10', 1.1),
  '012': isNumber('012', 12),
  '1e3': isNumber('1e3', 1000),
  '0x1F': isNumber('0x1F', 31),
  null: `2:8 "title" is empty; it ${wrong}`,
  '~': `2:8 "title" is empty; it ${wrong}`,
  '': `2:8 "title" is empty; it ${wrong}`,
  '# all of it': `2:8 "title" is empty; it ${wrong}`,
  '“Power: who”': COLON,
  'Power\n  holds: all': `2:8 "title" has a value on its line and what looks like a field below it; put the whole in quotation marks`,
  '{a: b: c}':
    '2:12 a value between brackets holds ": ", which begins another field; put it in quotation marks',
  '"C:\\path"':
    '2:11 a backslash means something else between " marks; write \\\\ for one, or put the value between \' marks',
  'Power\nand more':
    '3:1 this line is no field ("name: value") and no entry of a list ("- text"); if it goes on from the line above, begin it with more spaces',
  'Power\nby:Ada': '3:1 there is no space after "by:"; put one',
  'Power\nby:\u00a0Ada': `3:1 this line ${pasted('00A0')}`,
  'Power\n\u200bby: Ada': `3:6 "\u200bby" ${pasted('200B')}`,
  'Power\n by: Ada': `2:8 "title" has a value on its line and what looks like a field below it; put the whole in quotation marks`,
  true: `2:8 "title" ${wrong}`,
  '[x]': `2:8 "title" ${wrong}`,
};

const READ: Readonly<Record<string, string>> = {
  'Tea, coffee': 'Tea, coffee',
  '"Power: who holds it"': 'Power: who holds it',
  "it's": "it's",
  'a "b" c': 'a "b" c',
  '-5 degrees': '-5 degrees',
  'C# and F#': 'C# and F#',
  'https://a.example/b#c': 'https://a.example/b#c',
  '"Meeting #4" # a comment': 'Meeting #4',
  yes: 'yes',
  off: 'off',
  2019: '2019',
  '2019-05-01': '2019-05-01',
  'a\tb': 'a\tb',
  '>\n  Folded\n  text': 'Folded text\n',
};

describe('parseYaml', () => {
  for (const [value, problem] of Object.entries(REFUSED)) {
    it(`refuses ${JSON.stringify(value)} in one line that says the way out`, () => {
      assert.deepEqual(read(value), [problem]);
    });
  }

  for (const [value, title] of Object.entries(READ)) {
    it(`reads ${JSON.stringify(value)} as it looks`, () => assert.deepEqual(read(value), { title }));
  }

  it('says of every type what is missing, empty or another, where a schema says nothing of its own', () => {
    const all = z.strictObject({
      text: z.string(),
      list: z.array(z.string()),
      fields: z.strictObject({}),
      number: z.number(),
    });
    const reasonsOf = (text: string) => {
      const result = parseYaml('a.yml', text, all);
      return result.kind === 'invalid' && result.problems.map(({ reason }) => reason);
    };
    assert.deepEqual(reasonsOf('{}'), [
      '"text" is missing',
      '"list" is missing',
      '"fields" is missing',
      '"number" is missing',
    ]);
    assert.deepEqual(reasonsOf('text: 1\nlist: one, two\nfields: text\nnumber: one\n'), [
      '"text" must be a text; put it in quotation marks',
      '"list" must be a list, each entry on a line after "- "',
      '"fields" must hold fields, each on a line of its own: "name: value"',
      '"number" must be a number',
    ]);
    assert.deepEqual(reasonsOf('# only a comment\n'), [
      'the file is empty; it must hold fields, each on a line of its own: "name: value"',
    ]);
  });

  it('finds the line that does not fit those above it', () => {
    for (const text of ['- [a, b]\n - [c, d]\n', '- a: b\n c: d\n', 'a: b\n- c\n']) {
      const result = parseYaml('a.yml', text, z.any());
      assert.deepEqual(
        result.kind === 'invalid' && result.problems.map(({ line, reason }) => [line, reason]),
        [[2, 'this line does not fit those above it; begin it in the same column as its neighbours']],
      );
    }
  });

  it('names an entry of a list and a field inside one', () => {
    const result = parseYaml(
      'a.yml',
      '- name: Ada: a carer\n',
      z.array(z.strictObject({ name: z.string() })),
    );
    assert.deepEqual(result.kind === 'invalid' && result.problems, [
      {
        file: 'a.yml',
        line: 1,
        column: 9,
        reason: '"name" holds ": ", which begins another field in YAML; put it in quotation marks',
        severity: 'error',
      },
    ]);
    const cut = parseYaml('a.yml', '- one\n- Room #4\n', z.array(z.string()));
    assert.deepEqual(cut.kind === 'invalid' && cut.problems.map(({ line, column }) => [line, column]), [
      [2, 8],
    ]);
  });
});
