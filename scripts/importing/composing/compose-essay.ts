import { stringify } from 'yaml';
import { AUTHOR_NOT_KNOWN, type Author } from '../../../server/domain/essay.ts';
import { countWords } from '../../../server/language/split-words.ts';
import { MIN_PASSAGE_WORDS } from '../../indexing/passages/split-passages.ts';
import { type Draft, type DraftBlock, type Review, wordsInBlocks } from '../draft/draft.ts';
import { markdownOf } from '../draft/make-blocks.ts';
import { checkEssay, checkSize } from './check-essay.ts';
import { frontMatterOf, type ImportTerms, type Origin } from './front-matter.ts';
import { sealEssay } from './seal.ts';
import { comparableWords, toSoundBlocks } from './sound-markdown.ts';

/** An essay as its file will hold it. */
export type ComposedEssay = {
  readonly title: string;
  readonly authors: string;
  readonly published?: string;
  readonly words: number;
  /** Words of its text, normalised, for finding duplicates. */
  readonly plain: string;
  /** The notes for whoever looks it over. */
  readonly reviews: readonly string[];
  readonly origin: Origin;
  /** The whole file. */
  readonly text: string;
};

/**
 * Writes an essay's file: front matter and Markdown, with a note for every uncertainty.
 *
 * @throws UnreadableOriginal if the essay would not be a sound essay of the knowledge base
 */
export function composeEssay(draft: Draft, origin: Origin, terms: ImportTerms): ComposedEssay {
  const reviews: Review[] = [...draft.reviews];
  checkSize(draft.blocks);
  const blocks = toSoundBlocks(draft.blocks, reviews);
  const title = draft.title?.slice(0, 300).trim() || nameWithoutEnding(origin.file);
  if (!draft.title) reviews.push({ reason: "no title was found; the file's name stands in for it" });
  const authors = draft.authors.length > 0 ? draft.authors : standInAuthor(draft, reviews);
  if (!draft.published) reviews.push({ reason: 'no date of publication was found' });

  const notes = [
    ...new Set(
      reviews.map(({ line, reason }) =>
        line === undefined ? reason : `${origin.lineUnit} ${line}: ${reason}`,
      ),
    ),
  ];
  const front = frontMatterOf(draft, { title, authors, notes }, origin, terms);
  const yaml = stringify(front, { lineWidth: 0, aliasDuplicateObjects: false });
  const body = blocks.map(toMarkdown).join('\n\n');
  const text = sealEssay(`---\n${yaml}---\n\n${body}\n`);
  const plain = comparableWords(draft.blocks.map((block) => block.text));
  checkEssay(plain, text);
  return {
    title,
    authors: authors.map(({ name }) => name).join(', '),
    ...(draft.published && { published: draft.published }),
    words: wordsInBlocks(draft.blocks),
    plain,
    reviews: notes,
    origin,
    text,
  };
}

/** What somebody else says before the text is marked as theirs, if it is long enough to be a passage of its own. */
function toMarkdown(block: DraftBlock): string {
  const { text, isByPublisher } = block;
  const isPassage = countWords(text) >= MIN_PASSAGE_WORDS && !text.endsWith(':');
  return isByPublisher && isPassage ? `${markdownOf(block)}\n\n{perspective="editors"}` : markdownOf(block);
}

/** What a file is called, as a title: `the-window_agenda.txt` is "the window agenda". */
const nameWithoutEnding = (file: string): string =>
  file
    .replace(/\.[a-z]{2,4}$/i, '')
    .replace(/[\s_-]+/g, ' ')
    .trim() || 'Untitled';

/** Who stands in where no author was found; notes it. */
function standInAuthor(draft: Draft, reviews: Review[]): readonly Author[] {
  if (draft.publisher && draft.address) {
    reviews.push({ reason: 'no author was found; the publisher stands in' });
    return [{ name: draft.publisher }];
  }
  reviews.push({ reason: 'no author was found' });
  return [{ name: AUTHOR_NOT_KNOWN }];
}
