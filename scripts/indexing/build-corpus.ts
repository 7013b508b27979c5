import { inTextLabel } from '../../server/citation/in-text-label.ts';
import { compareNames, orderBibliography } from '../../server/citation/order-bibliography.ts';
import type { Corpus, Essay } from '../../server/domain/corpus.ts';
import { ESSAY_KINDS } from '../../server/domain/essay.ts';
import { conceptId } from '../../server/domain/ids.ts';
import type { Passage } from '../../server/domain/passage.ts';
import type { Source } from '../../server/domain/source.ts';
import { checkReferences } from './checks/check-references.ts';
import { type KnownContent, knownContent } from './checks/known-content.ts';
import type { ParsedEssay } from './essays/parse-essay.ts';
import { parseEssays } from './essays/parse-in-process.ts';
import { readEssayFiles } from './essays/read-essay-files.ts';
import { findUnreadFiles } from './files/find-unread-files.ts';
import { type Problem, sortProblems } from './problems/problem.ts';
import { ESSAY_FILES, SETTINGS_PATHS, type Settings } from './settings/content-files.ts';
import type { PublishedAnchor } from './settings/parse-retired.ts';
import { readSettings, type SettingsRead } from './settings/read-settings.ts';
import { tagPassage } from './tagging/tag-passage.ts';
import { findWordsAlike } from './words/words-alike.ts';

/** What came of reading the content: a corpus if there is no error, and in any case everything that was noticed. */
export type CorpusResult = {
  readonly corpus?: Corpus;
  /** By file and line. Without a corpus, at least one is an error. */
  readonly problems: readonly Problem[];
  /** The essays as parsed, for those who write into their files. */
  readonly essays: readonly ParsedEssay[];
  /** The anchors that were ever published, as far as their list could be read. */
  readonly published: readonly PublishedAnchor[];
  /** What the content holds besides essays, and all that may be named; absent where a settings file is bad. */
  readonly settings?: SettingsRead;
  readonly known?: KnownContent;
};

/**
 * Reads content folders into a corpus. Reports every problem of every file.
 *
 *     settings/   vocabulary, sources, rules …  ─┐
 *     essays/     a file → front matter + body   ├─→ checks/ → tagging/ → corpus
 *     passages/   a body → blocks → passages    ─┘
 */
export async function buildCorpus(
  contentDirs: readonly string[],
  parseTimeoutMs?: number,
): Promise<CorpusResult> {
  const problems: Problem[] = [];
  const settings = readSettings(contentDirs);
  problems.push(...(settings.kind === 'invalid' ? settings.problems : settings.value.advice));
  const sources = settings.kind === 'valid' ? orderBibliography(settings.value.sources) : [];
  const labels = Object.fromEntries(sources.map((source) => [source.id, inTextLabel(source)]));

  const { files, slugs, problems: unreadable } = readEssayFiles(contentDirs);
  problems.push(...unreadable, ...findUnreadFiles(contentDirs, [...ESSAY_FILES, ...SETTINGS_PATHS]));
  const essays: ParsedEssay[] = [];
  for (const result of await parseEssays(files, labels, parseTimeoutMs)) {
    problems.push(...result.problems);
    if (result.essay) essays.push(result.essay);
  }
  let known: KnownContent | undefined;
  if (settings.kind === 'valid') {
    const read = new Set(essays.map(({ meta }) => meta.slug));
    const unread = new Set([...slugs].filter((slug) => !read.has(slug)));
    known = knownContent(essays, settings.value, unread);
    problems.push(...checkReferences(essays, settings.value, known));
  }
  const isSound = settings.kind === 'valid' && !problems.some(({ severity }) => severity === 'error');
  return {
    problems: sortProblems(problems),
    essays,
    published: settings.kind === 'valid' ? settings.value.published : [],
    ...(settings.kind === 'valid' && known && { settings: settings.value, known }),
    ...(isSound && { corpus: toCorpus(essays, settings.value, sources) }),
  };
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
  const order = new Map<string, number>(settings.concepts.map(({ id }, index) => [id, index]));
  return {
    site: settings.site,
    concepts: settings.concepts,
    stems: settings.stems,
    knownWords: settings.knownWords,
    wordFamilies: [
      ...settings.wordFamilies,
      ...findWordsAlike({
        texts: inOrder.flatMap(({ passages }) => passages.map(({ text }) => text)),
        ...settings,
      }),
    ],
    essays,
    passages: inOrder.flatMap(({ passages }) =>
      passages.map((passage) => toPassage(passage, settings, order)),
    ),
    questions: settings.questions.map(({ file, at, essay, ...question }) => question),
    sources,
    retired: settings.retired,
    glossary: [...settings.glossary].sort((a, b) => compareNames(a.term, b.term)),
    timeline: settings.timeline,
  };
}

function toPassage(
  parsed: ParsedEssay['passages'][number],
  settings: Settings,
  order: ReadonlyMap<string, number>,
): Passage {
  const { anchored, editorTags, refusedTags, at, anchorOffset, ...passage } = parsed;
  const tags = tagPassage(passage.text, settings.rules, {
    given: editorTags.map(conceptId),
    refused: refusedTags.map(conceptId),
  });
  return {
    ...passage,
    tags: tags.sort((a, b) => (order.get(a.concept) ?? 0) - (order.get(b.concept) ?? 0)),
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
