import { normalWords } from '../../../server/language/split-words.ts';
import { takeAttributes } from '../../indexing/passages/block-attributes.ts';
import { lexMarkdown } from '../../indexing/passages/lex-markdown.ts';
import { parseBlocks } from '../../indexing/passages/parse-blocks.ts';
import { renderMarkdown } from '../../indexing/passages/render-markdown.ts';
import type { DraftBlock, Review } from '../draft/draft.ts';
import { markdownOf, plainMarkdown } from '../draft/make-blocks.ts';

/**
 * Blocks whose Markdown shows exactly their words, as the project's own reader says. Where marks cannot be shown beside
 * the words (emphasis inside a word, a table in a list) the words stay and the marks go, with a note.
 */
export function toSoundBlocks(blocks: readonly DraftBlock[], reviews: Review[]): DraftBlock[] {
  const sound = blocks.map((block) => {
    if (showsItsWords(block)) return block;
    reviews.push({
      line: block.line,
      reason: 'its emphasis, links or columns cannot be shown, and were left out',
    });
    return { ...block, markdown: plainMarkdown(block) };
  });
  if (showTheirWords(sound)) return sound;
  // Blocks that are sound alone can still run into each other.
  reviews.push({ reason: 'the emphasis, links and columns of the text cannot be shown, and were left out' });
  return blocks.map((block) => ({ ...block, markdown: plainMarkdown(block) }));
}

/** The words of texts as they are compared: in order, normalised, in single spaces. */
export const comparableWords = (texts: readonly string[]): string =>
  texts.flatMap((text) => normalWords(text)).join(' ');

function showTheirWords(blocks: readonly DraftBlock[]): boolean {
  const shown = parseBlocks(blocks.map(markdownOf).join('\n\n'), {});
  const texts = shown.blocks.map((one) => (one.kind === 'heading' ? one.heading.text : one.text));
  return (
    shown.problems.length === 0 && comparableWords(texts) === comparableWords(blocks.map(({ text }) => text))
  );
}

function showsItsWords(block: DraftBlock): boolean {
  if (takeAttributes(block.markdown).attributes) return false;
  const shown = renderMarkdown(lexMarkdown(markdownOf(block)), {});
  return (
    shown.unsupported.length === 0 &&
    shown.references.every((reference) => reference.kind === 'link') &&
    comparableWords([shown.text]) === comparableWords([block.text])
  );
}
