import { passageItem } from '../../citation/essay-item.ts';
import { harvardReference } from '../../citation/harvard-reference.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Passage } from '../../domain/passage.ts';
import { type Marks, toMarkedHtml, toPassageView, toTagLink } from './passage-view.ts';

/** Everything that the page of a passage prints: the passage between its neighbours, why each tag, and how to cite it. */
export function toPassagePage(
  passage: Passage,
  catalogue: Catalogue,
  {
    baseUrl,
    marks,
    related,
  }: { readonly baseUrl: string; readonly marks: Marks | undefined; readonly related: readonly Passage[] },
) {
  const essay = catalogue.essayOf(passage);
  const passages = catalogue.passagesOf(essay);
  const neighbour = (position: number) => {
    const found = passages[position - 1];
    return found && toPassageView(found, catalogue);
  };
  return {
    ...toPassageView(passage, catalogue, { text: marks?.text ?? '' }),
    html: toMarkedHtml(passage.html, marks),
    markedText: marks?.text,
    related: related.map((other) => toPassageView(other, catalogue)),
    position: passage.position,
    passageCount: passages.length,
    contentNote: passage.contentNote ?? essay.contentNote,
    reasons: passage.tags.map((tag) => ({
      ...toTagLink(tag.concept, catalogue),
      isByEditor: tag.by === 'editor',
      words: tag.by === 'rule' ? [...new Set(tag.evidence.map(({ words }) => words))] : [],
    })),
    citation: harvardReference(
      passageItem(passage, essay, { name: catalogue.corpus.site.name, baseUrl }),
      passage.locator,
    ),
    sources: passage.sources.flatMap((id) => {
      const source = catalogue.source(id);
      return source ? [{ href: `/sources/${id}`, reference: harvardReference(source) }] : [];
    }),
    previous: neighbour(passage.position - 1),
    next: neighbour(passage.position + 1),
  };
}
