import type { Author } from '../../../server/domain/essay.ts';
import { type DraftBlock, wordCount } from '../draft/draft.ts';
import {
  parseByline,
  parseIntroduction,
  parseNameLine,
  readNames,
  withoutDate,
} from '../head/parse-byline.ts';
import { type FoundDate, findDate, parseDateLine, parseMonthLine } from '../head/parse-date.ts';
import { isFurnitureLine, isKicker } from './furniture-lines.ts';

/** What a line above an essay's text is. */
export type HeadLine =
  /** Part of the page. */
  | { readonly kind: 'furniture' }
  /** A label whose value stands on the next line, or did not come along. */
  | { readonly kind: 'label'; readonly isOfAuthor: boolean }
  /** Says when the text was published, or who wrote it, or both. A standfirst says it in a sentence. */
  | {
      readonly kind: 'about';
      readonly authors: readonly Author[];
      readonly date?: FoundDate;
      readonly isStandfirst?: boolean;
      /** Whether it is names alone, without a "by": a heading of two capitalised words looks the same. */
      readonly isBare?: boolean;
    }
  /** Names a month, and no day. */
  | { readonly kind: 'month'; readonly month: string }
  /** A few words: a title, the site's name, a heading. */
  | { readonly kind: 'short' }
  /** The text has begun. */
  | { readonly kind: 'text' };

/** Labels whose value did not come along. */
const EMPTY_LABEL =
  /^(?:added|published|posted|updated|last updated|last modified|modified|date|author|by|written by|posted by|published by|first published|reviewed)(?: on| by)?\s*:?$/i;
/** What some pages print between the title and the text. */
const META_LINE =
  /^(?:(?:last )?(?:updated|modified|reviewed)(?: on)?:?\s|by\s.*\||posted (?:on|in|by)\b|published (?:on|in|by)\b|category:|filed under|in [A-Z][\w ]{2,30}$)/i;
/** A date before a byline: `3rd March, 2014. By Ada Sample`. */
const DATE_FIRST = /^.{6,40}?\d{4}[\s.,|·•–—-]+(?=by\b)/i;

/**
 * Says what a line above an essay's text is.
 *
 * @param isBelowTitle whether a title may stand above it: a name alone is a byline only there
 */
export function readHeadLine(block: DraftBlock, isBelowTitle: boolean): HeadLine {
  const { text, kind } = block;
  if (kind === 'list' || kind === 'table' || kind === 'code' || kind === 'quotation') return { kind: 'text' };
  if (EMPTY_LABEL.test(text)) return { kind: 'label', isOfAuthor: /\bby\b|author/i.test(text) };
  if (isFurnitureLine(text) || isKicker(text)) return { kind: 'furniture' };
  const month = parseMonthLine(text);
  if (month !== undefined) return { kind: 'month', month };
  const isShort = wordCount(text) <= 25 && !text.includes('\n');
  return (
    parseMetaLine(text) ??
    readDate(text) ??
    readByline(block, isBelowTitle) ?? { kind: isShort ? 'short' : 'text' }
  );
}

/** Whether a line is a label whose value did not come along, such as "Added on". */
export const isLabel = ({ text }: DraftBlock): boolean => EMPTY_LABEL.test(text);

/** Whether a line says when a text was published or who wrote it, wherever it stands. */
export const isAnchor = ({ text }: DraftBlock): boolean =>
  text.length < 200 &&
  (parseDateLine(text) !== undefined ||
    parseMetaLine(text) !== undefined ||
    (parseByline(text)?.length ?? 0) > 0);

function readDate(text: string): HeadLine | undefined {
  const isMeta = text.length < 160 && META_LINE.test(text);
  const date = parseDateLine(text) ?? (isMeta ? findDate(text) : undefined);
  if (!date) return undefined;
  const byline = parseByline(text.replace(/^.*?(?=\b(?:posted |written )?by\b)/i, ''));
  return { kind: 'about', authors: byline ?? [], date };
}

/** Reads a line such as `Ada Sample | Wednesday, 9 August 2017 | 5 comments`; undefined if it is anything else. */
function parseMetaLine(text: string): HeadLine | undefined {
  const parts = text
    .split(/\s*[|·•/]\s+|\s+[–—-]\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2 || text.length > 160) return undefined;
  let date: FoundDate | undefined;
  let authors: readonly Author[] = [];
  for (const part of parts) {
    const found = parseDateLine(part);
    const byline = parseByline(part);
    if (found) date ??= found;
    else if (byline) authors = byline;
    else if (readNames(part)) authors = [...authors, ...(readNames(part) ?? [])];
    else if (!COUNT.test(part)) return undefined;
  }
  return date || authors.length > 0 ? { kind: 'about', authors, ...(date && { date }) } : undefined;
}

/** What else stands on such a line. */
const COUNT =
  /^(?:\d+ (?:comments?|min\w*(?: read)?|views|likes)|updated\b.*|last (?:updated|modified)\b.*|in \p{Lu}.{0,30}|no comments)$/iu;

function readByline({ text, kind }: DraftBlock, isBelowTitle: boolean): HeadLine | undefined {
  const lines = text.split('\n');
  const found = text.length < 200 ? findDate(text) : undefined;
  const dated = found && { date: found };
  const undated = found ? text.replace(DATE_FIRST, '') : text;
  const byline = parseByline(undated.replace(/\n/g, ', '));
  if (byline) return { kind: 'about', authors: byline, ...dated };
  if (!isBelowTitle || kind === 'heading') return undefined;
  const isList =
    wordCount(text) <= 40 && /,|\band\b|&/.test(text) && !/[.!?]$/.test(text) && lines.length === 1;
  const several = isList ? readNames(text) : undefined;
  if (several && several.length > 1) return { kind: 'about', authors: several, isBare: true, ...dated };
  const names = lines.map((line) => parseNameLine(found ? withoutDate(line) : line));
  if (names.every((author) => author !== undefined) && wordCount(text) <= 40)
    return { kind: 'about', authors: names, isBare: true, ...dated };
  const introduced = wordCount(text) <= 30 && !/["“]/.test(text) ? parseIntroduction(text) : undefined;
  const reflects =
    /\b(?:reflects?|writes|explains|describes|shares|looks|discusses|considers|argues|asks|talks?|tells|blogs?|explores?|sets out|outlines)\b/.test(
      text,
    );
  return introduced && reflects ? { kind: 'about', authors: [introduced], isStandfirst: true } : undefined;
}
