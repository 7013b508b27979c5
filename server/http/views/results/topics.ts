import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Addresses } from '../../addresses/addresses.ts';
import type { Link } from '../partials/links.ts';

/** A topic with the number of its passages, and a bar that says how many, in hundredths of the widest. */
export type CountedTopic = Link & { readonly count: number; readonly bar: number };

/** Topics that have passages, most first. */
export function listTopics(catalogue: Catalogue, address: Addresses): CountedTopic[] {
  const counted = catalogue.corpus.concepts.map((concept) => ({
    concept,
    count: catalogue.countOf(concept),
  }));
  const most = Math.max(1, ...counted.map(({ count }) => count));
  return counted
    .filter(({ count }) => count > 0)
    .map(({ concept: { id, prefLabel }, count }) => ({
      label: prefLabel,
      href: address.tag(id),
      count,
      // The smallest can still be seen.
      bar: Math.round(8 + (92 * count) / most),
    }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en-GB'));
}
