import type { ReferencePart } from '../../../citation/harvard-reference.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Addresses } from '../../addresses/addresses.ts';

/**
 * What the shapes of the API are made with. Addresses are whole, so that they work wherever they are pasted. Each shape is
 * written out field by field: what the domain learns to hold is not published unasked, and a test knows every field.
 */
export type ShapeContext = { readonly catalogue: Catalogue; readonly address: Addresses };

/** A tag by its id and the name on the page. */
export type ApiTag = { readonly id: string; readonly label: string };

/** A passage or source elsewhere on the site. */
export type ApiLink = { readonly id: string; readonly url: string };

/** An essay elsewhere on the site. */
export type ApiEssayLink = { readonly slug: string; readonly url: string };

/** Makes the tag of an id. */
export const toApiTag = (id: string, { catalogue }: ShapeContext): ApiTag => ({
  id,
  label: catalogue.concept(id)?.prefLabel ?? id,
});

/** Makes the link of a source. */
export const toSourceLink = (id: string, { address }: ShapeContext): ApiLink => ({
  id,
  url: address.source(id),
});

/** Makes the link of a passage. */
export const toPassageLink = (id: string, { address }: ShapeContext): ApiLink => ({
  id,
  url: address.passage(id),
});

/** Makes the link of a guide; null if there is none, or the content lacks it. */
export const toGuideLink = (
  slug: string | undefined,
  { catalogue, address }: ShapeContext,
): ApiEssayLink | null => {
  const guide = slug === undefined ? undefined : catalogue.essay(slug);
  return guide ? { slug: guide.slug, url: address.essay(guide) } : null;
};

/** A word of the glossary elsewhere on the site. */
export type ApiWordLink = { readonly id: string; readonly term: string; readonly url: string };

/** Makes the link of a word; none if the glossary lacks it. */
export const toWordLink = (id: string, { catalogue, address }: ShapeContext): ApiWordLink[] => {
  const word = catalogue.word(id);
  return word ? [{ id, term: word.term, url: address.word(id) }] : [];
};

/** A reference without its italics and links. */
export const toPlainText = (parts: readonly ReferencePart[]): string =>
  parts.map(({ text }) => text).join('');
