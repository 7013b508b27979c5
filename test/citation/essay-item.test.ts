import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { creditLine } from '../../server/citation/credit-passage.ts';
import { essayItem, passageItem } from '../../server/citation/essay-item.ts';
import { harvardReference } from '../../server/citation/harvard-reference.ts';
import type { Essay } from '../../server/domain/corpus.ts';
import type { Author } from '../../server/domain/essay.ts';
import { essaySlug, passageId } from '../../server/domain/ids.ts';
import type { Passage } from '../../server/domain/passage.ts';

const SITE = { name: 'Table Talk', baseUrl: 'https://example.org' };

const essay = (fields: Partial<Essay> = {}): Essay => ({
  slug: essaySlug('on-tables'),
  title: 'On tables',
  kind: 'guide',
  authors: [{ name: 'Jan van der Example' }],
  published: '2024-05-02',
  updated: '2024-05-02',
  summary: 'On tables.',
  inShort: [],
  perspective: 'editors',
  rights: { licence: 'CC BY 4.0', holder: 'Table Talk' },
  tags: [],
  reviewed: [],
  nations: [],
  passages: [],
  words: 0,
  sources: [],
  ...fields,
});
const passage = (paragraph: number, lastParagraph = paragraph): Passage => ({
  id: passageId('aaa1'),
  essay: essaySlug('on-tables'),
  position: 1,
  locator: { headings: [], paragraph, lastParagraph },
  opens: [],
  text: 'Tables.',
  html: '<p>Tables.</p>',
  words: 1,
  perspective: 'editors',
  tags: [],
  nations: [],
  isQuotable: false,
  isTryThis: false,
  sources: [],
});
const referenceTo = (fields: Partial<Essay>) =>
  harvardReference(essayItem(essay(fields), SITE))
    .map(({ text, italic }) => (italic ? `_${text}_` : text))
    .join('');
const namesIn = (...authors: Author[]) => essayItem(essay({ authors }), SITE).author;

describe('essayItem', () => {
  it('is a page of the site', () => {
    assert.deepEqual(essayItem(essay(), SITE), {
      id: 'on-tables',
      type: 'webpage',
      title: 'On tables',
      author: [{ family: 'van der Example', given: 'Jan' }],
      editor: [],
      issued: { 'date-parts': [[2024, 5, 2]] },
      'container-title': 'Table Talk',
      URL: 'https://example.org/essays/on-tables',
    });
  });

  it('is a page of whoever first published it, if it was brought in', () => {
    const { published, ...undated } = essay({
      kind: 'essay',
      original: { file: 'a.html', publisher: 'A council' },
    });
    assert.deepEqual(essayItem(undated, SITE), {
      id: 'on-tables',
      type: 'webpage',
      title: 'On tables',
      author: [{ family: 'van der Example', given: 'Jan' }],
      editor: [],
      'container-title': 'A council',
      URL: 'https://example.org/essays/on-tables',
    });
  });

  it('takes the names of a byline apart, and an editor’s word for who is a body', () => {
    assert.deepEqual(
      namesIn({ name: 'Ada Sample and Ben Example', role: 'carers' }, { name: 'Example Carers Forum' }),
      [
        { family: 'Sample', given: 'Ada' },
        { family: 'Example', given: 'Ben' },
        { literal: 'Example Carers Forum' },
      ],
    );
    assert.deepEqual(
      namesIn({ name: 'bell hooks', family: 'hooks' }, { name: 'Rowan Tree', family: 'none' }),
      [{ family: 'hooks', given: 'bell' }, { literal: 'Rowan Tree' }],
    );
  });

  it('takes the site’s own name for a body’s', () => {
    const authors = [{ name: 'Rowan Tree' }];
    assert.deepEqual(essayItem(essay({ authors }), { ...SITE, name: 'Rowan Tree' }).author, [
      { literal: 'Rowan Tree' },
    ]);
  });

  it('leads to a reference that names bodies whole, people by family name and nobody where none is known', () => {
    const link = 'Available at: https://example.org/essays/on-tables.';
    assert.deepEqual(
      [
        { authors: [{ name: 'Disability Rights UK' }, { name: 'Ada Sample' }] },
        { authors: [{ name: 'Table Talk' }] },
        { title: 'Who sits where?', authors: [{ name: 'Table Talk' }] },
        { authors: [{ name: 'Author not known' }] },
      ].map(referenceTo),
      [
        `Disability Rights UK and Sample, A. (2024) ‘On tables’, _Table Talk_. ${link}`,
        `Table Talk (2024) ‘On tables’. ${link}`,
        `Table Talk (2024) ‘Who sits where?’ ${link}`,
        `‘On tables’ (2024), _Table Talk_. ${link}`,
      ],
    );
  });
});

describe('passageItem', () => {
  it('is its essay at the passage’s own address, and is cited with its paragraphs', () => {
    const cited = passage(4, 5);
    const item = passageItem(cited, essay(), SITE);
    assert.deepEqual(item, {
      ...essayItem(essay(), SITE),
      id: 'aaa1',
      URL: 'https://example.org/passages/aaa1',
    });
    assert.deepEqual(harvardReference(item, cited.locator), [
      { text: 'van der Example, J. (2024) ' },
      { text: '‘On tables’' },
      { text: ', ' },
      { text: 'Table Talk', italic: true },
      { text: ', paras 4–5' },
      { text: '.' },
      { text: ' Available at: ' },
      { text: 'https://example.org/passages/aaa1', href: 'https://example.org/passages/aaa1' },
      { text: '.' },
    ]);
  });
});

describe('creditLine', () => {
  it('gives the byline as printed, the place and the terms', () => {
    assert.equal(
      creditLine(passage(4), essay()),
      'Jan van der Example (2024) ‘On tables’, para. 4. CC BY 4.0.',
    );
    assert.equal(
      creditLine(passage(4), essay({ rights: { licence: 'all rights reserved.', holder: 'A council' } })),
      'Jan van der Example (2024) ‘On tables’, para. 4. All rights reserved.',
    );
  });
});
