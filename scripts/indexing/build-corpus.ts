import path from 'node:path';
import { inTextLabel } from '../../server/citation/cite-source.ts';
import { IMPORTED_CONTENT_DIR } from '../../server/config.ts';
import type { Corpus, Essay } from '../../server/domain/corpus.ts';
import { ESSAY_KINDS } from '../../server/domain/essay.ts';
import { conceptId, essaySlug, isKebabCase } from '../../server/domain/ids.ts';
import type { Passage } from '../../server/domain/passage.ts';
import type { Source } from '../../server/domain/source.ts';
import { displayPath } from '../../server/storage/display-path.ts';
import { checkReferences } from './checks/check-references.ts';
import type { EssayFile, ParsedEssay } from './essays/parse-essay.ts';
import { parseEssays } from './essays/parse-in-process.ts';
import { decodeText } from './files/decode-text.ts';
import { isFolder, listOtherFiles, readEssayFiles, readFirst } from './files/read-content.ts';
import { type Problem, problemOfFile, sortProblems } from './problems/problem.ts';
import { type PublishedAnchor, parseAnchorsLock } from './settings/parse-retired.ts';
import { readSettings, type Settings } from './settings/read-settings.ts';
import { tagPassage } from './tagging/tag-passage.ts';

/** What came of reading the content: a corpus if there is no error, and in any case everything that was noticed. */
export type CorpusResult = {
  readonly corpus?: Corpus;
  /** By file and line. Without a corpus, at least one is an error. */
  readonly problems: readonly Problem[];
  /** The essays as parsed, for those who write into their files. */
  readonly essays: readonly ParsedEssay[];
};

/** Reads content folders into a corpus: settings, essays, passages, tags. Reports every problem of every file. */
export async function buildCorpus(
  contentDirs: readonly string[],
  parseTimeoutMs?: number,
): Promise<CorpusResult> {
  const problems: Problem[] = [];
  const settings = readSettings(contentDirs);
  problems.push(...(settings.kind === 'invalid' ? settings.problems : settings.value.advice));
  const sources = settings.kind === 'valid' ? settings.value.sources : [];
  const labels = Object.fromEntries(sources.map((source) => [source.id, inTextLabel(source)]));

  const slugsOfFiles = new Set<string>();
  const files = readFiles(contentDirs, problems, slugsOfFiles);
  const essays: ParsedEssay[] = [];
  for (const result of await parseEssays(files, labels, parseTimeoutMs)) {
    problems.push(...result.problems);
    if (result.essay) essays.push(result.essay);
  }
  if (settings.kind === 'valid') {
    const read = new Set<string>(essays.map(({ meta }) => meta.slug));
    const unread = new Set([...slugsOfFiles].filter((slug) => !read.has(slug)));
    const published = readPublishedAnchors(contentDirs, problems);
    problems.push(...checkReferences(essays, settings.value, published, unread));
  }
  const isSound = settings.kind === 'valid' && !problems.some(({ severity }) => severity === 'error');
  return {
    problems: sortProblems(problems),
    essays,
    ...(isSound && { corpus: toCorpus(essays, settings.value) }),
  };
}

/** The list of every anchor that was ever published, within a content folder; and where earlier versions kept it. */
export const ANCHORS_LOCK = path.join('generated', 'anchors.lock');
export const OLD_ANCHORS_LOCK = 'anchors.lock';

/** The anchors that `anchors.lock` lists, of the first content folder that has one; from both places where it has two. */
export function readPublishedAnchors(
  contentDirs: readonly string[],
  problems: Problem[] = [],
): PublishedAnchor[] {
  const locksOf = (dir: string) =>
    [ANCHORS_LOCK, OLD_ANCHORS_LOCK].flatMap((name) => readFirst([dir], name) ?? []);
  const locks = contentDirs.map(locksOf).find(({ length }) => length > 0) ?? [];
  const published = locks.flatMap((lock): PublishedAnchor[] => {
    const decoded = lock.kind === 'read' ? decodeText(lock.file, lock.bytes) : lock;
    if (decoded.kind === 'text') return parseAnchorsLock(decoded.text);
    problems.push(decoded.problem);
    return [];
  });
  return [...new Map(published.map((known) => [known.anchor, known])).values()];
}

function readFiles(contentDirs: readonly string[], problems: Problem[], slugs: Set<string>): EssayFile[] {
  const say = (file: string, reason: string) => problems.push(problemOfFile(file, reason));
  for (const dir of contentDirs) {
    // Only the folder of imported essays may be missing: it comes with the first import.
    if (isFolder(path.join(dir, 'essays')) || dir === IMPORTED_CONTENT_DIR) continue;
    say(displayPath(dir), 'there is no folder "essays" in it; make one and put essays into it');
  }
  for (const file of listOtherFiles(contentDirs)) {
    const reason = 'this file is not read: essays end in ".md" and lie in "essays" itself';
    problems.push(problemOfFile(file, reason, 'advice'));
  }
  return readEssayFiles(contentDirs).flatMap((read): EssayFile[] => {
    slugs.add(path.basename(read.kind === 'read' ? read.file : read.problem.file).replace(/\.md$/i, ''));
    if (read.kind === 'invalid') {
      problems.push(read.problem);
      return [];
    }
    const name = path.basename(read.path);
    const slug = name.replace(/\.md$/i, '');
    if (!name.endsWith('.md') || !isKebabCase(slug)) {
      say(read.file, 'the name must be lower-case letters and digits joined by hyphens, and end in ".md"');
    }
    const decoded = decodeText(read.file, read.bytes);
    if (decoded.kind === 'text') return [{ file: read.file, slug: essaySlug(slug), text: decoded.text }];
    problems.push(decoded.problem);
    return [];
  });
}

function toCorpus(parsed: readonly ParsedEssay[], settings: Settings): Corpus {
  const inOrder = [...parsed].sort(byKindAndOrder);
  const essays = inOrder.map(
    ({ meta, passages }): Essay => ({
      ...meta,
      passages: passages.map(({ id }) => id),
      words: passages.reduce((sum, { words }) => sum + words, 0),
      sources: [...new Set(passages.flatMap((passage) => passage.sources))],
    }),
  );
  const places = new Map<string, number>(settings.concepts.map(({ id }, index) => [id, index]));
  return {
    site: settings.site,
    concepts: settings.concepts,
    wordFamilies: settings.wordFamilies,
    essays,
    passages: inOrder.flatMap(({ passages }) =>
      passages.map((passage) => toPassage(passage, settings, places)),
    ),
    sources: [...settings.sources].sort(bySourceLabel),
    retired: settings.retired,
    glossary: [...settings.glossary].sort((a, b) => compareNames(a.term, b.term)),
    timeline: settings.timeline,
  };
}

function toPassage(
  parsed: ParsedEssay['passages'][number],
  settings: Settings,
  places: ReadonlyMap<string, number>,
): Passage {
  const { anchored, editorTags, refusedTags, at, anchorOffset, ...passage } = parsed;
  const tags = tagPassage(passage.text, settings.rules, {
    given: editorTags.map(conceptId),
    refused: refusedTags.map(conceptId),
  });
  return {
    ...passage,
    tags: tags.sort((a, b) => (places.get(a.concept) ?? 0) - (places.get(b.concept) ?? 0)),
  };
}

function byKindAndOrder({ meta: a }: ParsedEssay, { meta: b }: ParsedEssay): number {
  const kinds = Object.keys(ESSAY_KINDS);
  const order = (meta: ParsedEssay['meta']) => meta.order ?? Number.MAX_SAFE_INTEGER;
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    order(a) - order(b) ||
    a.title.localeCompare(b.title, 'en-GB')
  );
}

const bySourceLabel = (a: Source, b: Source): number =>
  compareNames(inTextLabel(a), inTextLabel(b)) || compareNames(a.title, b.title);

/** The order of a list by letters: quotation marks and the like do not count. */
const compareNames = (a: string, b: string): number =>
  a.localeCompare(b, 'en-GB', { ignorePunctuation: true });
