import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DraftBlock } from '../../../../scripts/importing/draft/draft.ts';
import { blocksOfLines } from '../../../../scripts/importing/formats/lines/blocks-of-lines.ts';
import { linesOf } from '../../../../scripts/importing/formats/lines/line.ts';
import { normalWords } from '../../../../server/language/split-words.ts';

const LONG =
  'We met in the hall every other week, and whoever came wrote down what was said, so that nobody had to ask twice.';
const OTHER =
  'After a year the rota had grown to twenty names, and the people on it chose for themselves who did what, and when; nobody told them to, and nobody who had only come to watch was asked to leave.';

/** A block in short: its kind, or the level of a heading, and its text. */
const brief = ({ kind, level, text }: DraftBlock) => `${kind === 'heading' ? `h${level}` : kind}: ${text}`;
const blocksOf = (...lines: readonly string[]) => blocksOfLines(linesOf(lines.join('\n'))).map(brief);
const markdownOf = (...lines: readonly string[]) =>
  blocksOfLines(linesOf(lines.join('\n'))).map(({ markdown }) => markdown);

/** A text broken to a width, as mail programs do. */
function wrap(text: string, width: number): string {
  let line = '';
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

describe('linesOf', () => {
  it('gives each line its place, its indent and single spaces', () => {
    assert.deepEqual(linesOf('  One  line\t here \n\n\tTwo'), [
      { text: 'One line here', line: 1, indent: 2 },
      { text: '', line: 2, indent: 0 },
      { text: 'Two', line: 3, indent: 4 },
    ]);
  });
});

describe('paragraphs', () => {
  it('are parted by blank lines', () => {
    assert.deepEqual(blocksOf(LONG, '', OTHER, '', '', LONG), [
      `paragraph: ${LONG}`,
      `paragraph: ${OTHER}`,
      `paragraph: ${LONG}`,
    ]);
  });

  it('have the line that they start on', () => {
    assert.deepEqual(
      blocksOfLines(linesOf(`\n${LONG}\n\n\n${OTHER}`)).map(({ line }) => line),
      [2, 5],
    );
  });

  it('are joined where lines were broken to a width', () => {
    for (const width of [60, 66, 72, 78, 100]) {
      assert.deepEqual(
        blocksOf(wrap(`${LONG} ${OTHER}`, width), '', wrap(`${OTHER} ${LONG}`, width)),
        [`paragraph: ${LONG} ${OTHER}`, `paragraph: ${OTHER} ${LONG}`],
        String(width),
      );
    }
  });

  it('are a line each where nothing was broken', () => {
    assert.deepEqual(
      blocksOf(LONG, OTHER, LONG, OTHER),
      [LONG, OTHER, LONG, OTHER].map((line) => `paragraph: ${line}`),
    );
    const short = 'It rained, and we went in.';
    assert.deepEqual(blocksOf(LONG, short, OTHER, short, LONG), [
      `paragraph: ${LONG}`,
      `paragraph: ${short}`,
      `paragraph: ${OTHER}`,
      `paragraph: ${short}`,
      `paragraph: ${LONG}`,
    ]);
  });

  it('are a line each where lines are about as long, but each of them ends a sentence', () => {
    const lines = [
      'We met in the hall every other week, and whoever came wrote down what was said.',
      'After a year the rota had grown to twenty names, and we chose who did what.',
      'Nobody told us to do so, and nobody who had come to watch was asked to leave.',
      'The minutes went up on the wall of the hall, where anybody could add to them.',
      'In the end it was the minutes, and not the meetings, that changed the plans.',
    ];
    assert.deepEqual(
      blocksOf(...lines),
      lines.map((line) => `paragraph: ${line}`),
    );
  });

  it('end where a line is short, if no blank line parts them', () => {
    const text = [wrap(`${LONG} ${OTHER} So it went on.`, 72), wrap(`${OTHER} ${LONG} So it ended.`, 72)];
    assert.deepEqual(blocksOf(...text), [
      `paragraph: ${LONG} ${OTHER} So it went on.`,
      `paragraph: ${OTHER} ${LONG} So it ended.`,
    ]);
  });

  it('come back whole from any width', () => {
    const sentence = fc.array(
      fc.constantFrom('we', 'the', 'people', 'together', 'rota', 'decided', 'everybody'),
      {
        minLength: 40,
        maxLength: 90,
      },
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 55, max: 100 }),
        (paragraphs, width) => {
          const texts = paragraphs.map((words) => `So ${words.join(' ')}.`);
          assert.deepEqual(
            blocksOf(texts.map((text) => wrap(text, width)).join('\n\n')),
            texts.map((text) => `paragraph: ${text}`),
          );
        },
      ),
    );
  });

  it('keep the lines of an address and of a poem apart', () => {
    assert.deepEqual(blocksOf(LONG, '', 'Sampleton Hall', '1 Example Street', 'Sampleton', '', OTHER), [
      `paragraph: ${LONG}`,
      'paragraph: Sampleton Hall',
      'paragraph: 1 Example Street',
      'paragraph: Sampleton',
      `paragraph: ${OTHER}`,
    ]);
    const poem = [
      'We came in one by one',
      'and sat where there was room',
      'and no one asked our names',
      'till noon',
    ];
    assert.deepEqual(blocksOf(LONG, '', ...poem, '', OTHER), [
      `paragraph: ${LONG}`,
      ...poem.map((line) => `paragraph: ${line}`),
      `paragraph: ${OTHER}`,
    ]);
  });

  it('keep speech that begins with a dash', () => {
    assert.deepEqual(blocksOf(LONG, '', '– Who decides? she asked.', '', OTHER), [
      `paragraph: ${LONG}`,
      'paragraph: – Who decides? she asked.',
      `paragraph: ${OTHER}`,
    ]);
  });

  it('keep a dialogue in dashes, each line with its dash', () => {
    const talk = ['— Who decides? she asked.', '— We do, he said.', '— And who is we?'];
    assert.deepEqual(blocksOf(LONG, '', talk[0] ?? '', '', talk[1] ?? '', '', talk[2] ?? '', '', OTHER), [
      `paragraph: ${LONG}`,
      ...talk.map((line) => `paragraph: ${line}`),
      `paragraph: ${OTHER}`,
    ]);
  });

  it('may begin with a year, a number or an initial', () => {
    for (const text of [
      '2014. A year of change, in which nobody slept and all of us learned to write minutes.',
      `5) ${LONG}`,
      `A. ${LONG}`,
      `1. ${LONG}`,
    ])
      assert.deepEqual(blocksOf(LONG, '', text, '', OTHER), [
        `paragraph: ${LONG}`,
        `paragraph: ${text}`,
        `paragraph: ${OTHER}`,
      ]);
  });
});

describe('lists', () => {
  it('are made of all kinds of bullets', () => {
    for (const mark of ['•', '·', '▪', '◦', '●', '○', '■', '□', '‣', '∙', '*', '-', '–', '—']) {
      assert.deepEqual(
        blocksOf(
          LONG,
          '',
          `${mark} Ask first`,
          `${mark} Pay people`,
          `${mark}  Share the minutes`,
          '',
          OTHER,
        ),
        [`paragraph: ${LONG}`, 'list: Ask first\nPay people\nShare the minutes', `paragraph: ${OTHER}`],
        mark,
      );
    }
  });

  it('may have blank lines between their entries', () => {
    assert.deepEqual(blocksOf(LONG, '', '• Ask first', '', '• Pay people', '', OTHER), [
      `paragraph: ${LONG}`,
      'list: Ask first\nPay people',
      `paragraph: ${OTHER}`,
    ]);
  });

  it('may follow a paragraph without a blank line', () => {
    assert.deepEqual(blocksOf('We learned to:', '- ask first', '- pay people', OTHER), [
      'paragraph: We learned to:',
      'list: ask first\npay people',
      `paragraph: ${OTHER}`,
    ]);
  });

  it('have entries that were broken to a width made whole', () => {
    const entries = [LONG, OTHER, LONG].map((entry) => wrap(`• ${entry}`, 60).replace(/\n/g, '\n  '));
    assert.deepEqual(
      blocksOf(wrap(`${LONG} ${OTHER}`, 60), '', ...entries, '', wrap(`${OTHER} ${LONG}`, 60)),
      [`paragraph: ${LONG} ${OTHER}`, `list: ${LONG}\n${OTHER}\n${LONG}`, `paragraph: ${OTHER} ${LONG}`],
    );
  });

  it('may stand within others: deeper, or with another mark', () => {
    const nested = '- Ask first\n  - who is there\n  - who is not\n- Pay people';
    assert.deepEqual(markdownOf('• Ask first', '  ◦ who is there', '  ◦ who is not', '• Pay people'), [
      nested,
    ]);
    assert.deepEqual(markdownOf('• Ask first', 'o who is there', 'o who is not', '• Pay people'), [nested]);
    assert.deepEqual(markdownOf('- Ask first', '  - who is there', '  - who is not', '- Pay people'), [
      nested,
    ]);
    assert.deepEqual(markdownOf('• Ask first', '\t– who is there', '\t– who is not', '• Pay people'), [
      nested,
    ]);
  });

  it('may count their entries', () => {
    assert.deepEqual(
      markdownOf(LONG, '', '1. Ask first', '2. Pay people', '3. Share the minutes', '', OTHER)[1],
      '1. Ask first\n2. Pay people\n3. Share the minutes',
    );
    assert.deepEqual(markdownOf('1) Ask first', '2) Pay people'), ['1. Ask first\n2. Pay people']);
    assert.deepEqual(markdownOf('(1) Ask first', '(2) Pay people'), ['1. Ask first\n2. Pay people']);
    assert.deepEqual(markdownOf('1. Ask first', '', '2. Pay people'), ['1. Ask first\n2. Pay people']);
  });

  it('do not count what counts something else', () => {
    assert.deepEqual(blocksOf(LONG, '', '12. A house number.', '', '15. Another.', '', OTHER), [
      `paragraph: ${LONG}`,
      'paragraph: 12. A house number.',
      'paragraph: 15. Another.',
      `paragraph: ${OTHER}`,
    ]);
  });

  it('are made of lines below a colon', () => {
    assert.deepEqual(
      blocksOf('We learned three things:', '', 'Ask first', 'Pay people', 'Share the minutes', '', OTHER),
      [
        'paragraph: We learned three things:',
        'list: Ask first\nPay people\nShare the minutes',
        `paragraph: ${OTHER}`,
      ],
    );
    assert.deepEqual(
      blocksOf('We learned three things:', 'Ask first', 'Pay people', 'Share the minutes', '', OTHER),
      [
        'paragraph: We learned three things:',
        'list: Ask first\nPay people\nShare the minutes',
        `paragraph: ${OTHER}`,
      ],
    );
  });

  it('are not made of paragraphs below a colon', () => {
    assert.deepEqual(blocksOf('This is what happened:', '', LONG, '', OTHER), [
      'paragraph: This is what happened:',
      `paragraph: ${LONG}`,
      `paragraph: ${OTHER}`,
    ]);
    assert.deepEqual(blocksOf('This is what happened:', LONG, OTHER, LONG, OTHER, LONG), [
      'paragraph: This is what happened:',
      ...[LONG, OTHER, LONG, OTHER, LONG].map((text) => `paragraph: ${text}`),
    ]);
  });
});

describe('headings', () => {
  it('are short lines that stand alone before text', () => {
    for (const line of [
      'Sharing power',
      'What did we learn?',
      '“Nothing about us without us”',
      '1. Ask first',
      '2014: a hard year',
      'Who’s in the room',
    ])
      assert.deepEqual(
        blocksOf(LONG, '', line, '', OTHER),
        [`paragraph: ${LONG}`, `h2: ${line}`, `paragraph: ${OTHER}`],
        line,
      );
  });

  it('may stand before a list', () => {
    assert.deepEqual(blocksOf(LONG, '', 'What we learned', '', '• Ask first', '• Pay people', '', OTHER), [
      `paragraph: ${LONG}`,
      'h2: What we learned',
      'list: Ask first\nPay people',
      `paragraph: ${OTHER}`,
    ]);
  });

  it('are found among paragraphs of a line each, without blank lines', () => {
    assert.deepEqual(blocksOf(LONG, OTHER, 'Sharing power', LONG, OTHER, 'What did we learn?', LONG), [
      `paragraph: ${LONG}`,
      `paragraph: ${OTHER}`,
      'h2: Sharing power',
      `paragraph: ${LONG}`,
      `paragraph: ${OTHER}`,
      'h2: What did we learn?',
      `paragraph: ${LONG}`,
    ]);
  });

  it('of numbered sections keep their numbers', () => {
    assert.deepEqual(blocksOf('1. Ask first', '', LONG, '', '2. Pay people', '', OTHER), [
      'h2: 1. Ask first',
      `paragraph: ${LONG}`,
      'h2: 2. Pay people',
      `paragraph: ${OTHER}`,
    ]);
  });

  it('are not the last line, nor a sentence, nor what a colon leads to', () => {
    assert.deepEqual(blocksOf(LONG, '', 'Thank you'), [`paragraph: ${LONG}`, 'paragraph: Thank you']);
    assert.deepEqual(blocksOf(LONG, '', 'We did not.', '', OTHER)[1], 'paragraph: We did not.');
    assert.deepEqual(blocksOf('She asked:', '', 'Who decides', '', OTHER)[1], 'paragraph: Who decides');
    assert.deepEqual(blocksOf(LONG, '', 'and so on', '', OTHER)[1], 'paragraph: and so on');
  });

  it('have the level that the original gives them', () => {
    const lines = [
      { text: 'sharing power.', line: 1, indent: 0, headingLevel: 3 },
      { text: '', line: 2, indent: 0 },
      { text: LONG, line: 3, indent: 0 },
    ];
    assert.deepEqual(blocksOfLines(lines).map(brief), ['h3: sharing power.', `paragraph: ${LONG}`]);
  });
});

describe('blocksOfLines', () => {
  it('loses no word, and adds none, but for the numbers that a list counts', () => {
    const line = fc.constantFrom(
      '',
      '',
      LONG,
      OTHER,
      'Sharing power',
      'Ask first',
      '• one',
      '- two',
      '  - three',
      'o four',
      '* five',
      '– six',
      'What now?',
      'As follows:',
      'short.',
      '…',
      '---',
      '"said"',
      'a_b *c* [d]',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const marks = /^\s*o(?= four)/;
        const before = lines.flatMap((text) => normalWords(text.replace(marks, '')));
        const after = blocksOfLines(linesOf(lines.join('\n'))).flatMap(({ text }) =>
          normalWords(text.replace(/\bo(?= four)/g, '')),
        );
        assert.deepEqual(after, before);
      }),
      { numRuns: 300 },
    );
  });

  it('takes no text for too long', () => {
    for (const line of ['- entry', 'word', '1. entry', '', 'As follows:', LONG]) {
      // Time of the processor: a machine that is busy with other work is no fault.
      const before = process.cpuUsage();
      blocksOfLines(linesOf(`${line}\n`.repeat(20_000)));
      assert.ok(process.cpuUsage(before).user < 3_000_000, line);
    }
  });
});
