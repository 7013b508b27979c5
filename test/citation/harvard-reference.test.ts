import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { harvardReference } from '../../server/citation/harvard-reference.ts';
import type { Source } from '../../server/domain/source.ts';
import { CARLA, cslSource, dated } from './csl-source.ts';

const inWords = (fields: Partial<Source>) =>
  harvardReference(cslSource(fields))
    .map(({ text, italic }) => (italic ? `_${text}_` : text))
    .join('');

describe('harvardReference', () => {
  it('gives a report its title in italics, publisher and address', () => {
    assert.equal(
      inWords({
        author: [CARLA, { literal: 'The Table Society' }],
        ...dated(2013),
        publisher: 'Table Press',
        URL: 'https://example.org/t',
      }),
      'Sample, C.D. and The Table Society (2013) _On tables_. Table Press. Available at: https://example.org/t.',
    );
  });

  it('gives an article its journal in italics, volume, issue and pages, and its DOI before an address', () => {
    assert.equal(
      inWords({
        type: 'article-journal',
        author: [CARLA],
        ...dated(2013, 5, 2),
        'container-title': 'Journal of Tables',
        volume: '2',
        issue: '3',
        page: '4-9',
        publisher: 'Not shown',
        DOI: '10.1/x',
        URL: 'https://example.org/copy',
      }),
      'Sample, C.D. (2013) ‘On tables’, _Journal of Tables_, 2(3), pp. 4–9. Available at: https://doi.org/10.1/x.',
    );
  });

  it('gives a blog post its day', () => {
    assert.equal(
      inWords({
        type: 'post-weblog',
        author: [CARLA],
        ...dated(2019, 5, 23),
        'container-title': 'A blog',
      }),
      'Sample, C.D. (2019) ‘On tables’, _A blog_, 23 May.',
    );
  });

  it('starts with the title where no author is named, and says so where no date is', () => {
    assert.equal(inWords({}), '_On tables_ (no date).');
    assert.equal(inWords({ issued: { literal: 'about 2013' } }), '_On tables_ (about 2013).');
  });

  it('names the site of a page once where its only author is the site', () => {
    const page = { type: 'webpage', 'container-title': 'The Table Society', ...dated(2013, 5, 2) };
    assert.equal(
      inWords({ ...page, author: [{ literal: 'The Table Society' }] }),
      'The Table Society (2013) ‘On tables’.',
    );
    assert.equal(
      inWords({ ...page, author: [CARLA] }),
      'Sample, C.D. (2013) ‘On tables’, _The Table Society_.',
    );
  });

  it('prints the letter that tells works of one author and year apart', () => {
    assert.equal(
      inWords({ author: [CARLA], ...dated(2013), 'year-suffix': 'b' }),
      'Sample, C.D. (2013b) _On tables_.',
    );
    assert.equal(inWords({ author: [CARLA], 'year-suffix': 'a' }), 'Sample, C.D. (no date a) _On tables_.');
  });
});

describe('the reference of an Act', () => {
  const act = { type: 'legislation', title: 'Care Act 2014', ...dated(2014, 5, 14) };

  it('has the year once, in the title, and the chapter number', () => {
    assert.equal(inWords(act), '_Care Act 2014_.');
    assert.equal(inWords({ ...act, number: 'c. 23' }), '_Care Act 2014_, c. 23.');
    assert.equal(
      inWords({ ...act, number: '2014 c. 23', URL: 'https://example.org/act' }),
      '_Care Act 2014_, c. 23. Available at: https://example.org/act.',
    );
    assert.equal(
      inWords({ ...act, title: 'Care Act 2014, c. 23', number: 'c. 23' }),
      '_Care Act 2014, c. 23_.',
    );
  });

  it('has no full stop before the number, whoever brought it', () => {
    assert.equal(inWords({ ...act, title: 'Care Act 2014.', number: 'c. 23.' }), '_Care Act 2014_, c. 23.');
    assert.equal(inWords({ ...act, title: 'Care Act.' }), '_Care Act 2014_.');
  });

  it('has the year added where the title lacks it', () => {
    assert.equal(inWords({ ...act, title: 'Care Act' }), '_Care Act 2014_.');
    assert.equal(
      inWords({ type: 'legislation', title: 'Table Bill', issued: { literal: 'about 2013' } }),
      '_Table Bill (about 2013)_.',
    );
    assert.equal(inWords({ type: 'legislation', title: 'Care Act' }), '_Care Act_.');
  });

  it('names no author, and keeps the number of regulations', () => {
    assert.equal(
      inWords({
        ...act,
        type: 'regulation',
        title: 'Care and Support Regulations 2014',
        number: '2014/2827',
        author: [{ literal: 'UK Parliament' }],
      }),
      '_Care and Support Regulations 2014_, 2014/2827.',
    );
  });

  it('says any year once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1215, max: 2999 }),
        fc.boolean(),
        fc.boolean(),
        (year, inTitle, inNumber) => {
          const printed = inWords({
            ...act,
            title: inTitle ? `Table Act ${year}` : 'Table Act',
            number: inNumber ? `${year} c. 7` : 'c. 7',
            ...dated(year),
          });
          assert.equal(printed, `_Table Act ${year}_, c. 7.`);
        },
      ),
    );
  });
});

describe('the end of a title', () => {
  const report = { author: [CARLA], ...dated(2013) };

  it('needs no full stop after a question or exclamation mark, in or out of quotation marks', () => {
    assert.equal(
      inWords({ ...report, title: 'What is a table?', publisher: 'Table Press' }),
      'Sample, C.D. (2013) _What is a table?_ Table Press.',
    );
    assert.equal(inWords({ ...report, title: 'Tables: go!' }), 'Sample, C.D. (2013) _Tables: go!_');
    assert.equal(inWords({ ...report, title: 'She asked “Why?”' }), 'Sample, C.D. (2013) _She asked “Why?”_');
    assert.equal(inWords({ ...report, title: 'And then…' }), 'Sample, C.D. (2013) _And then…_');
    assert.equal(
      inWords({ ...report, title: 'What is a table?', genre: 'Guide' }),
      'Sample, C.D. (2013) _What is a table?_ [Guide].',
    );
    assert.equal(inWords({ ...report, title: 'Tables (which?)' }), 'Sample, C.D. (2013) _Tables (which?)_.');
  });

  it('has one full stop where the title or the publisher brings its own', () => {
    assert.equal(
      inWords({ ...report, title: 'We share tables.', publisher: 'Table Press Inc.' }),
      'Sample, C.D. (2013) _We share tables_. Table Press Inc.',
    );
    assert.equal(
      inWords({ ...report, type: 'post', title: 'We share tables.', 'container-title': 'A blog' }),
      'Sample, C.D. (2013) ‘We share tables’, _A blog_.',
    );
    assert.equal(
      inWords({ ...report, title: 'Tables in the U.K.' }),
      'Sample, C.D. (2013) _Tables in the U.K._',
    );
    assert.equal(
      inWords({ ...report, title: 'Tables, chairs etc.', genre: 'Guide' }),
      'Sample, C.D. (2013) _Tables, chairs etc._ [Guide].',
    );
  });

  it('has none within, after what the work stands in', () => {
    const chapter = { ...report, type: 'chapter', 'container-title': 'The book.', page: '12-30' };
    assert.equal(
      inWords({ ...chapter, title: 'Power' }),
      'Sample, C.D. (2013) ‘Power’, _The book_, pp. 12–30.',
    );
  });

  it('says by what a debate, a bill, a case and a talk are found', () => {
    const debate = {
      type: 'hearing',
      title: 'Care Bill',
      'container-title': 'Hansard',
      volume: '745',
      page: '1234',
    };
    assert.equal(
      inWords({ ...debate, author: [{ literal: 'House of Lords' }], ...dated(2013, 6, 12) }),
      'House of Lords (2013) ‘Care Bill’, _Hansard_, 745, p. 1234, 12 June.',
    );
    assert.equal(
      inWords({ type: 'bill', title: 'Table Bill', number: 'HL Bill 47', ...dated(2025) }),
      '_Table Bill_ (2025), HL Bill 47.',
    );
    assert.equal(
      inWords({
        type: 'legal_case',
        title: 'R (Sample) v Sampleton',
        number: '[2012] UKSC 33',
        ...dated(2012),
      }),
      '_R (Sample) v Sampleton_ (2012), [2012] UKSC 33.',
    );
    assert.equal(
      inWords({ ...report, type: 'speech', title: 'On tables', 'event-title': 'The Table Meeting.' }),
      'Sample, C.D. (2013) _On tables_, The Table Meeting.',
    );
  });

  it('turns quotation marks within a title in marks of the same kind', () => {
    const quoted = (title: string) =>
      inWords({ ...report, type: 'post', title, 'container-title': 'A blog' }).slice(
        'Sample, C.D. (2013) '.length,
      );
    assert.equal(quoted('The ‘dark side’ of tables'), '‘The “dark side” of tables’, _A blog_.');
    assert.equal(quoted('The “dark side” of tables'), '‘The “dark side” of tables’, _A blog_.');
    assert.equal(quoted('The \'dark side\' of "tables"'), '‘The “dark side” of “tables”’, _A blog_.');
    assert.equal(quoted('Parents’ and carers’ tables'), '‘Parents’ and carers’ tables’, _A blog_.');
    assert.equal(quoted("It's Carla '56"), "‘It's Carla '56’, _A blog_.");
  });

  it('never leads to two marks in a row, whatever the title, publisher and address end with', () => {
    const ending = fc.constantFrom('', '.', '?', '!', '…', '?”', '!’', '.”', '?"');
    const words = ending.map((end) => `Tables${end}`);
    const address = fc.option(fc.constantFrom('https://example.org/?', 'https://example.org/a.'), {
      nil: undefined,
    });
    const type = fc.constantFrom('report', 'webpage', 'post-weblog', 'article-journal', 'legislation');
    fc.assert(
      fc.property(
        words,
        fc.option(words),
        fc.option(words),
        address,
        type,
        (title, publisher, site, URL, kind) => {
          const printed = harvardReference(
            cslSource({
              type: kind,
              title,
              author: [CARLA],
              ...(publisher !== null && { publisher }),
              ...(site !== null && { 'container-title': site }),
              ...(URL !== undefined && { URL }),
            }),
          )
            .map(({ text }) => text)
            .join('');
          assert.doesNotMatch(printed, /[.?!…][’”"]*\.(?![\p{L}\d])/u);
          assert.match(printed, /[.?!…][’”"]*$/u);
        },
      ),
    );
  });
});
