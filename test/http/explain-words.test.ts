import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { GlossaryEntry } from '../../server/domain/glossary.ts';
import { createWordExplainer } from '../../server/http/views/explain-words.ts';

const entry = (term: string, also: readonly string[] = []): GlossaryEntry => ({
  id: term.toLowerCase().replace(/\W+/g, '-'),
  term,
  also,
  definition: 'One sentence. Another.',
  concepts: [],
  sources: [],
});
const GLOSSARY = [
  entry('time bank', ['timebank']),
  entry('board'),
  entry('co-production board'),
  entry('Making it Real'),
  entry('personal budget', ['PB']),
];
const explain = (...passages: string[]) => {
  const explainer = createWordExplainer(GLOSSARY);
  const html = passages.map((passage, place) => explainer.explain(passage, place + 1));
  return { html, words: explainer.listWords().map(({ entry: { id }, passage }) => `${id} ${passage}`) };
};
const link = (id: string, words: string) => `<a class="word" href="#word-${id}">${words}</a>`;

describe('explaining words in an essay', () => {
  it('links the first mention of each word, and says in which passage it stands', () => {
    assert.deepEqual(explain('<p>A time bank.</p>', '<p>Two time banks and a board.</p>'), {
      html: [
        `<p>A ${link('time-bank', 'time bank')}.</p>`,
        `<p>Two time banks and a ${link('board', 'board')}.</p>`,
      ],
      words: ['time-bank 1', 'board 2'],
    });
  });

  it('finds other forms, a plural, and a capital at the start of a sentence', () => {
    assert.deepEqual(explain('<p>Timebanks work.</p>').html, [
      `<p>${link('time-bank', 'Timebanks')} work.</p>`,
    ]);
    assert.deepEqual(explain('<p>Ask for PBs.</p>').html, [
      `<p>Ask for ${link('personal-budget', 'PBs')}.</p>`,
    ]);
  });

  it('takes a word with a capital within a sentence for part of a name', () => {
    assert.deepEqual(explain('<p>Ask the Board of Trade.</p>', '<p>Yes. Board it.</p>').words, ['board 2']);
  });

  it('takes the longer of two words that begin alike, and no part of a longer word', () => {
    assert.deepEqual(explain('<p>Our co-production board.</p>').html, [
      `<p>Our ${link('co-production-board', 'co-production board')}.</p>`,
    ]);
    assert.deepEqual(explain('<p>A blackboard, a board-room, boarding.</p>').words, []);
  });

  it('takes a name only as it is written', () => {
    assert.deepEqual(explain('<p>We are making it real.</p>', '<p>See Making it Real.</p>').words, [
      'making-it-real 2',
    ]);
    assert.deepEqual(explain('<p>A pb is no word.</p>').words, []);
  });

  it('leaves links, citations, tags and entities alone', () => {
    const html =
      '<p><a href="/board">a board</a> <cite>(<a class="citation" href="/sources/board">Board, 2001</a>)</cite> &board;</p>';
    assert.deepEqual(explain(html), { html: [html], words: [] });
  });

  it('never changes what is read, whatever the text', () => {
    const words = fc.constantFrom(
      'board',
      'time bank',
      '<em>',
      '</em>',
      '<a href="#x">',
      '</a>',
      '&amp;',
      ' ',
      ', ',
      'PB',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
        const html = parts.join('');
        const [explained = ''] = explain(html).html;
        assert.equal(explained.replace(/<a class="word"[^>]*>([^<]*)<\/a>/g, '$1'), html);
      }),
    );
  });

  it('has nothing to say without a glossary', () => {
    assert.equal(createWordExplainer([]).explain('<p>A board.</p>', 1), '<p>A board.</p>');
  });
});
