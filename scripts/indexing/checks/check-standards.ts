import { ESSAY_KINDS } from '../../../server/domain/essay.ts';
import { idsIn } from '../../../server/domain/table.ts';
import type { ParsedEssay } from '../essays/parse-essay.ts';
import type { Problem } from '../problems/problem.ts';
import type { SettingsRead } from '../settings/read-settings.ts';
import { checkLabels, ownWords } from './check-labels.ts';
import { checkQuestions } from './check-questions.ts';
import { checkSources, fieldsMissing } from './check-sources.ts';
import { checkStories, countStories, type StoryTold } from './count-stories.ts';
import type { KnownContent } from './known-content.ts';

/** How far a library of ours keeps its own standards; imported texts are left out. */
export type StandardsMeasured = {
  /** Number of essays by the name of their kind. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly quotable: number;
  readonly tryThis: number;
  /** How often "our suggestion" and its like are written. */
  readonly stockPhrases: number;
  /** Number of passages that report another view and hold words of ours. */
  readonly ownWords: number;
  readonly questions: {
    readonly asked: number;
    /** Number of passages with a question, and of those of ours without. */
    readonly passages: number;
    readonly without: number;
  };
  readonly sources: number;
  /** Number of sources that lack a field, by its name. */
  readonly sourcesLacking: ReadonlyMap<string, number>;
  /** Number of sources of which a field was looked for and not found out, by its name. */
  readonly sourcesUnknown: ReadonlyMap<string, number>;
  readonly stories: readonly StoryTold[];
};

const STOCK_PHRASES = /\b(?:our (?:suggestion|reading|caution|advice)|we (?:suggest|advise|recommend))\b/gi;

/** Checks and measures what indexing lets pass: a library can be served without it, but it should not be published so. */
export function checkStandards(
  essays: readonly ParsedEssay[],
  settings: SettingsRead,
  known: KnownContent,
): { readonly measured: StandardsMeasured; readonly problems: readonly Problem[] } {
  const ours = essays.filter(({ meta }) => meta.kind !== 'essay');
  const passages = ours.flatMap((essay) => essay.passages);
  const { questions, sources, files } = settings;
  const stories = countStories(settings.stories, passages);
  const asked = new Set(questions.map(({ passage }) => passage));
  return {
    measured: {
      kinds: countBy(
        essays.map(({ meta }) => ESSAY_KINDS[meta.kind]),
        idsIn(ESSAY_KINDS).map((kind) => ESSAY_KINDS[kind]),
      ),
      quotable: passages.filter(({ isQuotable }) => isQuotable).length,
      tryThis: passages.filter(({ isTryThis }) => isTryThis).length,
      stockPhrases: passages.reduce((sum, { text }) => sum + (text.match(STOCK_PHRASES)?.length ?? 0), 0),
      ownWords: passages.filter((passage) => ownWords(passage) !== undefined).length,
      questions: {
        asked: questions.length,
        passages: asked.size,
        without: passages.filter(({ id }) => !asked.has(id)).length,
      },
      sources: sources.length,
      sourcesLacking: countBy(sources.flatMap(fieldsMissing)),
      sourcesUnknown: countBy(sources.flatMap(({ unknown = [] }) => unknown)),
      stories,
    },
    problems: [
      ...checkLabels(essays),
      ...checkQuestions(questions, known),
      ...checkSources(files.sources, sources),
      ...checkStories(files.stories, stories, known),
    ],
  };
}

/** How often each text stands in a list, those without any left out. @param order which come first */
function countBy(texts: readonly string[], order: readonly string[] = []): ReadonlyMap<string, number> {
  const counts = new Map(order.map((text) => [text, 0]));
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 0));
}
