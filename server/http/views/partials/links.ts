import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Addresses } from '../../addresses/addresses.ts';

/** A link with its words. */
export type Link = { readonly label: string; readonly href: string };

/** A tag as a page links it. */
export type TagLink = Link & { readonly id: string };

/** The link of a tag. */
export const toTagLink = (id: string, catalogue: Catalogue, address: Addresses): TagLink => ({
  id,
  label: catalogue.concept(id)?.prefLabel ?? id,
  href: address.tag(id),
});
