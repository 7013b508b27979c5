const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date of one to three parts in words: 2019, May 2019, 23 May 2019. Months are 1 to 12. */
export function formatDate(year: number, month?: number, day?: number): string {
  const name = month === undefined ? undefined : MONTHS[month - 1];
  return [name && day, name, year].filter((part) => part !== undefined).join(' ');
}

/** `2019-05-23`, `2019-05` or `2019` in words. Other texts are given back as they are. */
export function formatIsoDate(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
  if (!match) return iso;
  const [year = 0, month, day] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  return formatDate(year, month, day);
}

/** With a capital as its first letter. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The letter of an index, 0-based: a to z, then aa, ab … */
export const letterAt = (index: number): string =>
  (index < 26 ? '' : letterAt(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));

/** A text cut between words after at most so many characters, with an ellipsis; a shorter one as it is. */
export const shorten = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max).replace(/\s\S*$/, '')} …`;
