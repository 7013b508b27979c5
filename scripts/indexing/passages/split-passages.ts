import type { Heading } from '../../../server/domain/essay.ts';
import type { Locator } from '../../../server/domain/passage.ts';
import { type Block, MAX_PASSAGE_WORDS } from './parse-blocks.ts';
import type { HeadingBlock } from './parse-heading.ts';

/** Below this many words a passage takes in the block after it, or joins the one before. */
export const MIN_PASSAGE_WORDS = 30;

/** Blocks that make one passage, with the place they stand at. */
export type PassageBlocks = {
  readonly blocks: readonly [Block, ...Block[]];
  readonly locator: Locator;
  /** Headings that stand between the passage before and this one. */
  readonly opens: readonly Heading[];
};

/**
 * Groups an essay's blocks into passages, keeping every block, once, in order.
 *
 * With anchors (an editor has marked where passages start), an anchored block starts a passage and those without an
 * anchor join the one before, as long as both fit {@link MAX_PASSAGE_WORDS}. Without any anchor a block is a passage,
 * but one of fewer than {@link MIN_PASSAGE_WORDS} words, or one that ends in a colon, takes in the next; a short last one
 * joins the passage before. A passage never crosses a heading.
 */
export function splitPassages(row: readonly (Block | HeadingBlock)[]): PassageBlocks[] {
  const hasAnchors = row.some((entry) => entry.kind === 'block' && entry.attributes?.anchor !== undefined);
  const passages: PassageBlocks[] = [];
  let path: Heading[] = [];
  let opens: Heading[] = [];
  let section: Block[] = [];
  const endSection = () => {
    for (const blocks of hasAnchors ? groupByAnchors(section) : groupByLength(section)) {
      const first = blocks[0];
      const last = blocks.at(-1) ?? first;
      const locator = {
        headings: path.map((heading) => heading.text),
        paragraph: first.paragraph,
        lastParagraph: last.paragraph,
      };
      passages.push({ blocks, locator, opens });
      opens = [];
    }
    section = [];
  };
  for (const entry of row) {
    if (entry.kind === 'block') {
      section.push(entry);
      continue;
    }
    endSection();
    path = [...path.filter((heading) => heading.level < entry.heading.level), entry.heading];
    opens = [...opens, entry.heading];
  }
  endSection();
  return passages;
}

type Group = [Block, ...Block[]];

function groupByAnchors(section: readonly Block[]): Group[] {
  const groups: Group[] = [];
  for (const block of section) {
    const before = groups.at(-1);
    if (before && block.attributes?.anchor === undefined && fits(before, block)) before.push(block);
    else groups.push([block]);
  }
  return groups;
}

function groupByLength(section: readonly Block[]): Group[] {
  const groups: Group[] = [];
  for (const [index, block] of section.entries()) {
    const before = groups.at(-1);
    const wantsMore = before !== undefined && (wordsOf(before) < MIN_PASSAGE_WORDS || endsInColon(before));
    const isShortLast = index === section.length - 1 && block.words < MIN_PASSAGE_WORDS;
    if (before && (wantsMore || isShortLast) && fits(before, block)) before.push(block);
    else groups.push([block]);
  }
  return groups;
}

const wordsOf = (group: Group): number => group.reduce((sum, block) => sum + block.words, 0);
const fits = (group: Group, block: Block): boolean => wordsOf(group) + block.words <= MAX_PASSAGE_WORDS;
const endsInColon = (group: Group): boolean => group.at(-1)?.text.endsWith(':') ?? false;
