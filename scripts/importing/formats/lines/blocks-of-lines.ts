import { type DraftBlock, wordCount } from '../../draft/draft.ts';
import { heading, looksLikeHeading } from '../../draft/make-blocks.ts';
import { type Gathered, gatherListLines } from './gather-list-lines.ts';
import { joinBrokenLines } from './join-broken-lines.ts';
import type { Line } from './line.ts';

/**
 * Makes blocks of lines: joins lines that were broken to a width, gathers bullets and numbers into lists, and takes
 * short lines that stand before paragraphs for headings.
 */
export function blocksOfLines(lines: readonly Line[]): DraftBlock[] {
  return markHeadings(gatherListLines(joinBrokenLines(lines)));
}

function markHeadings(gathered: readonly Gathered[]): DraftBlock[] {
  return gathered.map(({ block, isAlone, level }, index) => {
    if (block.kind !== 'paragraph') return block;
    const next = gathered[index + 1]?.block;
    const follows = next !== undefined && (next.kind === 'list' || wordCount(next.text) >= 10);
    const before = gathered[index - 1]?.block.text ?? '';
    if (level > 0) return heading(block.text, level, block.line);
    const isHeading = isAlone && follows && !before.endsWith(':') && looksLikeHeading(block.text);
    if (isHeading) return heading(block.text, 2, block.line);
    return block;
  });
}
