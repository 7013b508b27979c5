import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Block, MAX_PASSAGE_WORDS, parseBlocks } from '../../scripts/indexing/passages/parse-blocks.ts';
import { MIN_PASSAGE_WORDS, splitPassages } from '../../scripts/indexing/passages/split-passages.ts';
import { countWords, splitWords } from '../../server/language/split-words.ts';

const passagesOf = (body: string) => splitPassages(parseBlocks(body, {}).blocks);
const textsOf = (body: string) =>
  passagesOf(body).map(({ blocks }) => blocks.map(({ text }) => text).join('\n'));
const words = (count: number, word = 'word') =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');

describe('splitPassages without anchors', () => {
  it('makes each paragraph of at least thirty words a passage', () => {
    assert.deepEqual(textsOf(`${words(30, 'a')}\n\n${words(31, 'b')}`), [words(30, 'a'), words(31, 'b')]);
  });

  it('lets a short paragraph take in the next, and a short last one join the one before', () => {
    assert.deepEqual(textsOf(`${words(5, 'a')}\n\n${words(40, 'b')}`), [
      `${words(5, 'a')}\n${words(40, 'b')}`,
    ]);
    assert.deepEqual(textsOf(`${words(40, 'a')}\n\n${words(5, 'b')}`), [
      `${words(40, 'a')}\n${words(5, 'b')}`,
    ]);
  });

  it('keeps a list with the line that leads to it', () => {
    const lead = `${words(35, 'a')}:`;
    assert.deepEqual(textsOf(`${lead}\n\n- one\n- two`), [`${lead}\none\ntwo`]);
  });

  it('never merges across a heading: a short section stands alone', () => {
    assert.deepEqual(textsOf(`Short.\n\n## Next\n\nAlso short.`), ['Short.', 'Also short.']);
  });

  it('parts a paragraph of more than 180 words between sentences, outside links and emphasis', () => {
    const sentence = (letter: string) => `${words(70, letter)}. `;
    const body = `${sentence('A')}${sentence('B')}*${sentence('C').trim()} And this.* ${sentence('D')}`;
    const texts = textsOf(body);
    assert.equal(texts.length, 2);
    assert.ok(texts[0]?.endsWith('B69.'), texts[0]);
    assert.ok(texts[1]?.startsWith('C0'), texts[1]);
  });

  it('keeps a long list, table or quotation whole', () => {
    const list = Array.from({ length: 20 }, (_, index) => `- ${words(10, `e${index}x`)}`).join('\n');
    assert.equal(passagesOf(list).length, 1);
    assert.equal(passagesOf(`> ${words(200)}`).length, 1);
  });

  it('gives each passage its headings, its paragraph numbers, and the headings that open before it', () => {
    const [first, second, third] = passagesOf(
      `Start.\n\n## A\n\n### B\n\n${words(40)}\n\n## C\n\nOne.\n\nTwo.`,
    );
    assert.deepEqual(first?.locator, { headings: [], paragraph: 1, lastParagraph: 1 });
    assert.deepEqual(second?.locator, { headings: ['A', 'B'], paragraph: 2, lastParagraph: 2 });
    assert.deepEqual(
      second?.opens.map(({ id }) => id),
      ['section-a', 'section-b'],
    );
    assert.deepEqual(third?.locator, { headings: ['C'], paragraph: 3, lastParagraph: 4 });
  });
});

describe('splitPassages with anchors', () => {
  it('starts a passage at each anchor, and joins blocks without one to the one before', () => {
    assert.deepEqual(textsOf('One. {#aaa1}\n\nTwo.\n\nThree. {#aaa3}'), ['One.\nTwo.', 'Three.']);
  });

  it('starts another, without an anchor, where the passage would grow past 180 words', () => {
    const passages = passagesOf(`${words(100, 'a')} {#aaa1}\n\n${words(100, 'b')}`);
    assert.deepEqual(
      passages.map(({ blocks }) => blocks[0].attributes?.anchor),
      ['aaa1', undefined],
    );
  });
});

describe('whatever the text, splitPassages', () => {
  const sentence = fc
    .array(
      fc.constantFrom('grief', 'power', 'co-production', 'Dr.', 'a', '*b*', '[c](https://d.example)', '“e”'),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    .map((list) => `${list.join(' ')}.`);
  const paragraph = fc.array(sentence, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));
  const block = fc.oneof(
    paragraph,
    paragraph.map((text) => `## ${text.slice(0, 30).replace(/[[\]*()]/g, '')}`),
    fc
      .array(sentence, { minLength: 1, maxLength: 4 })
      .map((list) => list.map((entry) => `- ${entry}`).join('\n')),
    sentence.map((text) => `> ${text}`),
    fc.tuple(paragraph, fc.integer({ min: 1000, max: 9999 })).map(([text, id]) => `${text} {#a${id}}`),
  );
  const body = fc.array(block, { minLength: 1, maxLength: 12 }).map((list) => list.join('\n\n'));

  it('keeps every block, once, in order', () => {
    fc.assert(
      fc.property(body, (markdown) => {
        const blocks = parseBlocks(markdown, {}).blocks.filter(
          (entry): entry is Block => entry.kind === 'block',
        );
        assert.deepEqual(
          splitPassages(parseBlocks(markdown, {}).blocks).flatMap((passage) => passage.blocks),
          blocks,
        );
      }),
    );
  });

  it('loses and doubles no word of the paragraphs', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const printed = paragraphs.join(' ').replace(/\]\(https:\/\/d\.example\)/g, ']');
        assert.deepEqual(
          textsOf(paragraphs.join('\n\n')).flatMap((text) => splitWords(text).map(({ normal }) => normal)),
          splitWords(printed).map(({ normal }) => normal),
        );
      }),
    );
  });

  it('keeps a passage of several blocks within 180 words, and numbers paragraphs upwards', () => {
    fc.assert(
      fc.property(body, (markdown) => {
        let last = 0;
        for (const { blocks, locator } of passagesOf(markdown)) {
          const total = blocks.reduce((sum, entry) => sum + entry.words, 0);
          assert.ok(
            blocks.length === 1 || total <= MAX_PASSAGE_WORDS,
            `${total} words in ${blocks.length} blocks`,
          );
          assert.ok(locator.paragraph >= last && locator.lastParagraph >= locator.paragraph);
          last = locator.lastParagraph;
        }
      }),
    );
  });

  it('leaves no passage under thirty words beside one in its section that had room for it', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 8 }), (paragraphs) => {
        const sizes = textsOf(paragraphs.join('\n\n')).map(countWords);
        for (const [index, size] of sizes.entries()) {
          const next = sizes[index + 1];
          if (next === undefined || size >= MIN_PASSAGE_WORDS) continue;
          assert.ok(size + next > MAX_PASSAGE_WORDS, `${size} words stand alone before ${next}`);
        }
      }),
    );
  });
});
