import type { CslItem } from '../domain/csl-item.ts';
import type { Name } from '../domain/name.ts';
import { joinNames, shortName } from './format-names.ts';
import { inDoubleQuotes, withoutStop } from './format-titles.ts';

/** How many names a label gives; where there are more, it gives the first. */
const MAX_NAMES = 3;

/** The words that stand for a work in running text, after Harvard: `Boyle and Harris, 2009`, `Care Act 2014`. */
export function inTextLabel(item: CslItem): string {
  if (isStatute(item)) return titleOfStatute(item);
  const names = creatorsOf(item).map(shortName);
  const who =
    names.length === 0
      ? inDoubleQuotes(shorten(item.title))
      : names.length > MAX_NAMES
        ? `${names[0]} and others`
        : joinNames(names);
  return `${who}, ${yearOf(item)}`;
}

/** Who a work is listed under: its authors, or its editors where it has none. */
export const creatorsOf = ({ author, editor }: CslItem): readonly Name[] =>
  author.length > 0 ? author : editor;

/** The year a work came out, or what is known of it, with its letter: `2013a`, `no date b`. */
export function yearOf(item: CslItem): string {
  const { issued, 'year-suffix': letter = '' } = item;
  const year =
    issued === undefined ? 'no date' : 'literal' in issued ? issued.literal : `${issued['date-parts'][0][0]}`;
  return letter !== '' && !/\d$/.test(year) ? `${year} ${letter}` : `${year}${letter}`;
}

/** Whether a work is law, which is cited by its title alone: nobody is its author. */
export const isStatute = ({ type }: CslItem): boolean => type === 'legislation' || type === 'regulation';

/** The short title of an Act or a set of regulations, of which the year is part: `Care Act 2014`. */
export function titleOfStatute(item: CslItem): string {
  const { issued } = item;
  const title = withoutStop(item.title);
  const year = yearOf(item);
  if (issued === undefined || title.includes(year)) return title;
  return 'literal' in issued ? `${title} (${year})` : `${title} ${year}`;
}

const shorten = (title: string): string => {
  const words = title.split(/[:.]\s|\s[–—]\s/)[0]?.trim() ?? title;
  return words.length <= 60 ? words : `${words.slice(0, 57).trimEnd()}…`;
};
