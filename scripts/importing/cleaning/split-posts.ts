import { type Draft, type DraftBlock, MIN_POST_WORDS, wordCount, wordsInBlocks } from '../draft/draft.ts';
import { parseByline } from '../head/parse-byline.ts';
import { parseDateLine } from '../head/parse-date.ts';
import { endsEssay, isFurnitureLine } from './furniture-lines.ts';

/** The most words above the first date: the site's name, and a line about it. */
const MAX_WORDS_ABOVE = 30;
/** The most words of a title. */
const MAX_TITLE_WORDS = 25;

/**
 * Parts a text that holds several posts, each under a line with its date:
 *
 *     Blog's name · Thursday 23 May 2019 · A title · By … · text … · Wednesday 22 May 2019 · Another title · text …
 *
 * A text that is one post comes back as it is.
 */
export function splitPosts(draft: Draft): Draft[] {
  const { blocks } = draft;
  const dates = blocks.flatMap((block, index) => (isDate(block) && opensPost(blocks, index) ? [index] : []));
  // Where titles stand above their dates, a post starts with its title.
  const titledBefore =
    dates.length > 1 && dates.every((at) => isTitleLike(blocks[at - 1]) && !isTitleLike(blocks[at + 1]));
  const starts = dates.map((at) => (titledBefore ? at - 1 : at));
  const parts = starts.map((start, index) => blocks.slice(start, starts[index + 1]));
  if (parts.length < 2 || parts.some((part) => wordsInBlocks(part) < MIN_POST_WORDS)) return [draft];
  const above = blocks.slice(0, starts[0]);
  // A diary, whose entries are one essay.
  if (wordsInBlocks(above) > MAX_WORDS_ABOVE) return [draft];
  const site = above.filter(
    ({ text }) =>
      wordCount(text) <= 12 && !isFurnitureLine(text) && !parseByline(text) && !parseDateLine(text),
  );
  const publisher = draft.publisher ?? site.at(-1)?.text;
  const isGuessed = draft.publisher === undefined && publisher !== undefined;
  const reason = `it is one of ${parts.length} posts that the file was parted into, by their dates${isGuessed ? '; the publisher was read from the line above them' : ''}`;
  return parts.map((part) => ({
    ...draft,
    ...(publisher && { publisher }),
    blocks: part,
    reviews: [...draft.reviews, { line: part[0]?.line ?? 1, reason }],
  }));
}

const isDate = (block: DraftBlock): boolean =>
  block.kind !== 'list' && parseDateLine(block.text) !== undefined;

const isTitleLike = (block: DraftBlock | undefined): boolean =>
  block !== undefined &&
  (block.kind === 'heading' || (block.kind === 'paragraph' && wordCount(block.text) <= MAX_TITLE_WORDS)) &&
  !isFurnitureLine(block.text) &&
  !endsEssay(block.text) &&
  parseDateLine(block.text) === undefined;

/** A date opens a post if a title stands by it, and text follows. */
const opensPost = (blocks: readonly DraftBlock[], at: number): boolean =>
  (isTitleLike(blocks[at + 1]) || isTitleLike(blocks[at - 1])) &&
  blocks.slice(at + 1, at + 8).some((block) => wordCount(block.text) >= 12);
