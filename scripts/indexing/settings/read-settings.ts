import path from 'node:path';
import { SHIPPED_CONTENT_DIR } from '../../../server/config.ts';
import type { Concept } from '../../../server/domain/concept.ts';
import type { RetiredPassage, Site } from '../../../server/domain/corpus.ts';
import type { GlossaryEntry } from '../../../server/domain/glossary.ts';
import type { Source } from '../../../server/domain/source.ts';
import type { TimelineEntry } from '../../../server/domain/timeline.ts';
import type { WordFamily } from '../../../server/domain/word-family.ts';
import { displayPath } from '../../../server/storage/display-path.ts';
import { decodeText } from '../files/decode-text.ts';
import { type FileRead, readFirst } from '../files/read-content.ts';
import { type Checked, type Problem, problemOfFile } from '../problems/problem.ts';
import { readTaggingRules } from '../tagging/read-tagging-rules.ts';
import type { TaggingRules } from '../tagging/tagging-rules.ts';
import { parseGlossary } from './parse-glossary.ts';
import { parseRetired } from './parse-retired.ts';
import { parseSite } from './parse-site.ts';
import { parseSources } from './parse-sources.ts';
import { parseTimeline } from './parse-timeline.ts';
import { parseVocabulary } from './parse-vocabulary.ts';
import { parseWordFamilies } from './parse-word-families.ts';

/** Everything of the content that is not an essay, each read from the first folder that has it or as shipped. */
export type Settings = {
  readonly site: Site;
  readonly concepts: readonly Concept[];
  readonly wordFamilies: readonly WordFamily[];
  readonly rules: TaggingRules;
  readonly sources: readonly Source[];
  readonly retired: readonly RetiredPassage[];
  readonly glossary: readonly GlossaryEntry[];
  readonly timeline: readonly TimelineEntry[];
  /** File of each, as a person would type it. */
  readonly files: Readonly<Record<'vocabulary' | 'sources' | 'retired' | 'glossary' | 'timeline', string>>;
  /** What does not stop indexing but should be known. */
  readonly advice: readonly Problem[];
};

/**
 * Reads `site.yml`, `vocabulary.yml`, `word-families.yml`, `sources.yml` and the rules in `tagging/`, which the shipped ones stand in
 * for; and `retired.yml`, `glossary.yml` and `timeline.yml`, which a content folder may be without.
 */
export function readSettings(contentDirs: readonly string[]): Checked<Settings> {
  const problems: Problem[] = [];
  const keep = <Value>(result: Checked<Value>): Value | undefined => {
    if (result.kind === 'valid') return result.value;
    problems.push(...result.problems);
    return undefined;
  };
  const read = (name: string) => keep(readText(contentDirs, name));

  const siteFile = read('site.yml');
  const site = siteFile && keep(parseSite(siteFile.file, siteFile.text));
  const vocabularyFile = read('vocabulary.yml');
  const concepts = vocabularyFile && keep(parseVocabulary(vocabularyFile.file, vocabularyFile.text));
  const tagging = concepts && keep(readTaggingRules(contentDirs, SHIPPED_CONTENT_DIR, concepts));
  const familiesFile = read('word-families.yml');
  const wordFamilies = familiesFile && keep(parseWordFamilies(familiesFile.file, familiesFile.text));
  const sourcesFile = read('sources.yml');
  const sources = sourcesFile && keep(parseSources(sourcesFile.file, sourcesFile.text));
  const readOptional = (name: string) =>
    readFirst(contentDirs, name) ? read(name) : { file: name, text: '' };
  const retiredFile = readOptional('retired.yml');
  const retired = retiredFile && keep(parseRetired(retiredFile.file, retiredFile.text));
  const glossaryFile = readOptional('glossary.yml');
  const glossary = glossaryFile && keep(parseGlossary(glossaryFile.file, glossaryFile.text));
  const timelineFile = readOptional('timeline.yml');
  const timeline = timelineFile && keep(parseTimeline(timelineFile.file, timelineFile.text));

  if (!site || !concepts || !wordFamilies || !tagging || !sources || !retired || !glossary || !timeline)
    return { kind: 'invalid', problems };
  const files = {
    vocabulary: vocabularyFile.file,
    sources: sourcesFile.file,
    retired: retiredFile.file,
    glossary: glossaryFile.file,
    timeline: timelineFile.file,
  };
  const lists = { concepts, wordFamilies, sources, retired, glossary, timeline };
  return { kind: 'valid', value: { site, ...tagging, ...lists, files } };
}

function readText(contentDirs: readonly string[], name: string): Checked<{ file: string; text: string }> {
  const read: FileRead | undefined = readFirst([...contentDirs, SHIPPED_CONTENT_DIR], name);
  if (!read) {
    const file = displayPath(path.join(SHIPPED_CONTENT_DIR, name));
    return {
      kind: 'invalid',
      problems: [problemOfFile(file, 'the file is missing')],
    };
  }
  if (read.kind === 'invalid') return { kind: 'invalid', problems: [read.problem] };
  const decoded = decodeText(read.file, read.bytes);
  if (decoded.kind === 'invalid') return { kind: 'invalid', problems: [decoded.problem] };
  return { kind: 'valid', value: { file: read.file, text: decoded.text } };
}
