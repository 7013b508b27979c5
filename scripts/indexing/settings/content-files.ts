import type { Concept } from '../../../server/domain/concept.ts';
import type { RetiredPassage, Site } from '../../../server/domain/corpus.ts';
import type { GlossaryEntry } from '../../../server/domain/glossary.ts';
import type { Source } from '../../../server/domain/source.ts';
import type { TimelineEntry } from '../../../server/domain/timeline.ts';
import type { WordFamily } from '../../../server/domain/word-family.ts';
import type { ContentText } from '../files/decode-text.ts';
import type { Checked } from '../problems/problem.ts';
import { parseTaggingFiles } from '../tagging/parse-tagging-files.ts';
import type { TaggingRules } from '../tagging/tagging-rules.ts';
import { parseTaggingWeights, type TaggingWeights } from '../tagging/tagging-weights.ts';
import { parseGlossary } from './parse-glossary.ts';
import { parseKnownWords } from './parse-known-words.ts';
import { parseQuestions, type Question } from './parse-questions.ts';
import { type PublishedAnchor, parseAnchorsLocks, parseRetired } from './parse-retired.ts';
import { parseSite } from './parse-site.ts';
import { parseSources } from './parse-sources.ts';
import { parseStems } from './parse-stems.ts';
import { parseStories, type Story } from './parse-stories.ts';
import { parseTimeline } from './parse-timeline.ts';
import { parseVocabulary } from './parse-vocabulary.ts';
import { parseWordFamilies } from './parse-word-families.ts';

/** What the content holds besides essays, a field a kind of file. A field more asks for its entry in the table below. */
export type Settings = {
  /** Words that one stem would join though they do not mean the same, a line a stem. */
  readonly stems: readonly string[];
  readonly site: Site;
  /** Right words that neither a dictionary nor the texts may have. */
  readonly knownWords: readonly string[];
  readonly concepts: readonly Concept[];
  readonly wordFamilies: readonly WordFamily[];
  /** What was learnt about the rules; null where nothing was. */
  readonly weights: TaggingWeights | null;
  readonly rules: TaggingRules;
  readonly sources: readonly Source[];
  readonly retired: readonly RetiredPassage[];
  readonly glossary: readonly GlossaryEntry[];
  readonly timeline: readonly TimelineEntry[];
  readonly published: readonly PublishedAnchor[];
  readonly questions: readonly Question[];
  readonly stories: readonly Story[];
};

/** What a parser is given besides the texts. */
export type ParseContext = {
  /** What the entries above in the table gave; a field is missing where its file is bad, which is reported there. */
  readonly read: Partial<Settings>;
  /** Whether the project's own file stands in for one that the content folders lack. */
  readonly isStandIn: boolean;
};

/** One kind of content file: where it lies, what stands in for it, and how it is read. */
export type ContentFile<Value> = {
  /** In a content folder, with forward slashes; `folder/*.yml` is every file of a folder that ends so, together. */
  readonly path: string;
  /** What counts where no content folder has it: the project's own file, or a value. */
  readonly whenMissing: 'shipped' | { readonly value: Value };
  /** The kind whose folder alone it is read from: it belongs to that file, not to another folder's. */
  readonly beside?: keyof Settings;
  /** Where earlier versions had it: refused there, with the way out, or read there too until a command moves it. */
  readonly former?: { readonly path: string; readonly wayOut?: string };
  /** @param texts at least one; just one unless the path stands for several */
  readonly parse: (texts: readonly [ContentText, ...ContentText[]], context: ParseContext) => Checked<Value>;
};

/** Makes a parser of one file's text a parser of an entry. */
const one =
  <Value>(parse: (file: string, text: string) => Checked<Value>): ContentFile<Value>['parse'] =>
  ([{ file, text }]) =>
    parse(file, text);

/**
 * Every kind of content file but the essays, in the order of reading: the one list that reading, stand-ins, messages and
 * the fingerprint go by.
 */
export const CONTENT_FILES: { readonly [Name in keyof Settings]: ContentFile<Settings[Name]> } = {
  stems: { path: 'stems.yml', whenMissing: 'shipped', parse: one(parseStems) },
  knownWords: { path: 'known-words.yml', whenMissing: 'shipped', parse: one(parseKnownWords) },
  site: { path: 'site.yml', whenMissing: 'shipped', parse: one(parseSite) },
  concepts: { path: 'vocabulary.yml', whenMissing: 'shipped', parse: one(parseVocabulary) },
  wordFamilies: { path: 'word-families.yml', whenMissing: 'shipped', parse: one(parseWordFamilies) },
  weights: {
    path: 'generated/tagging-weights.json',
    former: {
      path: 'tagging-weights.json',
      wayOut:
        'learnt weights stand in "generated/tagging-weights.json" now: delete this file and run "npm run tune"',
    },
    // Rules of one's own without weights go by what their lists say.
    beside: 'rules',
    whenMissing: { value: null },
    parse: one(parseTaggingWeights),
  },
  rules: {
    path: 'tagging/*.yml',
    former: {
      path: 'tagging.yml',
      wayOut:
        'rules stand in one file a concept now: divide this one into "tagging/<concept>.yml" (its lists strong, weak, hint, except) and "tagging/sets.yml", and delete it',
    },
    whenMissing: 'shipped',
    parse(texts, { read: { concepts, weights }, isStandIn }) {
      if (!concepts || weights === undefined) return { kind: 'invalid', problems: [] };
      return parseTaggingFiles(texts, { concepts, weights, isStandIn });
    },
  },
  sources: { path: 'sources.yml', whenMissing: 'shipped', parse: one(parseSources) },
  retired: { path: 'retired.yml', whenMissing: { value: [] }, parse: one(parseRetired) },
  glossary: { path: 'glossary.yml', whenMissing: { value: [] }, parse: one(parseGlossary) },
  timeline: { path: 'timeline.yml', whenMissing: { value: [] }, parse: one(parseTimeline) },
  published: {
    path: 'generated/anchors.lock',
    former: { path: 'anchors.lock' },
    whenMissing: { value: [] },
    parse: parseAnchorsLocks,
  },
  questions: { path: 'questions/*.yml', whenMissing: { value: [] }, parse: parseQuestions },
  stories: { path: 'stories.yml', whenMissing: { value: [] }, parse: one(parseStories) },
};

/** Where the essays of a content folder lie, and those of them that are forms to fill in. */
export const ESSAY_FILES = ['essays/*.md', 'tools/*.md'] as const;

/** The paths of all content but the essays, those of earlier versions too. */
export const SETTINGS_PATHS: readonly string[] = Object.values(CONTENT_FILES).flatMap(
  ({ path, former }: ContentFile<unknown>) => (former ? [path, former.path] : [path]),
);
