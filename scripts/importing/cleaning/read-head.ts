import type { Author } from '../../../server/domain/essay.ts';
import { isPersonName } from '../../../server/domain/name.ts';
import { lettersOf } from '../characters/tidy-characters.ts';
import { type Draft, type DraftBlock, type Review, wordCount } from '../draft/draft.ts';
import { noteDate } from '../head/parse-date.ts';
import { chooseHeadTitle, type TitleCandidate } from './choose-head-title.ts';
import { findMenu } from './find-menu.ts';
import { markIntroduction } from './mark-introduction.ts';
import { type HeadLine, isAnchor, isLabel, readHeadLine } from './read-head-line.ts';

/** The most blocks that stand above an essay's text, a menu apart. */
const MAX_HEAD = 14;

const SHORT: HeadLine = { kind: 'short' };
const isShort = ({ text }: DraftBlock): boolean => wordCount(text) <= 25;

/**
 * Reads what stands above an essay's text: the site's name, the title, the date, who wrote it, who introduces it. All
 * that is found is taken out of the blocks, but an introduction, which is set as a quotation.
 */
export function readHead(draft: Draft): Draft {
  const { blocks } = draft;
  const menu = findMenu(blocks);
  const lastAnchor = findLastAnchor(blocks, menu);
  const reviews: Review[] = [...draft.reviews];
  const candidates: TitleCandidate[] = [];
  const repeated = new Set<string>();
  const dropped = new Set<number>(menu);
  let { published, summary } = draft;
  let authors = draft.authors;
  let hasFurniture = menu.size > 0;
  let isDated = false;
  let namedAt = Number.NEGATIVE_INFINITY;

  for (let index = 0; index < Math.min(blocks.length, MAX_HEAD + menu.size); index += 1) {
    if (dropped.has(index)) continue;
    const block = blocks[index] as DraftBlock;
    const { text } = block;
    if (draft.title !== undefined && lettersOf(text) === lettersOf(draft.title)) {
      dropped.add(index);
      continue;
    }
    const isBelowTitle = draft.title !== undefined || candidates.length > 0;
    const found = readHeadLine(block, isBelowTitle);
    const line = found.kind === 'about' && !isTrusted(found, index, isBelowTitle) ? SHORT : found;
    if (line.kind === 'text') break;
    if (line.kind !== 'short') dropped.add(index);
    if (line.kind === 'furniture') hasFurniture = true;
    else if (line.kind === 'month' && published === undefined) {
      reviews.push({
        line: block.line,
        reason: `the text says only “${line.month}”; put in the day if you know it`,
      });
    } else if (line.kind === 'label' && line.isOfAuthor && isPersonName(blocks[index + 1]?.text ?? '')) {
      // "By" on a line of its own leaves the name on the next.
      if (authors.length === 0) authors = [{ name: blocks[index + 1]?.text ?? '' }];
      dropped.add(index + 1);
    } else if (line.kind === 'about') readAbout(line, block, index);
    else if (line.kind === 'short') {
      const isSame = candidates.some((candidate) => lettersOf(candidate.block.text) === lettersOf(text));
      if (isSame) repeated.add(lettersOf(text));
      else if (isCandidate(block, index)) candidates.push({ block, index, isAfterDate: isDated });
      else if (index > lastAnchor) break;
      if (isSame || candidates.at(-1)?.index === index) dropped.add(index);
    }
  }

  const named = chooseHeadTitle(candidates, { repeated, hasFurniture, lastAnchor });
  for (const index of named.kept) dropped.delete(index);
  const title = draft.title ?? named.title;
  const publisher = draft.publisher ?? named.site;
  if (draft.publisher === undefined && named.site) {
    reviews.push({ reason: 'the publisher was read from the line above the title' });
  }
  const introduced = markIntroduction(
    blocks.filter((_block, index) => !dropped.has(index)),
    authors,
  );
  return {
    ...draft,
    ...(title && { title }),
    ...(published && { published }),
    ...(publisher && { publisher }),
    ...(summary && { summary }),
    authors: authors.length === 0 && introduced.author ? [introduced.author] : authors,
    blocks: introduced.blocks,
    reviews: [...reviews, ...introduced.reviews],
  };

  function readAbout(about: HeadLine & { kind: 'about' }, { text, line }: DraftBlock, index: number): void {
    if (about.date && published === undefined) {
      published = about.date.day;
      reviews.push(...noteDate(about.date).map((note) => ({ line, ...note })));
    }
    isDated ||= about.date !== undefined;
    if (about.authors.length === 0) return;
    // Several authors may stand on a line each.
    const isNextLine = namedAt === index - 1 && draft.authors.length === 0;
    authors = isNextLine ? [...authors, ...about.authors] : withRoles(authors, about.authors);
    namedAt = index;
    if (about.isBare && draft.authors.length === 0) {
      reviews.push({ line, reason: 'the author was read from a line below the title' });
    }
    if (about.isStandfirst) {
      summary ??= text;
      const reason = 'the author was read from the sentence above the text, which became the summary';
      reviews.push({ line, reason });
    }
  }

  /** Whether a line that looks like a byline is one: titles and headings can look the same. */
  function isTrusted(
    { authors: named, date, isBare }: HeadLine & { kind: 'about' },
    index: number,
    isBelowTitle: boolean,
  ): boolean {
    const next = blocks[index + 1];
    const beside = [blocks[index - 1], next].filter((block) => block !== undefined);
    // "By Disabled People, for Disabled People" is a title if no other stands above or below it.
    if (!isBare)
      return date !== undefined || isBelowTitle || (next !== undefined && isShort(next) && !isAnchor(next));
    if (draft.authors.length > 0) {
      return named.some(({ name }) =>
        draft.authors.some((author) => lettersOf(author.name) === lettersOf(name)),
      );
    }
    return (
      beside.some((block) => isAnchor(block) || isLabel(block)) ||
      named.every(({ role }) => role && / /.test(role)) ||
      namedAt === index - 1
    );
  }

  function isCandidate({ text, kind }: DraftBlock, index: number): boolean {
    if (draft.title !== undefined) return false;
    if (candidates.length === 0) return true;
    if (namedAt >= 0) return false;
    const isFirstAfterDate = isDated && !candidates.some(({ isAfterDate }) => isAfterDate);
    return (
      kind === 'heading' ||
      (hasFurniture && index < lastAnchor) ||
      (isFirstAfterDate && wordCount(text) <= 20)
    );
  }
}

/** Authors with the roles that another mention gives them. */
function withRoles(known: readonly Author[], found: readonly Author[]): readonly Author[] {
  if (known.length === 0) return found;
  return known.map(
    (author) => found.find(({ name, role }) => role && lettersOf(name) === lettersOf(author.name)) ?? author,
  );
}

/** Where the last line with a date or a byline stands above the text; -1 if there is none. */
function findLastAnchor(blocks: readonly DraftBlock[], menu: ReadonlySet<number>): number {
  const head = blocks.slice(0, MAX_HEAD + menu.size);
  const text = head.findIndex((block) => wordCount(block.text) > 30);
  return head.slice(0, text === -1 ? undefined : text).findLastIndex(isAnchor);
}
