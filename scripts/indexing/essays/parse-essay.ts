import type { EssayMeta } from '../../../server/domain/essay.ts';
import type { EssaySlug } from '../../../server/domain/ids.ts';
import { isNation, NATIONS } from '../../../server/domain/nation.ts';
import { isPerspective, PERSPECTIVES } from '../../../server/domain/perspective.ts';
import { parseYaml } from '../files/parse-yaml.ts';
import { MAX_PASSAGE_WORDS, parseBlocks } from '../passages/parse-blocks.ts';
import type { CitationLabels, Reference } from '../passages/render-markdown.ts';
import { splitPassages } from '../passages/split-passages.ts';
import { type Position, type Problem, positionAt } from '../problems/problem.ts';
import { essaySchema, toEssayMeta } from './essay-schema.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { type ParsedPassage, toPassage } from './to-passage.ts';

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
    const report = (reason: string, severity: Problem['severity']) =>
      problems.push({ file, ...position, reason, severity });
    const perspective = first.attributes?.perspective;
    if (perspective !== undefined && !isPerspective(perspective)) {
      report(
        `"${perspective}" is not a perspective; there are ${Object.keys(PERSPECTIVES).join(', ')}`,
        'error',
      );
    }
    for (const nation of first.attributes?.nations ?? []) {
      if (!isNation(nation))
        report(`"${nation}" is not a nation; there are ${Object.keys(NATIONS).join(', ')}`, 'error');
    }
    if (group.blocks.slice(1).some((block) => block.attributes && !block.attributes.anchor)) {
      report(
        'only the first paragraph of a passage may have attributes; give the later one an anchor too',
        'error',
      );
    }
    if (passage.words > MAX_PASSAGE_WORDS && meta.kind !== 'essay') {
      report(`the passage has ${passage.words} words; the aim is ${MAX_PASSAGE_WORDS} at most`, 'advice');
    }
    return { ...passage, at: position, anchorOffset: split.bodyStart + first.end };
  });
  const references = blocks.flatMap((block) =>
    block.references.map(({ offset, ...reference }) => ({ ...reference, at: at(offset) })),
  );
  const tagsAt = meta.tags.map((_tag, index) => front.positionOf(['tags', index]));
  return { essay: { file, meta, passages, references, tagsAt }, problems };
}
