import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseBlocks } from '../../scripts/indexing/passages/parse-blocks.ts';
import { splitPassages } from '../../scripts/indexing/passages/split-passages.ts';
import { positionAt } from '../../scripts/indexing/problems/problem.ts';

const read = (body: string) => {
  const { blocks, problems } = parseBlocks(body, {});
  const texts = blocks.map((block) => (block.kind === 'heading' ? `## ${block.heading.text}` : block.text));
  return { texts, reasons: problems.map(({ reason }) => reason) };
};

describe('words that look like marks', () => {
  const kept: Readonly<Record<string, readonly [body: string, ...texts: string[]]>> = {
    'a year that begins a sentence': ['1986. A great year', '1986. A great year'],
    'two years that begin sentences': ['1986. A start.\n\n1990. An end.', '1986. A start.', '1990. An end.'],
    'a number and a bracket that begin a sentence': ['12) is out of date.', '12) is out of date.'],
    'a year in an entry of a list': ['- 1986. A great year\n- next', '1986. A great year\nnext'],
    'a year in a quotation': ['> 1986. A great year', '1986. A great year'],
    'a year in a heading': ['## 1986. A great year', '## 1986. A great year'],
    'a mark in a heading': ['## - and then', '## - and then'],
    'the numbers of a list': ['1. one\n2. two', '1. one\n2. two'],
    'the numbers of a list that goes on from another': ['3. three\n4. four', '3. three\n4. four'],
    'numbers that are all written as one': ['1. one\n1. two', '1. one\n2. two'],
    'the numbers of lists in lists': [
      '1. one\n   - bullet\n   1. inner\n   2. more\n2. two',
      '1. one\nbullet\n1. inner\n2. more\n2. two',
    ],
    'boxes to tick': ['- [x] done\n- [X] too\n- [ ] open', '[x] done\n[x] too\n[ ] open'],
    'a footnote of one word': ['See.[^1]\n\n[^1]: Ibid.', 'See.[^1]', '[^1]: Ibid.'],
    'a footnote that is an address': [
      'See.[^a]\n\n[^a]: https://a.example',
      'See.[^a]',
      '[^a]: https://a.example',
    ],
    'signs of arithmetic': ['2 * 3 * 4, 5 ~ 6, 7 < 8 > 9', '2 * 3 * 4, 5 ~ 6, 7 < 8 > 9'],
    'braces that are no mark': ['the set {a, b} and {#1}, then', 'the set {a, b} and {#1}, then'],
    'a quotation right under what leads to it': ['She said:\n> 50 came.', 'She said:', '50 came.'],
    'a list right under a line': ['Bring\n- 5 pens\n- 2 pads', 'Bring', '5 pens\n2 pads'],
    'a footnote of several words': ['See.[^1]\n\n[^1]: See page four.', 'See.[^1]', '[^1]: See page four.'],
    'a sign before a word': ['fewer than <3 people, a < b', 'fewer than <3 people, a < b'],
    'a path with backslashes': ['C:\\notes\\old', 'C:\\notes\\old'],
    'an ampersand': ['AT&T &copy; R&amp;D &c', 'AT&T © R&D &c'],
    'an address in angle brackets': ['<https://a.example/b>', 'https://a.example/b'],
    'a line of dashes by itself': ['one\n\n---\n\ntwo', 'one', 'two'],
    'a heading that is too deep': ['####### seven', '####### seven'],
    'emphasis within a word': ['un*believ*able co-**production**', 'unbelievable co-production'],
  };
  for (const [name, [body, ...texts]] of Object.entries(kept)) {
    it(`are kept: ${name}`, () => assert.deepEqual(read(body), { texts, reasons: [] }));
  }

  const refused: Readonly<Record<string, readonly [body: string, reason: RegExp]>> = {
    'an address that no link uses': [
      '[note]: below\n\ntext',
      /^this line is read as the address of a link that the text does not have.*write "\\\[note\]: …"/,
    ],
    'an address given twice': [
      '[a]: http://x.example\n[a]: http://y.example\n\n[a]',
      /^the address of \[a\] stands here twice; keep one$/,
    ],
    'an address in a quotation': ['> [note]: below\n> text', /^the words “note below” would not be shown/],
    'cells beyond the head of a table': [
      '| a | b |\n|---|---|\n| c | d | e f |',
      /^the words “e f” would not be shown; give every row of the table as many cells as its head has, and/,
    ],
    'a line of dashes under a paragraph': [
      'a\n---\nb',
      /^the line "---" makes a heading of the text above it/,
    ],
    'a line of equals signs': ['a\n===\nb', /^the line "===" makes a heading of the text above it/],
    'code that does not end': [
      '```\ncode\n``` text after',
      /^the code that starts here does not end; put ```/,
    ],
    'words after a fence': [
      '``` Then he said\ncode\n```',
      /^the words “Then he said” would not be shown; write nothing but a language on the line/,
    ],
    'a bar within a cell': [
      '| a |\n|---|\n| `b|c` |',
      /would not be shown; .* write \\\| for a bar within a cell$/,
    ],
    'signs between numbers': [
      'It is 2*3*4.',
      /^the signs \* in “2\*3\*4” are read as marks .* write \\\* for each$/,
    ],
    'stars that stand for letters': ['f***ing and s**t', /^the signs \* in .* write \\\* for each$/],
    'a number between waves': ['H~2~O', /^the signs ~ in “H~2~O” are read as marks/],
    'more than, at the start of a line': [
      'It was\n> 50 per cent',
      /^this line goes on .* write \\>, or put an empty/,
    ],
    'minus, at the start of a line': [
      'It was\n- 5 degrees',
      /^this line goes on from the one above, and the sign - /,
    ],
    'an anchor within a paragraph': [
      'One. {#abcd}\nTwo.',
      /^the mark \{#abcd\} is not at the end of a paragraph/,
    ],
    'a class within a paragraph': ['One. {.quotable}\nTwo.', /^the mark \{\.quotable\} is not at the end/],
    'attributes within a list': ['- a {tags="grief"}\n- b', /^the mark \{tags="grief"\} is not at the end/],
    'a link without words': [
      '[](http://a.example) text',
      /^the link has no words; write them between \[ and \]$/,
    ],
    'numbers that would change': [
      '1. one\n1986. A year\n3. three',
      /^this list counts on from 1, so that 1986 would be shown as 2; .* write "1986\\\."/,
    ],
    'a name in angle brackets': ['Dear <name of carer>,', /^HTML is not read here; .*, or \\< for the sign/],
    'words between comments': ['<!-- a --> words <!-- b -->', /^HTML is not read here/],
    'a comment that does not end': ['text\n\n<!-- note\n\nmore', /^HTML is not read here/],
    'what only looks like a character code': ['&notes; here', /^the words “notes” would not be shown/],
    'a heading without words': ['##\n\ntext', /^the heading has no words$/],
    'a citation by itself': ['text\n\n[@a2013]', /^a citation needs words; put it into the sentence/],
  };
  for (const [name, [body, reason]] of Object.entries(refused)) {
    it(`are refused: ${name}`, () => {
      const { reasons } = read(body);
      assert.ok(
        reasons.some((one) => reason.test(one)),
        reasons.join('\n') || 'nothing was said',
      );
    });
  }

  it('are refused at the line and column of the first that is lost', () => {
    const body = '| a | b |\n|---|---|\n| c | d |\n| c | d | lost words |\n';
    const [problem] = parseBlocks(body, {}).problems;
    assert.ok(problem);
    assert.deepEqual(positionAt(body, problem.offset), { line: 4, column: 11 });
  });

  for (const mark of [
    '2019. Then',
    '1) Then',
    '> Then',
    '* Then',
    '- Then',
    '+ Then',
    '# Then',
    '| Then',
    '``` Then',
    '===',
    '[x]: http://x.example',
  ]) {
    it(`are kept where a long paragraph is parted before "${mark}"`, () => {
      const long = `${Array.from({ length: 170 }, (_, index) => `w${index}`).join(' ')}.`;
      const rest = `${mark} ${Array.from({ length: 30 }, (_, index) => `x${index}`).join(' ')}.`;
      const { texts, reasons } = read(`${long} ${rest}`);
      assert.equal(texts.join(' '), `${long} ${rest}`);
      assert.deepEqual(reasons, []);
    });
  }
});

describe('whatever the Markdown, the words of an essay', () => {
  const marks = {
    numbers: ['1986. ', '12) ', '1. ', '2. '],
    blocks: [
      '\n',
      '\n\n',
      '\n    ',
      '> ',
      '* ',
      '- ',
      '+ ',
      '## ',
      '\n===\n',
      '\n---\n',
      '| ',
      '|---|',
      '```',
      '~~~',
    ],
    links: ['[x]: ', '[x]', '](http://a.example)', '[', '![', '[^1]', '[^1]: ', '- [x] '],
    signs: [
      '<!-- ',
      ' -->',
      '<',
      '>',
      '&',
      ';',
      '\\',
      '*',
      '_',
      '**',
      '`',
      '~~',
      ' {#',
      '}',
      '. ',
      ' ',
      ' ',
      '\t',
    ],
  };
  const mark = fc.constantFrom(...Object.values(marks).flat());
  const word = fc.integer({ min: 100, max: 999 }).map((number) => `w${number}`);
  const markdown = fc.array(fc.oneof(mark, word, word), { maxLength: 40 }).map((parts) => parts.join(''));

  it('are shown, or named in an address, or there is a problem', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        const { blocks, problems } = parseBlocks(body, {});
        if (problems.length > 0) return;
        const shown = blocks.flatMap((block) => [
          block.kind === 'heading' ? block.heading.text : block.text,
          ...block.references.map(({ target }) => target),
        ]);
        const comments = (body.match(/<!--[\s\S]*?-->/g) ?? []).join(' ');
        const titles = (body.match(/^\s*\[x\]: .*$/gm) ?? []).join(' ');
        const fences = (body.match(/(?:```|~~~) ?w\d{3}$/gm) ?? []).join(' ');
        const anchors = (body.match(/\{#\w+/g) ?? []).join(' ');
        const found = `${shown.join(' ')} ${comments} ${titles} ${fences} ${anchors}`.replace(/[^\w]/g, '');
        for (const [expected] of body.matchAll(/w\d{3}/g))
          assert.ok(found.includes(expected), `${expected} of ${body} is lost`);
      }),
      { numRuns: 3000 },
    );
  });

  it('stand in its passages in their order when a paragraph is parted', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom('2019. ', '> ', '- ', '1) ', '# ', '. ', '. ', '. '),
            word.map((one) => `${one} `),
          ),
          {
            minLength: 300,
            maxLength: 500,
          },
        ),
        (parts) => {
          const body = `Start ${parts.join('')}`;
          const { blocks, problems } = parseBlocks(body, {});
          const text = splitPassages(blocks).flatMap((passage) => passage.blocks.map((block) => block.text));
          assert.deepEqual(problems, []);
          assert.equal(text.join(' ').replace(/\s+/g, ' '), body.replace(/\s+/g, ' ').trim());
        },
      ),
      { numRuns: 100 },
    );
  });
});
