import { isRealDay } from '../../indexing/files/field-schemas.ts';
import type { Review } from '../draft/draft.ts';

/** A date found in a text. */
export type FoundDate = {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Whether it could also be read month first, as in 03/04/2014. It is read as the British write it. */
  readonly isAmbiguous: boolean;
  /** Offset in the text where it starts, its weekday with it. */
  readonly at: number;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = "((?:19|20)\\d{2}|['’]\\d{2}|(?<=-)\\d{2})";

const DAY_FIRST = new RegExp(`\\b${WEEKDAY}${DAY}(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+${YEAR}(?!\\d)`, 'i');
const MONTH_FIRST = new RegExp(`\\b${WEEKDAY}${MONTH}\\s+${DAY},?\\s+${YEAR}(?!\\d)`, 'i');
const ISO = /(?<![\d/-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const NUMBERS = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d/.-]*\d)/;

/** The first date in a text, in any common English form; undefined if there is none with a day, a month and a year. */
export function findDate(text: string): FoundDate | undefined {
  const found = [ISO, DAY_FIRST, MONTH_FIRST, NUMBERS].flatMap((pattern) => {
    for (const match of text.matchAll(new RegExp(pattern, 'gi'))) {
      const date = toDate(pattern, match);
      if (date) return [{ ...date, at: match.index }];
    }
    return [];
  });
  const first = found.sort((a, b) => a.at - b.at)[0];
  return first?.isAmbiguous ? settledByWeekday(text, first) : first;
}

/** Of 04/11/2021, a Thursday, only one reading is a Thursday. */
function settledByWeekday(text: string, date: FoundDate): FoundDate {
  const named = /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s*$/i
    .exec(text.slice(0, date.at))?.[1]
    ?.toLowerCase();
  if (named === undefined) return date;
  const [year = '', month = '', day = ''] = date.day.split('-');
  const other = `${year}-${day}-${month}`;
  const weekday = (iso: string) =>
    ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(`${iso}T00:00:00Z`).getUTCDay()];
  if (weekday(date.day) === named) return { ...date, isAmbiguous: false };
  return weekday(other) === named ? { ...date, day: other, isAmbiguous: false } : date;
}

function toDate(pattern: RegExp, [, first = '', second = '', third = '', fourth = '']: RegExpMatchArray) {
  if (pattern === ISO) return dayOf(first, Number(third), Number(fourth));
  if (pattern === DAY_FIRST) return dayOf(third, monthNumber(second), Number(first));
  if (pattern === MONTH_FIRST) return dayOf(third, monthNumber(first), Number(second));
  const [one, two] = [Number(first), Number(third)];
  return two > 12 ? dayOf(fourth, one, two) : dayOf(fourth, two, one, one <= 12 && one !== two);
}

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function dayOf(
  yearText: string,
  month: number,
  day: number,
  isAmbiguous = false,
): Omit<FoundDate, 'at'> | undefined {
  const digits = Number(yearText.replace(/\D/g, ''));
  const year = digits >= 100 ? digits : digits > 69 ? 1900 + digits : 2000 + digits;
  if (!isRealDay(year, month, day)) return undefined;
  return {
    day: [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
    isAmbiguous,
  };
}

/** A line that names a month and a year and no day, such as `April 2015`; undefined for any other. */
export function parseMonthLine(line: string): string | undefined {
  const text = line
    .replace(/^(?:published|posted|written|date)\s*:?\s*(?:in\s+)?/i, '')
    .replace(/[.\s]+$/, '');
  return new RegExp(`^(?:${MONTH}|spring|summer|autumn|winter),?\\s+(?:19|20)\\d{2}$`, 'i').test(text)
    ? text
    : undefined;
}

const LABEL =
  /^(?:first |last |date )?(?:published|posted|written|added|date|created|updated|submitted|on|from)(?: online)?(?: (?:on|at|in|date))?(?: the)?\s*:?\s*|^the\b/i;
const TIME =
  /\b(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*(?:gmt|bst|utc|z))?|T\d{2}:\d{2}\S*/gi;
const READING_TIME = /(?:estimated )?reading time:?\s*\d+\s*min\w*|\d+[ -]min(?:ute)?s?(?: read)?/gi;

/**
 * The date of a line that says when something was published: `Thursday, 23 May 2019`, `Posted on May 3, 2014 at 10:12
 * am`. Undefined for a line of prose that mentions a date.
 */
export function parseDateLine(line: string): FoundDate | undefined {
  if (line.length > 90) return undefined;
  const date = findDate(line);
  if (!date) return undefined;
  const rest = [ISO, DAY_FIRST, MONTH_FIRST, NUMBERS]
    .reduce((left, pattern) => left.replace(pattern, ' '), line)
    .replace(READING_TIME, ' ')
    .replace(TIME, ' ')
    .trim()
    .replace(LABEL, '')
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b/gi, '')
    .replace(/[|•·—–,.:\s-]+/g, '');
  return rest === '' ? date : undefined;
}

/** The note on a date that can be read in two ways. */
export const noteDate = (date: FoundDate | undefined): Review[] =>
  date?.isAmbiguous ? [{ reason: `the date could be read month first; it was read as ${date.day}` }] : [];
