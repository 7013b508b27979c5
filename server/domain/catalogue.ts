import type { Concept } from './concept.ts';
import type { Corpus, Essay, RetiredPassage } from './corpus.ts';
import type { GlossaryEntry } from './glossary.ts';
import { type PartSizes, sizesOf } from './pages.ts';
import type { Passage } from './passage.ts';
import type { Source } from './source.ts';

/** A corpus with everything that a page looks up, found at once. */
export type Catalogue = {
  readonly corpus: Corpus;
  essay(slug: string): Essay | undefined;
  passage(id: string): Passage | undefined;
  retired(id: string): RetiredPassage | undefined;
  concept(id: string): Concept | undefined;
  source(id: string): Source | undefined;
  /** A word of the glossary. */
  word(id: string): GlossaryEntry | undefined;
  /** The essay of a passage of the corpus. */
  essayOf(passage: Passage): Essay;
  /** An essay's passages, in order. */
  passagesOf(essay: Essay): readonly Passage[];
  /** Passages that cite a source, in the order of the essays. */
  passagesCiting(source: Source): readonly Passage[];
  /** Passages that carry a concept, in the order of the essays. */
  passagesOn(concept: Concept): readonly Passage[];
  /** Number of passages that carry a concept. */
  countOf(concept: Concept): number;
  /** How many there are of what a corpus may lack. */
  readonly sizes: PartSizes;
  /** Concepts that name this one as broader. */
  narrowerThan(concept: Concept): readonly Concept[];
};

/** Makes the look-ups of a corpus. @throws Error that names a passage whose essay is not in the corpus */
export function createCatalogue(corpus: Corpus): Catalogue {
  const essays = new Map<string, Essay>(corpus.essays.map((essay) => [essay.slug, essay]));
  const passages = new Map<string, Passage>(corpus.passages.map((passage) => [passage.id, passage]));
  const retired = new Map<string, RetiredPassage>(corpus.retired.map((passage) => [passage.id, passage]));
  const concepts = new Map<string, Concept>(corpus.concepts.map((concept) => [concept.id, concept]));
  const sources = new Map<string, Source>(corpus.sources.map((source) => [source.id, source]));
  const words = new Map<string, GlossaryEntry>(corpus.glossary.map((entry) => [entry.id, entry]));
  const ofEssay = groupBy(corpus.passages, (passage) => [passage.essay]);
  const ofConcept = groupBy(corpus.passages, (passage) => passage.tags.map(({ concept }) => concept));
  const passagesOn = ({ id }: Concept) => ofConcept.get(id) ?? [];
  const ofSource = groupBy(corpus.passages, (passage) => passage.sources);
  return {
    corpus,
    essay: (slug) => essays.get(slug),
    passage: (id) => passages.get(id),
    retired: (id) => retired.get(id),
    concept: (id) => concepts.get(id),
    source: (id) => sources.get(id),
    word: (id) => words.get(id),
    essayOf(passage) {
      const essay = essays.get(passage.essay);
      if (!essay)
        throw new Error(`Passage "${passage.id}": its essay "${passage.essay}" is not in the corpus`);
      return essay;
    },
    passagesOf: (essay) => ofEssay.get(essay.slug) ?? [],
    passagesCiting: (source) => ofSource.get(source.id) ?? [],
    passagesOn,
    countOf: (concept) => passagesOn(concept).length,
    sizes: sizesOf(corpus, corpus.essays),
    narrowerThan: (concept) => corpus.concepts.filter(({ broader }) => broader.includes(concept.id)),
  };
}

function groupBy<Entry>(
  entries: readonly Entry[],
  keysOf: (entry: Entry) => readonly string[],
): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}
