import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { indexContent } from '../../scripts/indexing/index-content.ts';
import { formatProblem } from '../../scripts/indexing/problems/problem.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

const GOOD = readFileSync(path.join(FIXTURE_DIR, 'essays/kitchen-table.md'), 'utf8');
const withField = (from: string | RegExp, to: string): string => {
  const text = GOOD.replace(from, to);
  assert.notEqual(text, GOOD, `the fixture has no ${from}`);
  return text;
};
const withBody = (body: string): string => GOOD.replace(/\n---\n[\s\S]*$/, `\n---\n${body}\n`);

/** A line that YAML would expand to 10 to the power of 9 values. */
const ALIAS_BOMB = `---\n${'abcdefghi'
  .split('')
  .map(
    (name, index, all) =>
      `${name}: &${name} [${
        index === 0
          ? 'x'
          : Array(10)
              .fill(`*${all[index - 1]}`)
              .join(',')
      }]`,
  )
  .join('\n')}\n---\nText.\n`;

/** Bad essays: the file's content, and how the problem must begin after the file's name. */
const BAD: Readonly<Record<string, { content: string | Uint8Array; problem: RegExp }>> = {
  'an empty file': { content: '', problem: /^1:1: the file is empty/ },
  'a file of white space': { content: ' \n\n', problem: /^1:1: the file is empty/ },
  'no front matter': { content: 'Just text.\n', problem: /^1:1: the file has no front matter/ },
  'unclosed front matter': {
    content: '---\ntitle: x\n\nText.\n',
    problem: /^1:1: the front matter is not closed/,
  },
  'a JavaScript block': {
    content: '---js\n{ title: require("fs") }\n---\nText.\n',
    problem: /^1:1: the front matter opens with "---js"; only YAML is read/,
  },
  'a tab in the YAML': {
    content: withField('  - name: Fixture Editors', '\t- name: Fixture Editors'),
    problem: /^5:1: the YAML is indented with a tab/,
  },
  'an unclosed quotation mark': {
    content: withField('title: The kitchen table', 'title: "The kitchen table'),
    problem: /^\d+:\d+: the YAML is not closed here/,
  },
  'a field given twice': {
    content: withField('kind: guide', 'kind: guide\nkind: guide'),
    problem: /^4:1: the same field stands here twice/,
  },
  'a YAML alias bomb': { content: ALIAS_BOMB, problem: /^3:8: YAML aliases such as "\*a" are not allowed/ },
  'a missing title': { content: withField(/title: .*\n/, ''), problem: /^2:1: "title" is missing/ },
  'a title that is a list': {
    content: withField('title: The kitchen table', 'title: [The, kitchen]'),
    problem: /^2:8: "title" must be a text/,
  },
  'a family name that is not in the name': {
    content: withField('- name: Fixture Editors', '- name: Fixture Editors\n    family: Editor'),
    problem:
      /^6:13: "authors, entry 1, family" must be the first or the last words of the name, or "none" for a body/,
  },
  'authors that are a text': {
    content: withField(/authors:\n {2}- name: Fixture Editors/, 'authors: Fixture Editors'),
    problem: /^4:10: "authors" must be a list/,
  },
  'a misspelt field': {
    content: withField('summary:', 'sumary:'),
    problem: /^\d+:\d+: "sumary" is not a field that is known here/,
  },
  'an unknown kind': {
    content: withField('kind: guide', 'kind: blog'),
    problem: /^3:7: "kind" must be one of/,
  },
  'a day that does not exist': {
    content: withField('published: 2024-03-01', 'published: 2024-02-30'),
    problem: /^6:12: "published" must be a day that exists/,
  },
  'too few sentences in short': {
    content: withField(/inShort:\n(?: {2}- .*\n)+/, 'inShort: [One.]\n'),
    problem: /^\d+:\d+: "inShort" must have three to six short sentences/,
  },
  'an unknown perspective': {
    content: withField('perspective: editors', 'perspective: everyone'),
    problem: /^13:14: "perspective" must be one of carer/,
  },
  'an unknown tag in the front matter': {
    content: withField('tags: [power-sharing]', 'tags: [powersharing]'),
    problem: /^15:8: there is no tag "powersharing"; there are power-sharing, /,
  },
  'an unknown tag on a passage': {
    content: withField('tags="tokenism -power-sharing"', 'tags="tokenisim"'),
    problem: /^33:1: there is no tag "tokenisim"/,
  },
  'an unknown perspective on a passage': {
    content: withField('perspective="practitioner"', 'perspective="boss"'),
    problem: /^27:1: "boss" is not a perspective/,
  },
  'attributes that cannot be read': {
    content: withField('{#aaa2}', '{#aaa2 tag=x}'),
    problem: /^23:\d+: the attributes \{#aaa2 tag=x\} cannot be read/,
  },
  'an unknown source': {
    content: withField('[@fixture2013]', '[@nobody2020]'),
    problem: /^19:\d+: there is no source "nobody2020" in sources.yml/,
  },
  'a link to an essay that is not there': {
    content: withField('long-loss.md#ccc1', 'longloss.md'),
    problem: /^23:\d+: there is no essay "longloss"/,
  },
  'a link to a passage that is not there': {
    content: withField('long-loss.md#ccc1', 'long-loss.md#zzzz'),
    problem: /^23:\d+: the essay "long-loss" has no passage "#zzzz"/,
  },
  'a link out of the folder': {
    content: withField('long-loss.md#ccc1', '../../secrets.md'),
    problem: /^23:\d+: the link "\.\.\/\.\.\/secrets\.md" leads out of the essays/,
  },
  'a link that runs a program': {
    content: withField('long-loss.md#ccc1', 'javascript:alert(1)'),
    problem: /^23:\d+: links may start with https/,
  },
  'a bad link, source and picture in a heading': {
    content: withField('## Before the meeting', '## Before [x](gone.md) [@nobody2020]'),
    problem: /^21:\d+: there is no (?:essay "gone"|source "nobody2020")/,
  },
  'a link to a heading that is not there': {
    content: withField('long-loss.md#ccc1', '#section-nowhere'),
    problem: /^23:\d+: the essay "bad" has no passage "#section-nowhere"/,
  },
  'HTML in the text': {
    content: withBody('A <a href="nowhere.md">raw</a> link.'),
    problem: /^18:3: HTML is not read here/,
  },
  'quotations nested thousands of levels deep': {
    content: withBody(`${'> '.repeat(5000)}deep`),
    problem: /^1:1: the text (?:is nested too deeply|takes more than|uses up)/,
  },
  'an anchor used twice': {
    content: withField('{#aaa2}', '{#aaa1}'),
    problem: /^23:1: the anchor "#aaa1" stands at .*bad\.md:19 already/,
  },
  'an anchor of another essay': {
    content: withField('{#aaa2}', '{#ccc1}'),
    problem: /^(23|29):1: the anchor "#ccc1" stands at/,
  },
  'an anchor that differs by case only': {
    content: withField('{#aaa2}', '{#AAA1}'),
    problem: /^23:\d+: the anchor "#AAA1" must be 4 to 40 lower-case letters/,
  },
  'a picture': { content: withBody('![a chart](chart.png)'), problem: /^18:12: pictures cannot be shown/ },
  'no text': { content: withBody(''), problem: /^\d+:1: the essay has no text/ },
  'invalid UTF-8': {
    content: Buffer.concat([Buffer.from(GOOD), Buffer.from([0x63, 0x6c, 0x69, 0x63, 0x68, 0xe9, 0x0a])]),
    problem: /^34:6: the file is not valid UTF-8 here/,
  },
  'UTF-16': { content: Buffer.from(`\ufeff${GOOD}`, 'utf16le'), problem: /^1:1: the file is in UTF-16/ },
  'a NUL byte': { content: `${GOOD}a\0b\n`, problem: /^34:2: the file holds a NUL character/ },
  'five megabytes': {
    content: GOOD + 'word '.repeat(1024 * 1024),
    problem: /^1:1: the file has 5\.0 MB, and 1 MB is the most that is read/,
  },
};

describe('bad content', () => {
  let dir: string;
  let config: Config;
  let goodIndex: Buffer;

  before(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'bad-content-'));
    cpSync(FIXTURE_DIR, dir, { recursive: true });
    rmSync(path.join(dir, 'essays/kitchen-table.md'));
    writeFileSync(path.join(dir, 'essays/bad.md'), GOOD);
    writeFileSync(
      path.join(dir, 'vocabulary.yml'),
      readFileSync(path.join(FIXTURE_DIR, 'vocabulary.yml'), 'utf8').replace(
        'guide: kitchen-table',
        'guide: bad',
      ),
    );
    config = readConfig({ CONTENT_DIR: dir, INDEX_FILE: path.join(dir, 'index.json') });
    const result = await indexContent(config);
    assert.equal(result.kind, 'written', result.problems.map(formatProblem).join('\n'));
    goodIndex = readFileSync(config.indexFile);
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  /** Indexes, which must be refused, and gives the errors as printed, without the folder's name. */
  async function refusedWith(): Promise<string[]> {
    const result = await indexContent(config);
    assert.equal(result.kind, 'refused');
    assert.ok(goodIndex.equals(readFileSync(config.indexFile)), 'the old index was changed');
    const errors = result.problems.filter(({ severity }) => severity === 'error');
    return errors.map((problem) => formatProblem(problem).replace(`${dir}/essays/`, ''));
  }

  for (const [name, { content, problem }] of Object.entries(BAD)) {
    it(`${name} is refused with its place and reason, and the old index stays`, async () => {
      writeFileSync(path.join(dir, 'essays/bad.md'), content);
      try {
        const errors = await refusedWith();
        const own = errors
          .filter((error) => /^(?:bad|long-loss)\.md:/.test(error))
          .map((error) => error.replace(/^[\w-]+\.md:/, ''));
        assert.ok(
          own.some((error) => problem.test(error)),
          errors.join('\n'),
        );
      } finally {
        writeFileSync(path.join(dir, 'essays/bad.md'), GOOD);
      }
    });
  }

  it('one bad essay is not blamed on others that link to it, nor its anchors called gone', async () => {
    writeFileSync(path.join(dir, 'essays/bad.md'), GOOD);
    const other = readFileSync(path.join(dir, 'essays/long-loss.md'), 'utf8');
    writeFileSync(path.join(dir, 'essays/bad.md'), withField('title: The kitchen table', 'title: [x]'));
    writeFileSync(path.join(dir, 'essays/long-loss.md'), `${other}\nSee [it](bad.md). {#ddd1}\n`);
    try {
      const result = await indexContent(config);
      const reasons = result.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ reason }) => reason);
      assert.ok(
        reasons.some((reason) => reason.startsWith('"title" must be a text')),
        reasons.join('\n'),
      );
      assert.ok(!result.problems.some(({ reason }) => reason.includes('there is no essay "bad"')));
      assert.ok(!result.problems.some(({ reason }) => reason.includes('the guide "bad"')));
    } finally {
      writeFileSync(path.join(dir, 'essays/long-loss.md'), other);
      writeFileSync(path.join(dir, 'essays/bad.md'), GOOD);
    }
  });

  it('names every problem of every file at once', async () => {
    writeFileSync(
      path.join(dir, 'essays/bad.md'),
      withField(/title: .*\n/, '').replace('kind: guide', 'kind: x'),
    );
    writeFileSync(path.join(dir, 'essays/worse.md'), 'No front matter.\n');
    try {
      const errors = await refusedWith();
      assert.equal(errors.filter((error) => error.startsWith('bad.md:')).length, 2, errors.join('\n'));
      assert.equal(errors.filter((error) => error.startsWith('worse.md:')).length, 1, errors.join('\n'));
    } finally {
      writeFileSync(path.join(dir, 'essays/bad.md'), GOOD);
      rmSync(path.join(dir, 'essays/worse.md'));
    }
  });

  it('a glossary and a timeline are refused with each of their problems', async () => {
    const bad = {
      'glossary.yml': [
        '- id: one',
        '  term: first',
        '  definition: "Words."',
        '  concepts: [nope]',
        '- id: one',
        '  term: First',
        '  definition: "Words."',
        '  concepts: [grief]',
      ].join('\n'),
      'timeline.yml': '- date: "2013-02-30"\n  what: "Words."\n  sources: []\n',
    };
    const good = new Map(
      Object.keys(bad).map((name) => [name, readFileSync(path.join(dir, name), 'utf8')] as const),
    );
    try {
      for (const [name, text] of Object.entries(bad)) writeFileSync(path.join(dir, name), text);
      const errors = (await refusedWith()).map((error) => error.replace(`${dir}/`, ''));
      assert.deepEqual(errors, [
        'glossary.yml:5:7: the id "one" stands here twice',
        'glossary.yml:6:9: "First" is explained under "one" already',
        'timeline.yml:1:9: "entry 1, date" must be YYYY, YYYY-MM or YYYY-MM-DD, in quotation marks',
        'timeline.yml:3:12: "entry 1, sources" must name at least one source',
      ]);
      writeFileSync(path.join(dir, 'glossary.yml'), bad['glossary.yml'].split('\n').slice(0, 4).join('\n'));
      writeFileSync(path.join(dir, 'timeline.yml'), '- date: 2013\n  what: "Words."\n  sources: [nope]\n');
      assert.deepEqual(
        (await refusedWith()).map((error) => error.replace(`${dir}/`, '')),
        [
          'glossary.yml:1:1: the word "one": there is no concept "nope"',
          'timeline.yml:1:1: the event of 2013: there is no source "nope" in sources.yml',
        ],
      );
    } finally {
      for (const [name, text] of good) writeFileSync(path.join(dir, name), text);
    }
  });

  it('a list of anchors that was half merged is refused, for anchors that it lost would vanish unseen', async () => {
    const file = path.join(dir, 'generated/anchors.lock');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good}<<<<<<< HEAD\nbbb9 bad\n`);
    try {
      const line = good.split('\n').length;
      assert.deepEqual(
        (await refusedWith()).map((error) => error.replace(`${dir}/`, '')),
        [
          `generated/anchors.lock:${line}:1: must be an anchor and the name of its essay; put back the line that was here`,
        ],
      );
    } finally {
      writeFileSync(file, good);
    }
  });

  it('a slug that differs from another by case only is refused', async () => {
    writeFileSync(path.join(dir, 'essays/Long-Loss.md'), GOOD.replaceAll('aaa', 'ddd'));
    try {
      const errors = await refusedWith();
      assert.ok(
        errors.some((error) => /^Long-Loss\.md:1:1: the name must be lower-case/.test(error)),
        errors.join('\n'),
      );
      assert.ok(
        errors.some((error) => /long-loss\.md:1:1: .*Long-Loss\.md has the same name/.test(error)),
        errors.join('\n'),
      );
    } finally {
      rmSync(path.join(dir, 'essays/Long-Loss.md'));
    }
  });

  it('a slug used in two content folders is refused', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'bad-content-other-'));
    mkdirSync(path.join(other, 'essays'));
    writeFileSync(path.join(other, 'essays/bad.md'), GOOD.replaceAll('aaa', 'ddd'));
    try {
      const result = await indexContent({ ...config, contentDirs: [dir, other] });
      assert.equal(result.kind, 'refused');
      assert.match(
        result.problems.map(formatProblem).join('\n'),
        /bad\.md:1:1: .*bad\.md has the same name; rename one/,
      );
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('a link to a file outside the folder is not followed', async () => {
    symlinkSync(path.join(FIXTURE_DIR, 'sources.yml'), path.join(dir, 'essays/outside.md'));
    try {
      const errors = await refusedWith();
      assert.ok(
        errors.some((error) => /^outside\.md:1:1: this is a link to a file outside its folder/.test(error)),
        errors.join('\n'),
      );
    } finally {
      rmSync(path.join(dir, 'essays/outside.md'));
    }
  });

  it('a folder called x.md is refused', async () => {
    mkdirSync(path.join(dir, 'essays/x.md'));
    try {
      const errors = await refusedWith();
      assert.ok(
        errors.some((error) => /^x\.md:1:1: this is a folder, not a file/.test(error)),
        errors.join('\n'),
      );
    } finally {
      rmSync(path.join(dir, 'essays/x.md'), { recursive: true });
    }
  });

  it('Markdown built to run for minutes is stopped, and the other essays are still checked', async () => {
    writeFileSync(path.join(dir, 'essays/bad.md'), withBody('_'.repeat(700_000).replaceAll('____', '_a__*')));
    writeFileSync(path.join(dir, 'essays/worse.md'), 'No front matter.\n');
    try {
      const errors = await refusedWith();
      assert.ok(
        errors.some((error) => /^bad\.md:1:1: the text takes more than 5 seconds to read/.test(error)),
        errors.join('\n'),
      );
      assert.ok(
        errors.some((error) => error.startsWith('worse.md:1:1:')),
        errors.join('\n'),
      );
    } finally {
      writeFileSync(path.join(dir, 'essays/bad.md'), GOOD);
      rmSync(path.join(dir, 'essays/worse.md'));
    }
  });

  it('a byte-order mark and Windows line ends are simply accepted, and change nothing', async () => {
    writeFileSync(path.join(dir, 'essays/bad.md'), `\ufeff${GOOD.replaceAll('\n', '\r\n')}`);
    const other = path.join(dir, 'other.json');
    try {
      const result = await indexContent({ ...config, indexFile: other });
      assert.equal(result.kind, 'written', result.problems.map(formatProblem).join('\n'));
      const [, oldBody] = goodIndex.toString().split('\n');
      assert.equal(readFileSync(other, 'utf8').split('\n')[1], oldBody);
    } finally {
      writeFileSync(path.join(dir, 'essays/bad.md'), GOOD);
    }
  });

  it('the same content gives the same index, byte for byte', async () => {
    await indexContent(config);
    assert.ok(goodIndex.equals(readFileSync(config.indexFile)));
  });
});
