import { creditLine } from '../../citation/credit-passage.ts';
import { passageItem } from '../../citation/essay-item.ts';
import { harvardReference, type ReferencePart } from '../../citation/harvard-reference.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Concept } from '../../domain/concept.ts';
import type { Essay } from '../../domain/corpus.ts';
import type { CslDate } from '../../domain/csl-item.ts';
import type { GlossaryEntry } from '../../domain/glossary.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Source } from '../../domain/source.ts';
import type { TimelineEntry } from '../../domain/timeline.ts';
import { EMPTY_QUERY } from '../../search/query.ts';
import type { Results, Search } from '../../search/results.ts';
import type { Suggestion } from '../../search/suggest.ts';
import { searchAddress } from '../params/search-params.ts';
import { glossaryAddress } from '../views/explain-words.ts';

/** The shapes of the JSON API. Addresses in them are whole, so that they work wherever they are pasted. */
export function createApiShapes(catalogue: Catalogue, search: Search, baseUrl: string) {
  const labelOf = (id: string) => catalogue.concept(id)?.prefLabel ?? id;
  const tag = (id: string) => ({ id, label: labelOf(id) });
  // A guide that is not among the essays is left out: another folder of content may lack it.
  const guideLink = (slug: string | undefined) =>
    slug !== undefined && catalogue.essay(slug) ? { slug, url: `${baseUrl}/essays/${slug}` } : null;
  const sourceLink = (id: string) => ({ id, url: `${baseUrl}/sources/${id}` });

  const passage = (given: Passage) => {
    const essay = catalogue.essayOf(given);
    return {
      id: given.id,
      essay: { slug: essay.slug, title: essay.title, kind: essay.kind, rights: essay.rights },
      position: given.position,
      locator: given.locator,
      text: given.text,
      html: given.html,
      tags: given.tags.map(({ concept }) => tag(concept)),
      perspective: given.perspective,
      ...(given.contentNote !== undefined && { contentNote: given.contentNote }),
      url: `${baseUrl}/passages/${given.id}`,
    };
  };

  const neighbour = (given: Passage | undefined) =>
    given && { id: given.id, position: given.position, url: `${baseUrl}/passages/${given.id}` };

  const passageInFull = (given: Passage) => {
    const essay = catalogue.essayOf(given);
    const passages = catalogue.passagesOf(essay);
    return {
      ...passage(given),
      tags: given.tags.map((carried) => ({
        ...tag(carried.concept),
        by: carried.by,
        evidence: carried.by === 'rule' ? carried.evidence : [],
      })),
      sources: given.sources.map(sourceLink),
      previous: neighbour(passages[given.position - 2]) ?? null,
      next: neighbour(passages[given.position]) ?? null,
      related: search.related(given.id).map(({ id }) => ({ id, url: `${baseUrl}/passages/${id}` })),
      citation: {
        credit: creditLine(given, essay),
        harvard: plain(
          harvardReference(
            passageItem(given, essay, { name: catalogue.corpus.site.name, baseUrl }),
            given.locator,
          ),
        ),
      },
    };
  };

  const essay = ({ passages, sources, order, ...given }: Essay) => ({
    ...given,
    authors: given.authors.map(({ family, ...author }) => author),
    tags: given.tags.map(tag),
    passageCount: passages.length,
    url: `${baseUrl}/essays/${given.slug}`,
  });

  const essayInFull = (given: Essay) => ({
    ...essay(given),
    passages: catalogue.passagesOf(given).map(passage),
    sources: given.sources.map(sourceLink),
  });

  const concept = (given: Concept) => ({
    id: given.id,
    label: given.prefLabel,
    definition: given.definition,
    count: catalogue.countOf(given),
    url: `${baseUrl}/tags/${given.id}`,
  });

  const conceptInFull = (given: Concept) => ({
    ...concept(given),
    scopeNote: given.scopeNote,
    altLabels: given.altLabels,
    broader: given.broader.map(tag),
    narrower: catalogue.narrowerThan(given).map(({ id }) => tag(id)),
    related: given.related.map(tag),
    guide: guideLink(given.guide),
    passagesUrl: `${baseUrl}/api/v1/search?tag=${given.id}`,
  });

  const word = ({ concepts, sources, guide, ...given }: GlossaryEntry) => ({
    ...given,
    tags: concepts.map(tag),
    sources: sources.map(sourceLink),
    guide: guideLink(guide),
    url: `${baseUrl}${glossaryAddress(given)}`,
  });

  const event = ({ concepts, sources, ...given }: TimelineEntry) => ({
    ...given,
    url: `${baseUrl}/timeline#${given.id}`,
    tags: concepts.map(tag),
    sources: sources.map(sourceLink),
  });

  const source = (given: Source) => ({
    ...sourceFields(given),
    // As everywhere in the API, `url` is the address on this site; the work's own is `externalUrl`.
    url: `${baseUrl}/sources/${given.id}`,
    ...(given.URL !== undefined && { externalUrl: given.URL }),
    harvard: plain(harvardReference(given)),
    citedBy: catalogue.passagesCiting(given).map(({ id }) => ({ id, url: `${baseUrl}/passages/${id}` })),
  });

  const results = ({ query, hits, facets, ...rest }: Results, notice: string | undefined) => ({
    query: { ...query, q: query.text, text: undefined },
    total: rest.total,
    totalMatchingAll: rest.totalMatchingAll,
    page: query.page,
    perPage: query.perPage,
    hits: hits.map((hit) => ({ passage: passage(hit.passage), score: hit.score, snippet: hit.snippet })),
    facetsCount: rest.facetsCount,
    facets,
    ...(rest.corrections.length > 0 && { correction: rest.corrections }),
    ...(rest.alsoSearched.length > 0 && { alsoSearched: rest.alsoSearched }),
    ...(notice !== undefined && { notice }),
  });

  const suggestion = ({ kind, id, text }: Suggestion) => ({
    kind,
    text,
    ...(kind !== 'phrase' && { id }),
    url: `${baseUrl}${addressOfSuggestion(kind, id)}`,
  });

  return {
    ...{ suggestion, passage, passageInFull, essay, essayInFull, concept, conceptInFull },
    ...{ source, word, event, results },
  };
}

const addressOfSuggestion = (kind: Suggestion['kind'], id: string): string => {
  if (kind === 'concept') return `/tags/${id}`;
  return kind === 'essay' ? `/essays/${id}` : searchAddress({ ...EMPTY_QUERY, text: `"${id}"` });
};

/** A source's own fields under the names that the API has for them, which are not those of CSL throughout. */
const sourceFields = (source: Source) => ({
  id: source.id,
  type: source.type,
  title: source.title,
  author: source.author,
  editor: source.editor,
  interviewer: source.interviewer,
  issued: source.issued && dateParts(source.issued),
  containerTitle: source['container-title'],
  eventTitle: source['event-title'],
  section: source.section,
  publisher: source.publisher,
  volume: source.volume,
  issue: source.issue,
  page: source.page,
  number: source.number,
  genre: source.genre,
  doi: source.DOI,
  note: source.note,
});

function dateParts(date: CslDate) {
  if ('literal' in date) return date;
  const [year, month, day] = date['date-parts'][0];
  return { year, month, day };
}

/** A reference without its italics and links. */
export const plain = (parts: readonly ReferencePart[]): string => parts.map(({ text }) => text).join('');
