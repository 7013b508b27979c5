import { createHash } from 'node:crypto';
import type { EssayMeta } from '../../../server/domain/essay.ts';
import { type EssaySlug, passageId, type SourceId, sourceId } from '../../../server/domain/ids.ts';
import { isNation, NATIONS } from '../../../server/domain/nation.ts';
import type { Passage } from '../../../server/domain/passage.ts';
import { isPerspective, PERSPECTIVES } from '../../../server/domain/perspective.ts';
import { countWords, normalWords } from '../../../server/language/split-words.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import type { BlockAttributes } from '../passages/block-attributes.ts';
import { type Block, MAX_PASSAGE_WORDS, parseBlocks } from '../passages/parse-blocks.ts';
import type { CitationLabels, Reference } from '../passages/render-markdown.ts';
import { type PassageBlocks, splitPassages } from '../passages/split-passages.ts';
import { type Position, type Problem, positionAt } from '../problems/problem.ts';
import { essaySchema, toEssayMeta } from './essay-schema.ts';
import { splitFrontMatter } from './split-front-matter.ts';

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

/** An essay read from one file; what it refers to is not yet checked. */
export type ParsedEssay = {
  readonly file: string;
  readonly meta: EssayMeta;
  readonly passages: readonly ParsedPassage[];
  readonly references: readonly (Reference & { readonly at: Position })[];
  /** Where the tags of the front matter stand, in their order. */
  readonly tagsAt: readonly Position[];
};

/** What came of reading an essay's file. There is an essay whenever its front matter is valid. */
export type EssayResult = { readonly essay?: ParsedEssay; readonly problems: readonly Problem[] };

/** The text of an essay's file, decoded. */
export type EssayFile = {
  /** As a person would type it; used in problems. */
  readonly file: string;
  readonly slug: EssaySlug;
  readonly text: string;
};

/** Reads one essay: front matter, blocks, passages. All problems of the file are reported at once. */
export function parseEssay({ file, slug, text }: EssayFile, labels: CitationLabels): EssayResult {
  const split = splitFrontMatter(file, text);
  if (split.kind === 'invalid') return { problems: [split.problem] };

  const at = (bodyOffset: number): Position => positionAt(text, split.bodyStart + bodyOffset);
  const { blocks, problems: found } = parseBlocks(split.body, labels);
  const problems: Problem[] = found.map(({ offset, reason }) => ({
    file,
    ...at(offset),
    reason,
    severity: 'error',
  }));
  const groups = splitPassages(blocks);
  if (groups.length === 0) {
    problems.push({
      file,
      ...at(0),
      reason: 'the essay has no text after its front matter',
      severity: 'error',
    });
  }
  const last = blocks.at(-1);
  if (last?.kind === 'heading') {
    problems.push({
      file,
      ...at(last.offset),
      reason: 'there is nothing under this heading',
      severity: 'advice',
    });
  }

  const front = parseYaml(file, split.yaml, essaySchema, 2);
  if (front.kind === 'invalid') return { problems: [...front.problems, ...problems] };
  const meta = toEssayMeta(slug, front.value);

  const occurrences = new Map<string, number>();
  const passages = groups.map((group, index): ParsedPassage => {
    const passage = toPassage(group, index + 1, meta, occurrences);
    const first = group.blocks[0];
    const position = at(first.offset);
    const say = (reason: string, severity: Problem['severity']) =>
      problems.push({ file, ...position, reason, severity });
    const perspective = first.attributes?.perspective;
    if (perspective !== undefined && !isPerspective(perspective)) {
      say(
        `"${perspective}" is not a perspective; there are ${Object.keys(PERSPECTIVES).join(', ')}`,
        'error',
      );
    }
    for (const nation of first.attributes?.nations ?? []) {
      if (!isNation(nation))
        say(`"${nation}" is not a nation; there are ${Object.keys(NATIONS).join(', ')}`, 'error');
    }
    if (group.blocks.slice(1).some((block) => block.attributes && !block.attributes.anchor)) {
      say(
        'only the first paragraph of a passage may have attributes; give the later one an anchor too',
        'error',
      );
    }
    if (passage.words > MAX_PASSAGE_WORDS && meta.kind !== 'essay') {
      say(`the passage has ${passage.words} words; the aim is ${MAX_PASSAGE_WORDS} at most`, 'advice');
    }
    return { ...passage, at: position, anchorOffset: split.bodyStart + first.end };
  });
  const references = blocks.flatMap((block) =>
    block.references.map(({ offset, ...reference }) => ({ ...reference, at: at(offset) })),
  );
  const tagsAt = meta.tags.map((_tag, index) => front.positionOf(['tags', index]));
  return { essay: { file, meta, passages, references, tagsAt }, problems };
}

function toPassage(
  { blocks, locator, opens }: PassageBlocks,
  position: number,
  meta: EssayMeta,
  occurrences: Map<string, number>,
): Omit<ParsedPassage, 'at' | 'anchorOffset'> {
  const text = blocks.map((block) => block.text).join('\n');
  const { anchor, perspective, note, tags, refusedTags, nations }: BlockAttributes = blocks[0].attributes ?? {
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
