import { type DraftBlock, type Review, wordCount } from '../draft/draft.ts';
import { endsEssay, startsComments } from './furniture-lines.ts';

/** The fewest words that an essay must have before anything can end it. */
const MIN_BEFORE = 40;
/** The most of a text that may follow an end that is not certain. */
const MAX_AFTER = 0.35;
/** So many words may be cut off without a note: a heading, and links without a text. */
const MAX_UNSAID = 15;

/** Cuts a text where readers' comments begin, or what sites put below a text; says how much was cut, and where. */
export function cutEnd(blocks: readonly DraftBlock[], reviews: Review[]): readonly DraftBlock[] {
  const words = blocks.map(({ text }) => wordCount(text));
  const total = words.reduce((sum, number) => sum + number, 0);
  let before = 0;
  for (const [index, { kind, text, line }] of blocks.entries()) {
    const firstLine = text.split('\n', 1)[0] ?? '';
    const mayEnd = kind !== 'quotation' && kind !== 'table' && kind !== 'code' && before >= MIN_BEFORE;
    const after = total - before;
    const isComments = mayEnd && startsComments(firstLine);
    if (isComments || (mayEnd && endsEssay(firstLine) && after <= MAX_AFTER * total)) {
      if (after > MAX_UNSAID) {
        const what = isComments ? "readers' comments" : "the site's words below the text";
        reviews.push({
          line,
          reason: `all from here on, ${after.toLocaleString('en-GB')} words, was left out as ${what}`,
        });
      }
      return blocks.slice(0, index);
    }
    before += words[index] ?? 0;
  }
  return blocks;
}
