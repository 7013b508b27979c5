import type { ConceptId, EssaySlug } from './ids.ts';
import type { Nation } from './nation.ts';
import type { Perspective } from './perspective.ts';

/** What an essay is: our notes on someone else's essay, a guide of ours, a form to fill in, or an imported text. */
export const ESSAY_KINDS = {
  'reading-note': 'Reading note',
  guide: 'Guide',
  tool: 'Tool',
  essay: 'Imported essay',
} as const;

/** The id of an essay's kind. */
export type EssayKind = keyof typeof ESSAY_KINDS;

/** A person or body, as a byline gives them. */
export type Author = {
  readonly name: string;
  readonly role?: string;
  /** Where the name does not show it: its first or last words, or `none` for a body that is named like a person. */
  readonly family?: string;
};

/** The work that a reading note is about. A field is absent where it is not known. */
export type WorkRead = {
  readonly title: string;
  readonly authors: readonly Author[];
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
};

/** Where an imported essay comes from. A field is absent where it is not known. */
export type Original = {
  /** Name of the file that it was imported from. */
  readonly file: string;
  /** Who published it, as the original says. */
  readonly publisher?: string;
  /** Where it was published: an http(s) address. */
  readonly url?: string;
};

/** Stands for the author of an imported essay that names nobody. */
export const AUTHOR_NOT_KNOWN = 'Author not known';

/** What the front matter of an essay says. */
export type EssayMeta = {
  readonly slug: EssaySlug;
  readonly title: string;
  readonly kind: EssayKind;
  readonly authors: readonly Author[];
  /** `YYYY-MM-DD`; absent where an imported text's date is not known. */
  readonly published?: string;
  /** `YYYY-MM-DD`. */
  readonly updated: string;
  readonly summary: string;
  /** Three to six short plain sentences; may be empty for an imported text. */
  readonly inShort: readonly string[];
  /** The perspective of every passage that does not name its own. */
  readonly perspective: Perspective;
  readonly rights: { readonly licence: string; readonly holder: string };
  /** What the essay as a whole is about. Its passages do not inherit these. */
  readonly tags: readonly ConceptId[];
  /** A quiet word before passages on bereavement and the like. */
  readonly contentNote?: string;
  /** Place in lists of its kind; those without one come after, by title. */
  readonly order?: number;
  /** Who or what drafted the words, where its byline does not say so: "an AI language model". */
  readonly drafted?: string;
  /** Who read the essay against its sources, and when; latest last, perhaps nobody. */
  readonly reviewed: readonly Review[];
  /** The nations whose law or policy the essay as a whole is about; its passages do not inherit them. */
  readonly nations: readonly Nation[];
  /** Present exactly when `kind` is `reading-note`. */
  readonly about?: WorkRead;
  /** Only for an imported essay. */
  readonly original?: Original;
};

/** Who can have read an essay against its sources. */
export const REVIEWERS = ['person', 'program'] as const;

/** One reading of an essay against its sources. */
export type Review = {
  /** A person's name, or what the program is: "a language model". */
  readonly by: string;
  readonly kind: (typeof REVIEWERS)[number];
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** What it was read against, where that is less than its sources: "excerpts of its sources". */
  readonly against?: string;
};

/** A heading inside an essay. */
export type Heading = {
  /** 2 to 6; the essay's title is level 1. */
  readonly level: number;
  readonly text: string;
  /** Unique within the essay; never a passage's id, for it always starts with `section-`. */
  readonly id: string;
};
