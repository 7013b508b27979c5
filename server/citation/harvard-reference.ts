import type { CslItem } from '../domain/csl-item.ts';
import { formatDate } from '../domain/format.ts';
import type { Locator } from '../domain/passage.ts';
import { paragraphsOf } from './credit-passage.ts';
import { invertedName, joinNames } from './format-names.ts';
import { asSentence, inSingleQuotes, withoutStop } from './format-titles.ts';
import { creatorsOf, isStatute, titleOfStatute, yearOf } from './in-text-label.ts';

/** A piece of a reference; titles of whole works are set in italics. */
export type ReferencePart = { readonly text: string; readonly italic?: true; readonly href?: string };

/**
 * A work's reference in the Harvard style that British universities use (after Cite Them Right).
 *
 * @param locator where in the work a passage stands, if only that is cited
 */
export function harvardReference(item: CslItem, locator?: Locator): ReferencePart[] {
  const parts = isStatute(item) ? statute(item) : work(item);
  if (locator) parts.push({ text: `, ${paragraphsOf(locator)}` });
  endSentence(parts);
  if (item.publisher && item.type !== 'article-journal') {
    parts.push({ text: ` ${asSentence(item.publisher)}` });
  }
  const href = item.DOI ? addressOfDoi(item.DOI) : item.URL;
  if (href) {
    parts.push({ text: ' Available at: ' }, { text: href, href });
    endSentence(parts);
  }
  return parts;
}

/** An Act: `Care Act 2014, c. 23`. Its number may come with the year, which its title has said. */
function statute(item: CslItem): ReferencePart[] {
  const title = titleOfStatute(item);
  const number = item.number?.replace(/^\d{4}\s+(?=\S*\p{L})/u, '');
  return [
    { text: title, italic: true },
    ...(number && !title.includes(number) ? [{ text: `, ${number}` }] : []),
  ];
}

/** Who, when, what and in what, up to where a publisher follows. */
function work(item: CslItem): ReferencePart[] {
  const { title, genre, 'container-title': container } = item;
  const creators = creatorsOf(item);
  const parts: ReferencePart[] = [];
  const plain = (text: string) => parts.push({ text });
  if (creators.length > 0) {
    const editors = item.author.length === 0 ? (creators.length > 1 ? ' (eds)' : ' (ed.)') : '';
    plain(`${joinNames(creators.map(invertedName))}${editors} (${yearOf(item)}) `);
  }
  const isPart = container !== undefined && PARTS.has(item.type);
  if (isPart) plain(inSingleQuotes(title));
  else parts.push({ text: withoutStop(title), italic: true });
  if (creators.length === 0) plain(` (${yearOf(item)})`);
  if (genre) plain(` [${genre}]`);
  if (item['event-title']) plain(`, ${withoutStop(item['event-title'])}`);
  if (BY_NUMBER.has(item.type) && item.number) plain(`, ${item.number}`);
  if (isPart) {
    if (!isOwnSite(item)) parts.push({ text: ', ' }, { text: withoutStop(container), italic: true });
    const volume = [item.volume, item.issue && `(${item.issue})`].filter(Boolean).join('');
    if (volume) plain(`, ${volume}`);
    if (item.page) plain(`, ${/[-–]/.test(item.page) ? 'pp.' : 'p.'} ${item.page.replace('-', '–')}`);
    if (item.number && !item.page) plain(`, article ${item.number}`);
    const day = dayOf(item);
    if (day) plain(`, ${day}`);
  }
  return parts;
}

/** Types whose works appear inside another, such as an article in a journal. */
const PARTS: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'entry-encyclopedia',
  'hearing',
  'interview',
  'paper-conference',
  'post',
  'post-weblog',
  'webpage',
]);

/** Types whose works are found by their numbers: `HL Bill 47`, `[2012] UKSC 33`. */
const BY_NUMBER: ReadonlySet<string> = new Set(['bill', 'legal_case']);

/** Types that are dated by the year alone, however well the day is known. */
const BY_YEAR: ReadonlySet<string> = new Set(['article-journal', 'webpage']);

/** Whether a page stands on the site of its only author: naming the two again would only look odd. */
const isOwnSite = ({ type, author, 'container-title': site }: CslItem): boolean =>
  type === 'webpage' &&
  author.length === 1 &&
  author.every((name) => 'literal' in name && name.literal === site);

/** Day and month, where the kind of work is dated by the day. */
function dayOf({ issued, type }: CslItem): string | undefined {
  if (BY_YEAR.has(type) || issued === undefined || 'literal' in issued) return undefined;
  const [year, month, day] = issued['date-parts'][0];
  return day === undefined ? undefined : formatDate(year, month, day).replace(/ \d{4}$/, '');
}

const addressOfDoi = (doi: string): string =>
  `https://doi.org/${doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')}`;

/** Ends a reference's sentence with a full stop, where what stands last has not ended it. */
function endSentence(parts: ReferencePart[]): void {
  const last = parts.at(-1)?.text ?? '';
  const stop = asSentence(last).slice(last.length);
  if (stop !== '') parts.push({ text: stop });
}
