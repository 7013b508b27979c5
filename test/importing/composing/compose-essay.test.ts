import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { composeEssay } from '../../../scripts/importing/composing/compose-essay.ts';
import type { ImportTerms, Origin } from '../../../scripts/importing/composing/front-matter.ts';
import type { Draft, DraftBlock } from '../../../scripts/importing/draft/draft.ts';
import { escapeMarkdown } from '../../../scripts/importing/draft/escape-markdown.ts';
import { heading, list, paragraph } from '../../../scripts/importing/draft/make-blocks.ts';
import { UnreadableOriginal } from '../../../scripts/importing/originals/unreadable-original.ts';
import { lexMarkdown } from '../../../scripts/indexing/passages/lex-markdown.ts';
import { renderMarkdown } from '../../../scripts/indexing/passages/render-markdown.ts';
import { AUTHOR_NOT_KNOWN } from '../../../server/domain/essay.ts';
import { eachGives } from '../each-gives.ts';

const ORIGIN: Origin = { file: 'rota.txt', sha256: 'ab'.repeat(32), lineUnit: 'line' };
const TERMS: ImportTerms = { licence: 'permission unknown', today: '2026-11-25' };
const TEXT = 'We met in the hall every other week, and whoever came wrote down what was said. So it began.';

const draftOf = (blocks: readonly DraftBlock[], rest: Partial<Draft> = {}): Draft => ({
  title: 'The rota',
  authors: [{ name: 'Ada Sample' }],
  published: '2014-05-03',
  reviews: [],
  ...rest,
  blocks,
});
const compose = (blocks: readonly DraftBlock[], rest: Partial<Draft> = {}, origin = ORIGIN) =>
  composeEssay(draftOf(blocks, rest), origin, TERMS);
const shown = (markdown: string) => renderMarkdown(lexMarkdown(markdown), {}).text;
const single = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('composeEssay', () => {
  it('writes a whole file', () => {
    const essay = compose(
      [
        paragraph(TEXT, 1),
        heading('Who came', 2, 3),
        list(
          [
            { text: 'Ada', level: 0 },
            { text: 'Ben', level: 1 },
          ],
          5,
        ),
      ],
      {
        authors: [{ name: 'Ada Sample', role: 'carer' }, { name: 'Ben Example' }],
        publisher: 'Example Trust',
        address: 'https://sample.example/rota',
        summary: 'How a rota grew into a group that decides.',
        reviews: [
          { reason: 'look at this' },
          { line: 3, reason: 'look here' },
          { line: 3, reason: 'look here' },
        ],
      },
      { ...ORIGIN, post: 2 },
    );
    const written = createHash('sha256')
      .update(essay.text.replace(/^ {2}written: .*\n/m, ''))
      .digest('hex');
    assert.equal(
      essay.text,
      `---
title: The rota
kind: essay
authors:
  - name: Ada Sample
    role: carer
  - name: Ben Example
published: 2014-05-03
updated: 2026-11-25
summary: How a rota grew into a group that decides.
perspective: author
rights:
  licence: permission unknown
  holder: Ada Sample, Ben Example
original:
  written: ${written}
  file: rota.txt
  sha256: ${'ab'.repeat(32)}
  post: 2
  publisher: Example Trust
  url: https://sample.example/rota
review:
  - look at this
  - "line 3: look here"
---

${TEXT}

## Who came

- Ada
  - Ben
`,
    );
    assert.deepEqual(essay.reviews, ['look at this', 'line 3: look here']);
    assert.equal(essay.words, 23);
    assert.equal(essay.authors, 'Ada Sample, Ben Example');
    assert.equal(essay.title, 'The rota');
    assert.equal(essay.published, '2014-05-03');
  });

  it('says what it did not find, and puts something in its place', () => {
    const essay = composeEssay(
      { authors: [], blocks: [paragraph(TEXT, 1)], reviews: [] },
      { ...ORIGIN, file: 'the_long-rota.html', lineUnit: 'page' },
      TERMS,
    );
    assert.equal(essay.title, 'the long rota');
    assert.equal(essay.authors, AUTHOR_NOT_KNOWN);
    assert.equal(essay.published, undefined);
    assert.deepEqual(essay.reviews, [
      "no title was found; the file's name stands in for it",
      'no author was found',
      'no date of publication was found',
    ]);
    assert.match(essay.text, /^published: unknown$/m);
    assert.match(essay.text, /^ {2}holder: not known$/m);
  });

  it('lets the publisher stand in for the author', () => {
    const rest = { authors: [], publisher: 'Example Trust', address: 'https://sample.example/' };
    const essay = compose([paragraph(TEXT, 1)], rest);
    assert.equal(essay.authors, 'Example Trust');
    assert.deepEqual(essay.reviews, ['no author was found; the publisher stands in']);
  });

  it('sums an essay up by what was said of it, or else by its first sentence', () => {
    const summaryOf = (blocks: readonly DraftBlock[], summary?: string) =>
      /^summary: (.*)$/m.exec(compose(blocks, summary ? { summary } : {}).text)?.[1];
    assert.equal(
      summaryOf([paragraph('Short.', 1), paragraph(TEXT, 2)]),
      'We met in the hall every other week, and whoever came wrote down what was said.',
    );
    assert.equal(
      summaryOf([paragraph(TEXT, 2)], 'A rota that  grew into a group.'),
      'A rota that grew into a group.',
    );
    for (const cut of [
      'A rota that grew into a …',
      'A rota that grew into a...',
      'A rota that grew [...]',
      'A rota',
    ])
      assert.match(summaryOf([paragraph(TEXT, 2)], cut) ?? '', /^We met in the hall/, cut);
    const long = `We met ${'and met '.repeat(100)}again.`;
    const summary = summaryOf([paragraph(long, 1)]) ?? '';
    assert.ok(summary.length <= 302 && summary.endsWith(' …'), summary);
  });

  it('gives what a host says to the editors, if it is long enough to be a passage', () => {
    const said = (text: string): DraftBlock => ({
      ...paragraph(text, 1),
      kind: 'quotation',
      markdown: `> ${text}`,
      isByPublisher: true,
    });
    const bodyOf = (...blocks: readonly DraftBlock[]) => compose(blocks).text.split('---\n\n')[1];
    const long = `${TEXT} Ada Sample, who chairs the panel, was there from the first day, and tells it here.`;
    assert.equal(
      bodyOf(said(long), paragraph(TEXT, 2), paragraph('And so on.', 3)),
      `> ${long}\n\n{perspective="editors"}\n\n${TEXT}\n\nAnd so on.\n`,
    );
    assert.equal(
      bodyOf(said(long), list([{ text: 'One thing', level: 0 }], 2), paragraph(TEXT, 3)),
      `> ${long}\n\n{perspective="editors"}\n\n- One thing\n\n${TEXT}\n`,
    );
    assert.equal(
      bodyOf(said(long), heading('First', 2, 2), paragraph(TEXT, 3)),
      `> ${long}\n\n{perspective="editors"}\n\n## First\n\n${TEXT}\n`,
    );
    for (const text of ['Ada Sample chairs the panel.', `${long.slice(0, -1)}:`])
      assert.equal(bodyOf(said(text), paragraph(TEXT, 2)), `> ${text}\n\n${TEXT}\n`);
  });

  it('writes any title, name and file name as YAML that says just that', () => {
    for (const title of [
      'Yes',
      '2014',
      '"Us": and # them',
      "- It's",
      '{a}',
      '*a',
      'null',
      '~',
      '@us',
      'a: b',
      '…',
      '%a',
    ])
      assert.equal(
        compose([paragraph(TEXT, 1)], { title, authors: [{ name: title, role: title }] }).title,
        title,
      );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const title = single(text.replace(/\p{C}/gu, ''));
        fc.pre(/[\p{L}\p{N}]/u.test(title));
        assert.equal(compose([paragraph(TEXT, 1)], { title, summary: title, publisher: title }).title, title);
      }),
    );
  });

  it('refuses an essay without text, and one that is too long', () => {
    assert.throws(() => compose([]), UnreadableOriginal);
    assert.throws(() => compose([heading('Only this', 2, 1)]), UnreadableOriginal);
    assert.throws(() => compose([paragraph('We met. '.repeat(140_000), 1)]), UnreadableOriginal);
  });

  it('writes the words alone where the Markdown would change them, and says so', () => {
    const wrong = { ...paragraph(TEXT, 4), markdown: TEXT.replace('hall', 'church') };
    const essay = compose([wrong]);
    assert.ok(essay.text.endsWith(`---\n\n${TEXT}\n`));
    assert.deepEqual(essay.reviews, [
      'line 4: its emphasis, links or columns cannot be shown, and were left out',
    ]);
  });
});

/** Characters that mean something in Markdown, among letters, digits and others. */
const marks = fc.constantFrom(
  ...'abcABC123  *_[]()<>#`~{}&;:!|\\/-+=.,"\'@^$%?é’“”–…•',
  '  ',
  '1. ',
  '12) ',
  '- ',
  '# ',
  '> ',
  '{#id}',
  '{#k3f9}',
  '{tags="x"}',
  '[@a]',
  '[a]: ',
  '![',
  '](',
  '<b>',
  '<!--',
  '-->',
  '```',
  '~~',
  '**',
  '&amp;',
  '&#35;',
  ' https://a.example/ ',
  ' www.a.example/rota ',
  'a@b.example',
  '---',
  '===',
  '|',
  '日本',
  'ß',
  'İ',
  'ﬁ',
  '½',
  'Ω',
  'ع',
  '👍',
  'e\u0301',
  '\t',
);
/** A line as readers give it: with a word in it, in single spaces. */
const line = fc
  .array(marks, { minLength: 1, maxLength: 20 })
  .map((parts) => single(parts.join('')))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));
const block = fc.oneof(
  line.map((text) => paragraph(text, 1)),
  fc.array(line, { minLength: 2, maxLength: 3 }).map((lines) => paragraph(lines.join('\n'), 1)),
  line.map((text) => heading(text, 2, 1)),
  fc
    .tuple(
      fc.array(fc.record({ text: line, level: fc.constantFrom(0, 0, 1) }), { minLength: 1, maxLength: 4 }),
      fc.option(fc.constantFrom(0, 1, 7), { nil: undefined }),
    )
    .map(([entries, start]) =>
      list(
        entries.map((entry, index) => (index === 0 || start !== undefined ? { ...entry, level: 0 } : entry)),
        1,
        start,
      ),
    ),
);

/** Addresses that stand by themselves are links, and end where Markdown says; the examples below have them. */
const unlinked = line.filter((text) => !/:\/\/|www\.|@/i.test(text));

describe('the words of an essay', () => {
  it('come back from its Markdown, whatever marks are in them', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        // Two numbered lists in a row are one to Markdown, which counts on: that is noted.
        const isNumbered = (one?: DraftBlock) => one?.kind === 'list' && /^\d/.test(one.markdown);
        fc.pre(!blocks.some((one, index) => isNumbered(one) && isNumbered(blocks[index + 1])));
        assert.deepEqual(compose([paragraph(TEXT, 1), ...blocks, paragraph(TEXT, 9)]).reviews, []);
      }),
      { numRuns: 1500 },
    );
  });

  it('are shown in paragraphs with every mark they have', () => {
    fc.assert(
      fc.property(unlinked, (text) => assert.equal(single(shown(escapeMarkdown(text))), text)),
      { numRuns: 2000 },
    );
  });

  it('are shown in lists and headings with every mark they have', () => {
    fc.assert(
      fc.property(unlinked, (text) => {
        assert.equal(single(shown(list([{ text, level: 0 }], 1).markdown)), text);
        assert.equal(single(shown(list([{ text, level: 0 }], 1, 1).markdown)), `1. ${text}`);
        assert.equal(single(shown(`## ${heading(text, 2, 1).markdown}`)), text);
      }),
      { numRuns: 1000 },
    );
  });

  it('are shown where a person might write them', () => {
    eachGives(
      [
        'about ~5 people, or ~10~',
        'see https://sample.example/a_b_c and [https://sample.example/d]',
        '*https://sample.example/a*',
        '[x] done',
        '[ ] not done by 5',
        '1986. A great year',
        'the set {a, b}',
        'the sign {#}',
        'a {b} c {tags="d"}',
        'AT&T; R&D; &copy; 2014',
        'the end \\',
        '5 > 4 < 6',
        '<3 for all',
        '(c) 2014, C:\\rota',
        '---a',
        'a | b',
        '#1 of 5',
        '#hashtag',
        '# of people: 5',
        '+44 is the code',
        '- 5 degrees',
        '= 5',
        '5 ==',
        '`5',
        '!important',
        '![5]',
        '$5_000',
        ':5',
        '1.5 people',
        '1) first',
        '1)first',
      ],
      (text) => {
        const got = [
          shown(paragraph(text, 1).markdown),
          shown(list([{ text, level: 0 }], 1).markdown),
          shown(`## ${heading(text, 2, 1).markdown}`),
          shown(paragraph(`a\n${text}`, 1).markdown).replace(/^a\s/, ''),
        ].filter((some) => some !== text);
        return got.length === 0 ? 'as they are' : got;
      },
      'as they are',
    );
  });
});
