import { passageItem } from '../../citation/essay-item.ts';
import { asSentence } from '../../citation/format-titles.ts';
import { harvardReference } from '../../citation/harvard-reference.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Passage } from '../../domain/passage.ts';
import type { SiteAddresses } from '../addresses/addresses.ts';
import { toTagLink } from './partials/links.ts';
import type { Marker } from './partials/mark-html.ts';
import { toPassageView } from './partials/passage-view.ts';

/** Everything that the page of a passage prints: the passage between its neighbours, why each tag, and how to cite it. */
export async function toPassagePage(
  passage: Passage,
  catalogue: Catalogue,
  address: SiteAddresses,
  { marker, related }: { readonly marker: Marker | undefined; readonly related: readonly Passage[] },
) {
  const essay = catalogue.essayOf(passage);
  const passages = catalogue.passagesOf(essay);
  const neighbour = (position: number) => {
    const found = passages[position - 1];
    return found && toPassageView(found, catalogue, address);
  };
  const [marked] = (await marker?.mark([passage.html])) ?? [];
  const shown = toPassageView(passage, catalogue, address, marker ? { search: marker.query } : {});
  return {
    ...shown,
    ...(shown.rights && { rights: asSentence(`Rights: ${shown.rights}`) }),
    html: address.inHtml(marked ?? passage.html),
    markedText: marker?.query.text,
    related: related.map((other) => toPassageView(other, catalogue, address)),
    position: passage.position,
    passageCount: passages.length,
    contentNote: passage.contentNote ?? essay.contentNote,
    reasons: passage.tags.map((tag) => ({
      ...toTagLink(tag.concept, catalogue, address),
      isByEditor: tag.by === 'editor',
      words: tag.by === 'rule' ? [...new Set(tag.evidence.map(({ words }) => words))] : [],
    })),
    citation: harvardReference(
      passageItem(passage, essay, { name: catalogue.corpus.site.name, baseUrl: address.whole.base }),
      passage.locator,
    ),
    sources: passage.sources.flatMap((id) => {
      const source = catalogue.source(id);
      return source ? [{ href: address.source(id), reference: harvardReference(source) }] : [];
    }),
    previous: neighbour(passage.position - 1),
    next: neighbour(passage.position + 1),
  };
}
