/**
 * Ids, branded so that one kind cannot be passed for another. They are checked once, where they come in (front
 * matter, vocabulary, an address), and trusted from there on.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** An essay's id: its file name without `.md`, lower case. Unique in the corpus. */
export type EssaySlug = Branded<'EssaySlug'>;
/** A passage's id: its anchor, or derived from its words where it has none. Unique in the corpus. */
export type PassageId = Branded<'PassageId'>;
/** A concept's id in the vocabulary, such as `power-sharing`. "Tag" in addresses and on pages. */
export type ConceptId = Branded<'ConceptId'>;
/** A source's id in the bibliography, such as `boyleharris2009`. */
export type SourceId = Branded<'SourceId'>;

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ANCHOR = /^[a-z0-9]{4,40}$/;
const SOURCE = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Whether a text has the form of a slug or concept id: lower-case letters, digits and single hyphens. */
export const isKebabCase = (text: string): boolean => text.length <= 100 && KEBAB.test(text);
/** Whether a text has the form of a passage's anchor: 4 to 40 lower-case letters and digits. */
export const isAnchor = (text: string): boolean => ANCHOR.test(text);
/** Whether a text has the form of a source's id. */
export const isSourceId = (text: string): boolean => SOURCE.test(text);

/** Marks a text as a slug. The caller has checked its form. */
export const essaySlug = (text: string): EssaySlug => text as EssaySlug;
/** Marks a text as a passage's id. The caller has checked its form. */
export const passageId = (text: string): PassageId => text as PassageId;
/** Marks a text as a concept's id. The caller has checked its form. */
export const conceptId = (text: string): ConceptId => text as ConceptId;
/** Marks a text as a source's id. The caller has checked its form. */
export const sourceId = (text: string): SourceId => text as SourceId;
