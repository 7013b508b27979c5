import type { Concept } from '../../../domain/concept.ts';
import { EMPTY_QUERY, narrow } from '../../../search/query/query.ts';
import { toSearchParams } from '../../params/search-params.ts';
import { type ApiEssayLink, type ApiTag, type ShapeContext, toApiTag, toGuideLink } from './links.ts';

/** A tag in the list of all. */
export type ApiCountedTag = ApiTag & {
  readonly definition: string;
  /** Number of passages that carry it. */
  readonly count: number;
  readonly url: string;
};

/** A tag by itself, with its neighbours. */
export type ApiTagInFull = ApiCountedTag & {
  /** What a passage must say to carry it. */
  readonly scopeNote: string;
  readonly altLabels: readonly string[];
  readonly broader: readonly ApiTag[];
  readonly narrower: readonly ApiTag[];
  readonly related: readonly ApiTag[];
  readonly guide: ApiEssayLink | null;
  /** The search of the API that lists its passages. */
  readonly passagesUrl: string;
};

/** Makes a tag of the list of all. */
export const toApiCountedTag = (concept: Concept, context: ShapeContext): ApiCountedTag => ({
  id: concept.id,
  label: concept.prefLabel,
  definition: concept.definition,
  count: context.catalogue.countOf(concept),
  url: context.address.tag(concept.id),
});

/** Makes a tag by itself. */
export const toApiTagInFull = (concept: Concept, context: ShapeContext): ApiTagInFull => ({
  ...toApiCountedTag(concept, context),
  scopeNote: concept.scopeNote,
  altLabels: concept.altLabels,
  broader: concept.broader.map((id) => toApiTag(id, context)),
  narrower: context.catalogue.narrowerThan(concept).map(({ id }) => toApiTag(id, context)),
  related: concept.related.map((id) => toApiTag(id, context)),
  guide: toGuideLink(concept.guide, context),
  passagesUrl: context.address.api(`/search?${toSearchParams(narrow(EMPTY_QUERY, { tag: [concept.id] }))}`),
});
