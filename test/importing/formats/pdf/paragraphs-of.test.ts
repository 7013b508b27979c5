import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paragraphsOf } from '../../../../scripts/importing/formats/pdf/paragraphs-of.ts';
import type { PrintedLine } from '../../../../scripts/importing/formats/pdf/printed-lines.ts';

/** Lines one below the other, twelve points large unless a size stands before the text. */
const print = (...texts: readonly string[]): PrintedLine[] =>
  texts.map((printed, index) => {
    const [, size = '12', text = ''] = /^(?:(\d+)pt )?(.*)$/.exec(printed) ?? [];
    return { page: 1, text, x: 72, y: 700 - 15 * index, right: 500, size: Number(size), isAtEdge: false };
  });
const texts = (...lines: readonly string[]) =>
  paragraphsOf(print(...lines)).flatMap(({ text }) => (text === '' ? [] : [text]));

describe('the paragraphs of a PDF', () => {
  it('are joined of lines, with the words made whole that were broken', () => {
    assert.deepEqual(
      texts('We wrote the agenda on the win-', 'dow, so that people who were late', 'could read it.'),
      ['We wrote the agenda on the window, so that people who were late could read it.'],
    );
  });

  it('begin at a bullet, and at a number of up to three digits', () => {
    const lines = ['The group met.', '• Tea', '9. It asked for tea.', '100. It asked for cake.'];
    assert.deepEqual(texts(...lines), lines);
  });

  it('have the bullet before them that stands in a column of its own', () => {
    const [first, second] = print('•', 'Tea and cake');
    assert.ok(first && second);
    const lines = paragraphsOf([first, { ...second, x: 90, y: first.y }]);
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['• Tea and cake', ''],
    );
  });

  it('have the notes of their pages after them, told by their small print', () => {
    assert.deepEqual(
      texts(
        'We met in the library.[1]',
        'Nobody there asks why you have come.[2]',
        '8pt 1 It was built in 1906.',
        '8pt 2 This is still so.',
      ),
      [
        'We met in the library.[1] Nobody there asks why you have come.[2]',
        'Notes',
        '1. It was built in 1906.',
        '2. This is still so.',
      ],
    );
  });
});
