import path from 'node:path';
import { inTextLabel } from '../../server/citation/in-text-label.ts';
import { compareNames, orderBibliography } from '../../server/citation/order-bibliography.ts';
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
import { isFolder, listOtherFiles, readFiles } from './files/read-content.ts';
import { type Problem, problemOfFile, sortProblems } from './problems/problem.ts';
import { CONTENT_FILES, ESSAY_FILES, type Settings } from './settings/content-files.ts';
import type { PublishedAnchor } from './settings/parse-retired.ts';
import { readSettings } from './settings/read-settings.ts';
import { tagPassage } from './tagging/tag-passage.ts';

/** What came of reading the content: a corpus if there is no error, and in any case everything that was noticed. */
export type CorpusResult = {
  readonly corpus?: Corpus;
  /** By file and line. Without a corpus, at least one is an error. */
  readonly problems: readonly Problem[];
  /** The essays as parsed, for those who write into their files. */
  readonly essays: readonly ParsedEssay[];
  /** The anchors that were ever published, as far as their list could be read. */
  readonly published: readonly PublishedAnchor[];
};

/** Reads content folders into a corpus: settings, essays, passages, tags. Reports every problem of every file. */
export async function buildCorpus(
  contentDirs: readonly string[],
  parseTimeoutMs?: number,
): Promise<CorpusResult> {
  const problems: Problem[] = [];
  const settings = readSettings(contentDirs);
  problems.push(...(settings.kind === 'invalid' ? settings.problems : settings.value.advice));
  const sources = settings.kind === 'valid' ? orderBibliography(settings.value.sources) : [];
  const labels = Object.fromEntries(sources.map((source) => [source.id, inTextLabel(source)]));

  const slugsOfFiles = new Set<string>();
  const files = readEssayFiles(contentDirs, problems, slugsOfFiles);
  const essays: ParsedEssay[] = [];
  for (const result of await parseEssays(files, labels, parseTimeoutMs)) {
    problems.push(...result.problems);
    if (result.essay) essays.push(result.essay);
  }
  if (settings.kind === 'valid') {
    const read = new Set<string>(essays.map(({ meta }) => meta.slug));
    const unread = new Set([...slugsOfFiles].filter((slug) => !read.has(slug)));
    problems.push(...checkReferences(essays, settings.value, unread));
  }
  const isSound = settings.kind === 'valid' && !problems.some(({ severity }) => severity === 'error');
  return {
    problems: sortProblems(problems),
    essays,
    published: settings.kind === 'valid' ? settings.value.published : [],
    ...(isSound && { corpus: toCorpus(essays, settings.value, sources) }),
  };
}

function readEssayFiles(
  contentDirs: readonly string[],
  problems: Problem[],
  slugs: Set<string>,
): EssayFile[] {
  const say = (file: string, reason: string) => problems.push(problemOfFile(file, reason));
  for (const dir of contentDirs) {
    // Only the folder of imported essays may be missing: it comes with the first import.
    if (isFolder(path.join(dir, 'essays')) || dir === IMPORTED_CONTENT_DIR) continue;
    say(displayPath(dir), 'there is no folder "essays" in it; make one and put essays into it');
  }
  for (const contentPath of [ESSAY_FILES, ...Object.values(CONTENT_FILES).map((entry) => entry.path)]) {
    const [folder, ending] = contentPath.split('/*');
    for (const file of listOtherFiles(contentDirs, contentPath)) {
      const reason = `this file is not read: those of this folder end in "${ending}" and lie in "${folder}" itself`;
      problems.push(problemOfFile(file, reason, 'advice'));
    }
  }
  return contentDirs
    .flatMap((dir) => readFiles(dir, ESSAY_FILES))
    .flatMap((read): EssayFile[] => {
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

function toCorpus(parsed: readonly ParsedEssay[], settings: Settings, sources: readonly Source[]): Corpus {
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
    sources,
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
