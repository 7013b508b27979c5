import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { parseYaml } from '../../scripts/indexing/files/parse-yaml.ts';

const wrong = 'must be a text; put it in quotation marks';
const schema = z.strictObject({
  title: z.union([z.string(), z.number().transform(String)], wrong),
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
const open = (mark: string) =>
  `2:8 the YAML is not closed here: look for the end of what ${mark} opens, or put the value in quotation marks`;
const comment = (column: number) =>
  `2:${column} the value ends before " #", which begins a comment: put it in quotation marks, or two spaces before "#" if a comment is meant`;

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
  '- then': begins('-'),
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
  '1.10': isNumber('1.10', 1.1),
  '012': isNumber('012', 12),
  '1e3': isNumber('1e3', 1000),
  '0x1F': isNumber('0x1F', 31),
  null: `2:8 "title" ${wrong}`,
  '~': `2:8 "title" ${wrong}`,
  '': `2:8 "title" ${wrong}`,
  '# all of it': `2:8 "title" ${wrong}`,
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
  'Power  # the first title': 'Power',
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
