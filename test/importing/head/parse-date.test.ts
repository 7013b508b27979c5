import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findDate, parseDateLine, parseMonthLine } from '../../../scripts/importing/head/parse-date.ts';
import { eachGives } from '../each-gives.ts';

const day = (text: string) => findDate(text)?.day;
const dayOfLine = (line: string) => parseDateLine(line)?.day;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

describe('findDate', () => {
  it('reads dates as people write them, day first', () => {
    eachGives(
      [
        '3 May 2014',
        '3rd May 2014',
        '03 May 2014',
        '3 May, 2014',
        '3rd of May 2014',
        '3rd of May, 2014',
        '3-May-2014',
        'Saturday 3 May 2014',
        'Saturday, 3rd May 2014',
        'Sat 3 May 2014',
        'Sat. 3 May 2014',
        'Sat, 03 May 2014 10:12:00 +0000',
        '3 MAY 2014',
        '3 may 2014',
        'the 3rd of May 2014',
        "3 May '14",
        '3 May ’14',
      ],
      day,
      '2014-05-03',
    );
  });

  it('reads dates as people write them, month first', () => {
    eachGives(
      [
        'May 3, 2014',
        'May 3 2014',
        'May 3rd, 2014',
        'May 03, 2014',
        'Saturday, May 3, 2014',
        'Saturday May 3rd 2014',
        'Sat, May 3, 2014',
      ],
      day,
      '2014-05-03',
    );
  });

  it('reads months that are shortened', () => {
    assert.equal(day('9 Sept 2016'), '2016-09-09');
    assert.equal(day('9 Sep. 2016'), '2016-09-09');
    assert.equal(day('Sept. 9, 2016'), '2016-09-09');
    assert.equal(day('Dec 31st, 2016'), '2016-12-31');
    assert.equal(day('31-Dec-16'), '2016-12-31');
  });

  it('reads numbers as the British write them, and says when the order could be another', () => {
    assert.deepEqual(findDate('03/04/2014'), { day: '2014-04-03', isAmbiguous: true, at: 0 });
    assert.deepEqual(findDate('3.4.14'), { day: '2014-04-03', isAmbiguous: true, at: 0 });
    assert.deepEqual(findDate('23/04/2014'), { day: '2014-04-23', isAmbiguous: false, at: 0 });
    assert.deepEqual(findDate('04/04/2014'), { day: '2014-04-04', isAmbiguous: false, at: 0 });
    assert.deepEqual(findDate('04-23-2014'), { day: '2014-04-23', isAmbiguous: false, at: 0 });
  });

  it('settles the order by a weekday that only one of both has', () => {
    assert.deepEqual(findDate('Thursday 04/11/2021'), { day: '2021-11-04', isAmbiguous: false, at: 9 });
    assert.deepEqual(findDate('Sunday, 04/11/2021'), { day: '2021-04-11', isAmbiguous: false, at: 8 });
    assert.deepEqual(findDate('Monday 04/11/2021'), { day: '2021-11-04', isAmbiguous: true, at: 7 });
  });

  it('reads two figures as a year of this century up to 69', () => {
    assert.equal(day('23/04/69'), '2069-04-23');
    assert.equal(day('23/04/70'), '1970-04-23');
    assert.equal(day('23/04/99'), '1999-04-23');
  });

  it('reads dates that programs write, with times and zones', () => {
    eachGives(
      [
        '2014-05-03',
        '2014-05-03T10:12:33Z',
        '2014-05-03T10:12:33+01:00',
        '2014-05-03T10:12:33.000+0000',
        '2014-05-03 10:12',
        '2014/05/03',
        '2014/5/3',
        '2014.05.03',
      ],
      findDate,
      { day: '2014-05-03', isAmbiguous: false, at: 0 },
    );
  });

  it('finds the first date in a text, and where it starts', () => {
    assert.deepEqual(findDate('Written on Saturday 3 May 2014, changed on 5 June 2015'), {
      day: '2014-05-03',
      isAmbiguous: false,
      at: 11,
    });
    assert.deepEqual(findDate('By Ada Sample, 3 May 2014'), {
      day: '2014-05-03',
      isAmbiguous: false,
      at: 15,
    });
  });

  it('passes over days that do not exist, and takes the next that does', () => {
    assert.equal(day('31 April 2014'), undefined);
    assert.equal(day('29 February 2015'), undefined);
    assert.equal(day('29 February 2016'), '2016-02-29');
    assert.equal(day('2014-13-01'), undefined);
    assert.equal(day('13/13/2014'), undefined);
    assert.equal(day('0 May 2014'), undefined);
    assert.equal(day('31 April 2014, no, 1 May 2014'), '2014-05-01');
  });

  it('finds none where a day, a month or a year is missing, or the numbers are something else', () => {
    eachGives(
      [
        'May 2014',
        '3 May',
        'in 2014',
        'from 2014-2016',
        'version 1.2.3',
        'version 10.11.12.13',
        'call 0161 496 0123',
        'a 24/7 service',
        '1/2/3/4/14',
        'on pages 3-5-2014-1',
        'chapter 3.4',
        'ISBN 978-0-306-40615-7',
        'a budget of 3 million in March',
      ],
      findDate,
      undefined,
    );
  });

  it('reads every day of the years, however it is written', () => {
    const dates = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2069-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
        const name = MONTHS[month] ?? '';
        const weekday = date.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
        for (const text of [
          date.toISOString(),
          `${dayOfMonth} ${name} ${year}`,
          `${weekday}, ${dayOfMonth} ${name.slice(0, 3)} ${year}`,
          `${name} ${dayOfMonth}, ${year}`,
          `${weekday} ${String(dayOfMonth).padStart(2, '0')}/${String(month + 1).padStart(2, '0')}/${year}`,
          `${dayOfMonth}.${month + 1}.${String(year).slice(2)}`,
        ]) {
          assert.equal(day(text), iso, text);
          assert.equal(dayOfLine(text), iso, text);
        }
      }),
    );
  });

  it('takes no text for too long', () => {
    for (const text of [
      '1/'.repeat(50_000),
      '3 May '.repeat(20_000),
      ' '.repeat(100_000),
      '1-'.repeat(50_000),
    ]) {
      const started = performance.now();
      findDate(text);
      assert.ok(performance.now() - started < 1000);
    }
  });
});

describe('parseDateLine', () => {
  it('reads lines that say when something was published', () => {
    eachGives(
      [
        '3 May 2014',
        'Saturday, 3 May 2014',
        'Posted on May 3, 2014 at 10:12 am',
        'Posted on May 3, 2014',
        'Posted 3rd May 2014',
        'Published: 3 May 2014',
        'Published on 3 May 2014.',
        'First published 3 May 2014',
        'First published on 3 May 2014',
        'Date: 03/05/2014',
        'Date published: 3 May 2014',
        'Created on Saturday, 03 May 2014 10:12',
        'Written: 3 May 2014',
        'Last updated: 3 May 2014',
        'Added on 3 May 2014',
        'Submitted on 3 May 2014 - 10:12am',
        'On 3 May 2014',
        '3 May 2014 | 5 min read',
        '3 May 2014 · 5 minutes',
        '3 May 2014, 10:12 BST',
        '3 May 2014 at 10.12 a.m.',
        '2014-05-03T10:12:33Z',
        '2014-05-03T10:12:33+01:00',
        '2014-05-03 10:12:33',
        '• 3 May 2014 •',
        '— 3 May 2014',
        'Sat 3rd of May, 2014',
        'the 3rd of May 2014',
      ],
      dayOfLine,
      '2014-05-03',
    );
  });

  it('takes no prose that mentions a date for such a line', () => {
    eachGives(
      [
        'On 3 May 2014 we met for the first time.',
        'By 3 May 2014 the group had five members.',
        'We met on 3 May 2014.',
        '3 May 2014: the day the rota changed',
        'The meeting of 3 May 2014',
        'From 3 May 2014 to 5 June 2015 we met weekly',
        '3 May 2014 was a Saturday',
        'Sunday best, 3 May 2014',
        'Minutes of 3 May 2014',
        'May 2014',
        'Saturday',
        '',
      ],
      parseDateLine,
      undefined,
    );
  });
});

describe('parseMonthLine', () => {
  it('reads a line that names a month or a season and a year', () => {
    assert.equal(parseMonthLine('April 2015'), 'April 2015');
    assert.equal(parseMonthLine('Published: April 2015'), 'April 2015');
    assert.equal(parseMonthLine('Written in April, 2015.'), 'April, 2015');
    assert.equal(parseMonthLine('Posted in Sept 2015'), 'Sept 2015');
    assert.equal(parseMonthLine('Spring 2015'), 'Spring 2015');
  });

  it('reads no other line', () => {
    eachGives(
      [
        '3 April 2015',
        'April',
        '2015',
        'In April 2015 we met',
        'April 2015: a hard month',
        'Margins 2015',
        'May we 2015',
      ],
      parseMonthLine,
      undefined,
    );
  });
});
