import { formatDate } from '../domain/format-date.ts';
import type { Source } from '../domain/source.ts';
import { invertedName, joinNames, shortName } from './format-names.ts';

/** A piece of a reference; titles of whole works are set in italics. */
export type ReferencePart = { readonly text: string; readonly italic?: true; readonly href?: string };

/** The words that stand for a source in running text, after Harvard: `Boyle and Harris, 2009`. */
export function inTextLabel(source: Source): string {
  const names = (source.author.length > 0 ? source.author : source.editor).map(shortName);
  const who =
    names.length === 0
      ? `“${shorten(source.title)}”`
      : names.length > 3
        ? `${names[0]} and others`
        : joinNames(names);
  return `${who}, ${yearOf(source)}`;
}

/** A source's reference in the Harvard style that British universities use (after Cite Them Right). */
export function harvardReference(source: Source): ReferencePart[] {
  const authors = source.author.length > 0 ? source.author : source.editor;
  const isPart = source.containerTitle !== undefined && PARTS.has(source.type);
  const parts: ReferencePart[] = [];
  const plain = (text: string) => parts.push({ text });
  if (authors.length > 0) {
    const editors = source.author.length === 0 ? (authors.length > 1 ? ' (eds)' : ' (ed.)') : '';
    plain(`${joinNames(authors.map(invertedName))}${editors} (${yearOf(source)}) `);
  }
  if (isPart) plain(`‘${source.title}’`);
  else parts.push({ text: source.title, italic: true });
  if (authors.length === 0) plain(` (${yearOf(source)})`);
  if (source.genre) plain(` [${source.genre}]`);
  if (isPart && source.containerTitle) {
    plain(', ');
    parts.push({ text: source.containerTitle, italic: true });
    const volume = [source.volume, source.issue && `(${source.issue})`].filter(Boolean).join('');
    if (volume) plain(`, ${volume}`);
    if (source.page) plain(`, ${/[-–]/.test(source.page) ? 'pp.' : 'p.'} ${source.page.replace('-', '–')}`);
    if (source.number && !source.page) plain(`, article ${source.number}`);
    const day = dayOf(source);
    if (day) plain(`, ${day}`);
  }
  plain('.');
  if (source.publisher && source.type !== 'article-journal') plain(` ${source.publisher}.`);
  const href = source.doi
    ? `https://doi.org/${source.doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')}`
    : source.url;
  if (href) {
    plain(' Available at: ');
    parts.push({ text: href, href });
    plain('.');
  }
  return parts;
}

/** Types whose works appear inside another, such as an article in a journal. */
const PARTS = new Set([
  ...[
    'article-journal',
    'article-magazine',
    'article-newspaper',
    'chapter',
    'entry-encyclopedia',
    'interview',
  ],
  ...['paper-conference', 'post', 'post-weblog', 'webpage'],
]);

/** The year a source came out, or what is known of it. */
export function yearOf({ issued }: Source): string {
  if (!issued) return 'no date';
  return 'literal' in issued ? issued.literal : String(issued.year);
}

/** Day and month, where the kind of work is dated by the day. */
function dayOf({ issued, type }: Source): string | undefined {
  if (type === 'article-journal' || !issued || 'literal' in issued || issued.day === undefined)
    return undefined;
  return formatDate(issued.year, issued.month, issued.day).replace(/ \d{4}$/, '');
}

const shorten = (title: string): string => {
  const words = title.split(/[:.–]/)[0]?.trim() ?? title;
  return words.length <= 60 ? words : `${words.slice(0, 57).trimEnd()}…`;
};
