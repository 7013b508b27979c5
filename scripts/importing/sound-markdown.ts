import { takeAttributes } from '../../server/corpus/block-attributes.ts';
import { lexMarkdown, renderMarkdown } from '../../server/corpus/render-markdown.ts';
import { normalWords } from '../../server/language/split-words.ts';
import type { DraftBlock, Review } from './draft.ts';
import { escapeAll } from './escape-markdown.ts';

/** A block's words as Markdown without emphasis and links. */
export function plainMarkdown({ kind, text }: Pick<DraftBlock, 'kind' | 'text'>): string {
  const mark = kind === 'list' ? '- ' : kind === 'quotation' ? '> ' : '';
  const lines = text.split('\n').map((line) => mark + escapeAll(line));
  return lines.join(kind === 'list' ? '\n' : `\n${mark.trim()}\n`);
}

/**
 * Blocks whose Markdown shows exactly their words, as the project's own reader says. Where marks cannot be shown beside
 * the words (emphasis inside a word, a table in a list) the words stay and the marks go, with a note.
 */
export function toSoundBlocks(blocks: readonly DraftBlock[], reviews: Review[]): DraftBlock[] {
  return blocks.map((block) => {
    if (showsItsWords(block)) return block;
    reviews.push({
      line: block.line,
      reason: 'its emphasis, links or columns cannot be shown, and were left out',
    });
    return { ...block, markdown: plainMarkdown(block) };
  });
}

function showsItsWords({ kind, level, markdown, text }: DraftBlock): boolean {
  if (takeAttributes(markdown).attributes) return false;
  const whole = kind === 'heading' ? `${'#'.repeat(level)} ${markdown}` : markdown;
  const shown = renderMarkdown(lexMarkdown(whole), {});
  return (
    shown.unsupported.length === 0 &&
    shown.references.every((reference) => reference.kind === 'link') &&
    normalWords(shown.text).join(' ') === normalWords(text).join(' ')
  );
}
