import { stringify } from 'yaml';
import { AUTHOR_NOT_KNOWN } from '../../../server/domain/essay.ts';
import { essaySlug } from '../../../server/domain/ids.ts';
import { splitSentences } from '../../../server/language/split-sentences.ts';
import { countWords } from '../../../server/language/split-words.ts';
import { parseEssay } from '../../indexing/essays/parse-essay.ts';
import { MAX_FILE_BYTES } from '../../indexing/files/read-content.ts';
import { MIN_PASSAGE_WORDS } from '../../indexing/passages/split-passages.ts';
import { type Draft, type DraftBlock, type LineUnit, type Review, wordCount } from '../draft/draft.ts';
import { markdownOf } from '../draft/make-blocks.ts';
import { UnreadableOriginal } from '../originals/unreadable-original.ts';
import { sealEssay } from './seal.ts';
import { comparableWords, toSoundBlocks } from './sound-markdown.ts';

/** Where an essay comes from. */
export type Origin = {
  /** Name of the original, without its folder. */
  readonly file: string;
  /** SHA-256 of the original's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Which of the original's essays it is, 1-based; absent where there is one. */
  readonly post?: number;
  /** What the lines of its blocks count. */
  readonly lineUnit: LineUnit;
};

/** What whoever imports says of all the essays. */
export type ImportTerms = {
  readonly licence: string;
  /** Rights holder; the authors where nobody says. */
  readonly holder?: string;
  /** The day of the import, `YYYY-MM-DD`. */
  readonly today: string;
};

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

/** Room for the front matter, in bytes: what its longest fields come to. */
const FRONT_MATTER_BYTES = 16 * 1024;
/** The longest that the essay may take to parse here: half of what indexing allows it. */
const MAX_PARSE_MS = 2500;

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
  const front = {
    title,
    kind: 'essay',
    authors: authors.map(({ name, role }) => ({
      name: name.slice(0, 200),
      ...(role && { role: role.slice(0, 200) }),
    })),
    published: draft.published ?? 'unknown',
    updated: terms.today,
    summary: summaryOf(draft, title),
    perspective: 'author',
    rights: {
      licence: terms.licence,
      holder: (terms.holder ?? authors.map(({ name }) => name).join(', '))
        .replace(AUTHOR_NOT_KNOWN, 'not known')
        .slice(0, 200),
    },
    original: {
      file: origin.file.slice(0, 200),
      sha256: origin.sha256,
      ...(origin.post !== undefined && { post: origin.post }),
      ...(draft.publisher && { publisher: draft.publisher.slice(0, 300) }),
      ...(draft.address && isWebAddress(draft.address) && { url: draft.address }),
    },
    ...(notes.length > 0 && { review: notes.map((note) => note.slice(0, 400)) }),
  };
  const body = blocks.map(toMarkdown).join('\n\n');
  const yaml = stringify(front, { lineWidth: 0, aliasDuplicateObjects: false });
  const text = sealEssay(`---\n${yaml}---\n\n${body}\n`);
  const started = performance.now();
  const plain = comparableWords(draft.blocks.map((block) => block.text));
  checkEssay(plain, text);
  if (performance.now() - started > MAX_PARSE_MS) {
    throw new UnreadableOriginal(
      'its text would take too long to index; look for long runs of marks, and divide it',
    );
  }
  const words = draft.blocks.reduce((sum, block) => sum + wordCount(block.text), 0);
  return {
    title,
    authors: authors.map(({ name }) => name).join(', '),
    ...(draft.published && { published: draft.published }),
    words,
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

const isWebAddress = (address: string): boolean =>
  address.length <= 2000 && /^https?:\/\//.test(address) && URL.canParse(address);

const nameWithoutEnding = (file: string): string =>
  file
    .replace(/\.[a-z]{2,4}$/i, '')
    .replace(/[\s_-]+/g, ' ')
    .trim() || 'Untitled';

function standInAuthor(draft: Draft, reviews: Review[]): readonly { name: string; role?: string }[] {
  if (draft.publisher && draft.address) {
    reviews.push({ reason: 'no author was found; the publisher stands in' });
    return [{ name: draft.publisher }];
  }
  reviews.push({ reason: 'no author was found' });
  return [{ name: AUTHOR_NOT_KNOWN }];
}

const MAX_SUMMARY = 300;

/** What the publisher says the essay is about, or else how it begins. */
function summaryOf(draft: Draft, title: string): string {
  const said = draft.summary?.replace(/\s+/g, ' ').trim() ?? '';
  if (wordCount(said) >= 5 && said.length <= 600 && !/(?:…|\.\.\.|\[\W*\])$/.test(said)) return said;
  const opening =
    draft.blocks.find(({ kind, text }) => kind === 'paragraph' && wordCount(text) >= 8)?.text ?? title;
  const start = opening.slice(0, 2000);
  const sentence = splitSentences(start).map((span) => start.slice(span.start, span.end))[0] ?? start;
  const plain = sentence.replace(/\s+/g, ' ').trim();
  return plain.length <= MAX_SUMMARY ? plain : `${plain.slice(0, MAX_SUMMARY).replace(/\s+\S*$/, '')} …`;
}

/** Refuses what indexing would refuse, before anything takes time over it. */
function checkSize(blocks: readonly DraftBlock[]): void {
  const bytes = blocks.reduce(
    (sum, { markdown }) => sum + Buffer.byteLength(markdown) + 2,
    FRONT_MATTER_BYTES,
  );
  if (bytes <= MAX_FILE_BYTES) return;
  throw new UnreadableOriginal(
    `its text has ${(bytes / 1024 / 1024).toFixed(1)} MB; an essay may have 1 MB; divide it`,
  );
}

/** Whether an essay's file shows exactly the words it was made of; the project's own reader says. */
function checkEssay(words: string, text: string): void {
  const { essay, problems } = parseEssay({ file: 'essay.md', slug: essaySlug('essay'), text }, {});
  const error = problems.find(({ severity }) => severity === 'error');
  if (error || !essay)
    throw new UnreadableOriginal(`no sound essay can be made of it: ${error?.reason ?? 'it has no text'}`);
  const shown = essay.passages.flatMap((passage) => [
    ...passage.opens.map((heading) => heading.text),
    passage.text,
  ]);
  const after = comparableWords(shown);
  if (words !== after) {
    const at = [...words].findIndex((character, index) => character !== after[index]);
    throw new Error(
      `this is a fault of the importer: it would change the words near “${words.slice(at, at + 30)}”`,
    );
  }
}
