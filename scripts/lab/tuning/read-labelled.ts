import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_DIR } from '../../../server/config.ts';
import { conceptId } from '../../../server/domain/ids.ts';
import { buildCorpus } from '../../indexing/build-corpus.ts';
import { formatProblem } from '../../indexing/problems/problem.ts';
import type { Settings } from '../../indexing/settings/content-files.ts';
import { tagPassage } from '../../indexing/tagging/tag-passage.ts';
import type { Cue, TaggingRules } from '../../indexing/tagging/tagging-rules.ts';
import { type LabelledPassage, parseLabelled } from '../evaluation/score-tagging.ts';

/** A labelled passage with the source that it comes from: passages of one source are of one hand, and alike. */
export type SourcedPassage = LabelledPassage & { readonly source: string };

/** Files of labelled passages, by the name of their source; as named in what is written, from the project's folder. */
export const LABELLED_FILES = {
  'made up': 'scripts/lab/tuning/labelled-passages.jsonl',
  voices: 'scripts/lab/tuning/labelled-voices.jsonl',
} as const;
/** The source of passages that stand in the content itself. */
export const LIBRARY = 'library';
/**
 * How much a passage counts, where not 1, by its source: there are many of the library, all of a style, and tagged freely.
 * Chosen by cross-validation over the sources.
 */
export const IMPORTANCE: Readonly<Record<string, number>> = { [LIBRARY]: 0.3 };

/**
 * All passages to learn from: those of the files, and those of the content folder's own on whose tags an editor said a word, with
 * the tags that they end up with.
 *
 * @returns what is wrong with the content instead, if it cannot be read
 */
export async function readLabelled(contentDir: string): Promise<SourcedPassage[] | { problems: string[] }> {
  const made = Object.entries(LABELLED_FILES).flatMap(([source, file]) =>
    parseLabelled(readFileSync(path.join(PROJECT_DIR, file), 'utf8')).map((passage) => ({
      ...passage,
      source,
    })),
  );
  const { corpus, essays, settings, problems } = await buildCorpus([contentDir]);
  if (!corpus || !settings)
    return { problems: problems.filter(({ severity }) => severity === 'error').map(formatProblem) };
  const rules = withLearntOnly(settings);
  const own = essays.flatMap(({ passages }) =>
    passages.flatMap(({ id, text, editorTags, refusedTags }): SourcedPassage[] => {
      if (editorTags.length + refusedTags.length === 0) return [];
      const editor = { given: editorTags.map(conceptId), refused: refusedTags.map(conceptId) };
      const tags = tagPassage(text, rules, editor).map(({ concept }) => concept);
      return [{ id, text, tags, maybe: [], source: LIBRARY }];
    }),
  );
  return [...made, ...own];
}

/** The rules without cues that have no learnt weight yet: a cue just written must not label what it is to be learnt from. */
const withLearntOnly = ({ rules, weights }: Pick<Settings, 'rules' | 'weights'>): TaggingRules => ({
  concepts: rules.concepts.map((rule) => {
    const learnt = weights?.concepts[rule.concept];
    const isLearnt = ({ pattern, origin }: Cue) =>
      origin === 'learnt' || Object.hasOwn(learnt?.cues ?? {}, pattern.source);
    return learnt ? { ...rule, cues: rule.cues.filter(isLearnt) } : rule;
  }),
});
