import { z } from 'zod';

/** What is wrong with a value of another type than its schema's; every schema that says nothing itself says this. */
export function explainType(issue: {
  code?: string;
  expected?: unknown;
  input?: unknown;
}): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return 'is missing';
  const isEmpty = issue.input === null ? 'is empty; it ' : '';
  switch (issue.expected) {
    case 'array':
      return `${isEmpty}must be a list, each entry on a line after "- "`;
    case 'object':
      return `${isEmpty}must hold fields, each on a line of its own: "name: value"`;
    case 'number':
      return `${isEmpty}must be a number`;
    default:
      return `${isEmpty}must be a text; put it in quotation marks`;
  }
}

/** A text that is not empty, without white space at its ends, of at most so many characters. */
export const textOf = (max: number) =>
  z.string().trim().min(1, 'is empty').max(max, `is longer than ${max} characters`);

/** The same, as it stands on one line of a page: in single spaces. */
export const lineOfText = (max: number) => textOf(max).transform((text) => text.replace(/\s+/g, ' '));

/** Whether a text is an address of the web, which a page may link to. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

/** Whether a day exists; month (1 to 12) and day are 1 where they are left out. */
export function isRealDay(year: number, month = 1, day = 1): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether a text names a day that exists: `2019-02-30` does not. */
export function isRealDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year = 0, month, day] = match.slice(1).map(Number);
  return isRealDay(year, month, day);
}

/** Whether a text names a year, a month or a day that exists: `2019`, `2019-05` or `2019-05-23`. */
export const isRealDateOrPart = (text: string): boolean =>
  /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text) || isRealDate(text);

/**
 * The same value without the fields that hold `undefined`, at any depth: what a trip through JSON would leave.
 * Readers of YAML give `undefined` for an optional field; the domain's types leave the field out.
 */
export function withoutUndefined<Type>(value: unknown): Type {
  if (Array.isArray(value)) return value.map((entry) => withoutUndefined(entry)) as Type;
  if (typeof value !== 'object' || value === null) return value as Type;
  const kept = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutUndefined(entry)])) as Type;
}
