import type { Concept } from './concept.ts';
import type { EssayMeta } from './essay.ts';
import type { GlossaryEntry } from './glossary.ts';
import type { EssaySlug, PassageId, SourceId } from './ids.ts';
import type { Passage } from './passage.ts';
import type { PassageQuestion } from './passage-question.ts';
import type { Source } from './source.ts';
import type { TimelineEntry } from './timeline.ts';
import type { WordFamily } from './word-family.ts';

/** An essay as indexed: what its front matter says, and what follows from its text. */
export type Essay = EssayMeta & {
  /** In order. */
  readonly passages: readonly PassageId[];
  /** Number of words in its passages. */
  readonly words: number;
  /** Sources that its passages cite, in order of first mention. */
  readonly sources: readonly SourceId[];
};

/** A passage that was published and is gone, so that its address still answers. */
export type RetiredPassage = {
  readonly id: PassageId;
  readonly essay: EssaySlug;
  /** The passage that took its place. */
  readonly successor?: PassageId;
};

/** Who is responsible for the site. A field that nobody filled in says "not yet set". */
export type Site = {
  readonly name: string;
  readonly tagline: string;
  readonly responsible: string;
  readonly contact: string;
};

/** Everything the server knows: the content of an index file. */
export type Corpus = {
  readonly site: Site;
  /** In the order of the vocabulary. */
  readonly concepts: readonly Concept[];
  /** Words that one stem would join though they do not mean the same, a line a stem: "past | paste, pasted". */
  readonly stems: readonly string[];
  /** Right words that neither a dictionary nor the texts may have, such as names: they are never corrected. */
  readonly knownWords: readonly string[];
  /** Words that lead to each other, as the editor lists them. */
  readonly wordFamilies: readonly WordFamily[];
  /** Reading notes, then guides, then imported essays; within a kind by `order`, then title. */
  readonly essays: readonly Essay[];
  /** In the order of the essays. */
  readonly passages: readonly Passage[];
  /** What passages answer; imported essays have none. */
  readonly questions: readonly PassageQuestion[];
  /** By author and year. */
  readonly sources: readonly Source[];
  readonly retired: readonly RetiredPassage[];
  /** By term; may be empty. */
  readonly glossary: readonly GlossaryEntry[];
  /** In the order of time; may be empty. */
  readonly timeline: readonly TimelineEntry[];
};
