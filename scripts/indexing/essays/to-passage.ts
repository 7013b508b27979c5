import { createHash } from 'node:crypto';
import type { EssayMeta } from '../../../server/domain/essay.ts';
import { type EssaySlug, passageId, type SourceId, sourceId } from '../../../server/domain/ids.ts';
import { isNation } from '../../../server/domain/nation.ts';
import type { Passage } from '../../../server/domain/passage.ts';
import { isPerspective } from '../../../server/domain/perspective.ts';
import { countWords, normalWords } from '../../../server/language/split-words.ts';
import type { BlockAttributes } from '../passages/block-attributes.ts';
import type { Block } from '../passages/parse-blocks.ts';
import type { PassageBlocks } from '../passages/split-passages.ts';
import type { Position } from '../problems/problem.ts';

/** A passage as its essay's file has it: not yet tagged by rule. */
export type ParsedPassage = Omit<Passage, 'tags'> & {
  /** Whether the passage's id is an anchor in the file; if not, it is derived from the passage's words. */
  readonly anchored: boolean;
  readonly editorTags: readonly string[];
  readonly refusedTags: readonly string[];
  /** Where the passage starts in its file. */
  readonly at: Position;
  /** Offset in the file just after the passage's first block, where an anchor would be written. */
  readonly anchorOffset: number;
};

/**
 * Makes a passage of its blocks.
 *
 * @param position number of the passage, 1-based, within the essay
 * @param occurrences how often each text has come so far; is added to
 */
export function toPassage(
  { blocks, locator, opens }: PassageBlocks,
  position: number,
  meta: EssayMeta,
  occurrences: Map<string, number>,
): Omit<ParsedPassage, 'at' | 'anchorOffset'> {
  const text = blocks.map((block) => block.text).join('\n');
  const { anchor, classes, perspective, note, tags, refusedTags, nations }: BlockAttributes = blocks[0]
    .attributes ?? {
    classes: [],
    tags: [],
    refusedTags: [],
    nations: [],
  };
  return {
    id: passageId(anchor ?? deriveId(meta.slug, text, occurrences)),
    anchored: anchor !== undefined,
    essay: meta.slug,
    position,
    locator,
    opens,
    text,
    html: blocks.map((block) => block.html).join('\n'),
    words: countWords(text),
    perspective: perspective !== undefined && isPerspective(perspective) ? perspective : meta.perspective,
    nations: nations.filter(isNation),
    isQuotable: classes.includes('quotable'),
    isTryThis: classes.includes('try-this'),
    editorTags: tags,
    refusedTags,
    sources: citedSources(blocks),
    ...(note !== undefined && { contentNote: note }),
  };
}

/**
 * An id for a passage without an anchor: it stays while the passage's words stay, wherever in the essay they move. Of
 * passages with the same words, the second, third … differ by their count.
 */
function deriveId(slug: EssaySlug, text: string, occurrences: Map<string, number>): string {
  const words = normalWords(text).join(' ');
  const occurrence = (occurrences.get(words) ?? 0) + 1;
  occurrences.set(words, occurrence);
  const digest = createHash('sha256').update(`${slug}\n${words}\n${occurrence}`).digest('hex');
  return `p${digest.slice(0, 11)}`;
}

function citedSources(blocks: readonly Block[]): SourceId[] {
  const ids = blocks.flatMap((block) =>
    block.references.filter(({ kind }) => kind === 'citation').map(({ target }) => target),
  );
  return [...new Set(ids)].map(sourceId);
}
