import type { Heading } from './essay.ts';
import type { ConceptId, EssaySlug, PassageId, SourceId } from './ids.ts';
import type { Nation } from './nation.ts';
import type { Perspective } from './perspective.ts';

/** Where a passage stands in its essay, in words that a citation can use. */
export type Locator = {
  /** The headings above the passage, outermost first; empty before the first heading. */
  readonly headings: readonly string[];
  /** Number of the passage's first paragraph, 1-based, within the essay. A list, table or quotation counts as one. */
  readonly paragraph: number;
  /** Number of its last paragraph; the same as `paragraph` for most passages. */
  readonly lastParagraph: number;
};

/** The words of a passage that set a rule off: the answer to "why this tag?". */
export type Evidence = {
  /** The words as printed. */
  readonly words: string;
  /** Offsets of the words in the passage's `text`, in UTF-16 code units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
};

/**
 * A concept on a passage, with its provenance and its strength: by how much the weights of the rule's cues outweigh what
 * speaks against the tag (log-odds, above 0), and 2 more for an editor's word. The strongest come first on a topic's page.
 */
export type Tag =
  | { readonly concept: ConceptId; readonly by: 'editor'; readonly strength: number }
  | {
      readonly concept: ConceptId;
      readonly by: 'rule';
      readonly strength: number;
      readonly evidence: readonly Evidence[];
    };

/** The citable unit: a paragraph or a few, of one essay and one section. */
export type Passage = {
  readonly id: PassageId;
  readonly essay: EssaySlug;
  /** Place in the essay, 1-based. */
  readonly position: number;
  readonly locator: Locator;
  /** Headings that stand between the passage before and this one, outermost first. */
  readonly opens: readonly Heading[];
  /** The words without markup or citation marks; paragraphs and list entries are separated by a line feed. */
  readonly text: string;
  /** Sanitised when indexing: may be printed as it is. */
  readonly html: string;
  /** Number of words in `text`. */
  readonly words: number;
  readonly perspective: Perspective;
  /** The nations whose law, policy, bodies or examples it speaks of; most passages speak of none. */
  readonly nations: readonly Nation[];
  /** Whether it is worth quoting as it stands: short, and whole without its context. */
  readonly isQuotable: boolean;
  /** Whether it is advice of ours that no source carries, which the pages head “Try this”. */
  readonly isTryThis: boolean;
  /** In the order of the vocabulary. */
  readonly tags: readonly Tag[];
  /** A quiet word before the passage, such as "Speaks of a death." */
  readonly contentNote?: string;
  /** The sources that the passage cites, in order of first mention. */
  readonly sources: readonly SourceId[];
};
