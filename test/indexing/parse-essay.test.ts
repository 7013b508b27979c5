import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parseEssay } from '../../scripts/indexing/essays/parse-essay.ts';
import { isRealDate } from '../../scripts/indexing/files/field-schemas.ts';
import { essaySlug } from '../../server/domain/ids.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

const GOOD = readFileSync(path.join(FIXTURE_DIR, 'essays/kitchen-table.md'), 'utf8');
const parse = (text: string) => parseEssay({ file: 'a.md', slug: essaySlug('a'), text }, {});

describe('parseEssay', () => {
  it('reads the family name that an editor gives', () => {
    const author = '  - name: Fixture Editors';
    const { essay, problems } = parse(GOOD.replace(author, `${author}\n    family: none`));
    assert.deepEqual(problems, []);
    assert.deepEqual(essay?.meta.authors, [{ name: 'Fixture Editors', family: 'none' }]);
  });

  it('reads front matter, passages, tags, perspectives and references', () => {
    const { essay, problems } = parse(GOOD);
    assert.deepEqual(problems, []);
    assert.equal(essay?.meta.title, 'The kitchen table');
    assert.deepEqual(
      essay?.passages.map(({ id, position, perspective, editorTags, refusedTags, sources, locator }) => ({
        id,
        position,
        perspective,
        editorTags,
        refusedTags,
        sources,
        paragraphs: [locator.paragraph, locator.lastParagraph],
      })),
      [
        {
          id: 'aaa1',
          position: 1,
          perspective: 'editors',
          editorTags: [],
          refusedTags: [],
          sources: ['fixture2013'],
          paragraphs: [1, 1],
        },
        {
          id: 'aaa2',
          position: 2,
          perspective: 'editors',
          editorTags: [],
          refusedTags: [],
          sources: [],
          paragraphs: [2, 2],
        },
        {
          id: 'aaa3',
          position: 3,
          perspective: 'practitioner',
          editorTags: [],
          refusedTags: [],
          sources: [],
          paragraphs: [3, 4],
        },
        {
          id: 'aaa4',
          position: 4,
          perspective: 'editors',
          editorTags: ['tokenism'],
          refusedTags: ['power-sharing'],
          sources: [],
          paragraphs: [5, 5],
        },
      ],
    );
    assert.deepEqual(
      essay?.references.map(({ kind, target, at }) => [kind, target, at.line]),
      [
        ['citation', 'fixture2013', 19],
        ['link', 'long-loss.md#ccc1', 23],
      ],
    );
  });

  it('derives an id for a passage without an anchor from its words, and keeps it wherever they move', () => {
    const [first, second] = [
      'One two three. {#aaa1}\n\n## A\n\nFour five.\n',
      'Four five.\n\n## B\n\nElse. {#aaa1}\n',
    ].map(
      (body) =>
        parse(GOOD.replace(/\n---\n[\s\S]*$/, `\n---\n${body}`)).essay?.passages.find(
          ({ anchored }) => !anchored,
        )?.id,
    );
    assert.match(first ?? '', /^p[0-9a-f]{11}$/);
    assert.equal(first, second);
  });

  it('gives passages with the same words different ids', () => {
    const { essay } = parse(GOOD.replace(/\n---\n[\s\S]*$/, '\n---\nSame.\n\n## A\n\nSame.\n'));
    assert.equal(new Set(essay?.passages.map(({ id }) => id)).size, 2);
  });

  it('reads the note that stands before a passage, and refuses an empty one', () => {
    const withBody = (body: string) => parse(GOOD.replace(/\n---\n[\s\S]*$/, `\n---\n${body}\n`));
    const { essay } = withBody('Some words. {#abcd note="Speaks of a death."}\n\nMore. {#abce}');
    assert.deepEqual(
      essay?.passages.map(({ contentNote }) => contentNote),
      ['Speaks of a death.', undefined],
    );
    assert.match(withBody('Some words. {#abcd note=""}').problems[0]?.reason ?? '', /note="" is empty/);
  });

  it('leaves braces in the text that are not attributes', () => {
    const { essay, problems } = parse(GOOD.replace(/\n---\n[\s\S]*$/, '\n---\nA set {a, b} and {c}\n'));
    assert.deepEqual([essay?.passages[0]?.text, problems], ['A set {a, b} and {c}', []]);
  });
});

describe('isRealDate', () => {
  it('knows which days exist', () => {
    const days = ['2024-02-29', '2023-02-29', '2024-13-01', '2024-00-10', '2024-4-1', '1 May 2024'];
    assert.deepEqual(days.map(isRealDate), [true, false, false, false, false, false]);
  });
});
