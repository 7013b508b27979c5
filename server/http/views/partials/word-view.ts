import { inTextLabel } from '../../../citation/in-text-label.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { GlossaryEntry } from '../../../domain/glossary.ts';
import type { SourceId } from '../../../domain/ids.ts';
import { type Addresses, wordAnchor } from '../../addresses/addresses.ts';
import { type Link, toTagLink } from './links.ts';

/** A word of the glossary as a page explains it. */
export type WordView = {
  /** Of its explanation, on whatever page that stands. */
  readonly id: string;
  readonly href: string;
  readonly term: string;
  readonly also: readonly string[];
  readonly definition: string;
  readonly topics: readonly Link[];
  readonly sources: readonly Link[];
  readonly guide?: Link;
};

/** Makes the view of a word. */
export function toWordView(entry: GlossaryEntry, catalogue: Catalogue, address: Addresses): WordView {
  const guide = entry.guide === undefined ? undefined : catalogue.essay(entry.guide);
  return {
    id: wordAnchor(entry.id),
    href: address.word(entry.id),
    term: entry.term,
    also: entry.also,
    definition: entry.definition,
    topics: entry.concepts.map((id) => toTagLink(id, catalogue, address)),
    sources: toSourceLinks(entry.sources, catalogue, address),
    ...(guide && { guide: { label: guide.title, href: address.essay(guide) } }),
  };
}

/** Links to sources, each by the words that stand for it in a text. */
export function toSourceLinks(ids: readonly SourceId[], catalogue: Catalogue, address: Addresses): Link[] {
  const sources = ids.flatMap((id) => catalogue.source(id) ?? []);
  return sources.map((source) => ({ label: inTextLabel(source), href: address.source(source.id) }));
}
