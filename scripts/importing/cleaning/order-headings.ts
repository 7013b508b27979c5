import type { Draft, DraftBlock } from '../draft/draft.ts';
import { looksLikeHeading } from '../draft/make-blocks.ts';

/** A level below all that headings can have: of a bold line that stands for one. */
const BOLD_LINE = 7;

/** Takes short lines that are wholly bold, and stand before other text, for the headings they are meant to be. */
const markBoldHeadings = (blocks: readonly DraftBlock[]): DraftBlock[] =>
  blocks.map((block, index) => {
    const bold =
      block.kind === 'paragraph' ? /^\*\*((?:[^*\\]|\\.)+)\*\*$/.exec(block.markdown)?.[1] : undefined;
    const next = blocks[index + 1];
    const text = block.text.replace(/:$/, '');
    if (bold === undefined || !looksLikeHeading(text) || !next || /^\*\*[^*]+\*\*$/.test(next.markdown))
      return block;
    return { ...block, kind: 'heading', level: BOLD_LINE, text, markdown: bold.replace(/:$/, '') };
  });

/** Gives headings levels from 2 on, each one below the heading it stands under. */
export function orderHeadings(draft: Draft): Draft {
  const above: { original: number; level: number }[] = [];
  const blocks = markBoldHeadings(draft.blocks).map((block) => {
    if (block.kind !== 'heading') return block;
    while ((above.at(-1)?.original ?? 0) >= block.level) above.pop();
    const level = Math.min(6, (above.at(-1)?.level ?? 1) + 1);
    above.push({ original: block.level, level });
    return { ...block, level };
  });
  return { ...draft, blocks };
}
