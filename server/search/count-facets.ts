import type { Concept } from '../domain/concept.ts';
import { ESSAY_KINDS } from '../domain/essay.ts';
import { PERSPECTIVES } from '../domain/perspective.ts';
import { type Candidate, makeFilter, namesOf } from './filter-passages.ts';
import type { Filters } from './query.ts';
import type { Facets, FacetValue } from './results.ts';

/**
 * Counts what the results could be narrowed to. Tags add up (each further one narrows), so they are counted among the
 * passages that meet all filters; of perspective, author, kind and essay only one can be chosen, so each is counted as
 * if it were not, and shows what changing it would give.
 *
 * @param candidates the passages that match the text, before any filter
 */
export function countFacets(
  candidates: readonly Candidate[],
  filters: Filters,
  concepts: readonly Concept[],
): Facets {
  const labels = new Map<string, string>(concepts.map(({ id, prefLabel }) => [id, prefLabel]));
  const count = (
    except: keyof Filters | undefined,
    idsOf: (candidate: Candidate) => readonly string[],
    labelOf: (id: string) => string,
  ) => tally(candidates.filter(makeFilter(filters, except)), idsOf, labelOf);
  const titles = new Map<string, string>(candidates.map(({ essay }) => [essay.slug, essay.title]));
  return {
    // "Any of these tags" widens with each tag, so its counts too are taken as if none were chosen.
    tags: count(
      filters.tagMode === 'any' ? 'tags' : undefined,
      ({ passage }) => passage.tags.map(({ concept }) => concept),
      (id) => labels.get(id) ?? id,
    ),
    perspectives: count(
      'perspective',
      ({ passage }) => [passage.perspective],
      (id) => {
        const label = PERSPECTIVES[id as keyof typeof PERSPECTIVES];
        return label.charAt(0).toUpperCase() + label.slice(1);
      },
    ),
    authors: countAuthors(candidates, filters),
    kinds: count(
      'kind',
      ({ essay }) => [essay.kind],
      (id) => ESSAY_KINDS[id as keyof typeof ESSAY_KINDS],
    ),
    essays: count(
      'essay',
      ({ essay }) => [essay.slug],
      (id) => titles.get(id) ?? id,
    ),
  };
}

/** Made once: a comparison by language costs far more to set up than to use. */
const byLabel = new Intl.Collator('en-GB').compare;
const byCount = (a: FacetValue, b: FacetValue): number => b.count - a.count || byLabel(a.label, b.label);

/** Counted by the filter itself, for a name chosen may be part of another; essay by essay, for passages share their names. */
function countAuthors(candidates: readonly Candidate[], filters: Filters): FacetValue[] {
  const essays = new Map<string, Candidate & { count: number }>();
  const meets = makeFilter(filters, 'author');
  for (const candidate of candidates) {
    if (!meets(candidate)) continue;
    const first = essays.get(candidate.essay.slug);
    if (first) first.count += 1;
    else essays.set(candidate.essay.slug, { ...candidate, count: 1 });
  }
  const names = [...new Set([...essays.values()].flatMap(({ essay }) => namesOf(essay)))];
  return names
    .map((name) => {
      const isBy = makeFilter({ tags: [], tagMode: 'all', author: name });
      const count = [...essays.values()].filter(isBy).reduce((sum, found) => sum + found.count, 0);
      return { id: name, label: name, count };
    })
    .sort(byCount);
}

function tally(
  candidates: readonly Candidate[],
  idsOf: (candidate: Candidate) => readonly string[],
  labelOf: (id: string) => string,
): FacetValue[] {
  const counts = new Map<string, number>();
  for (const candidate of candidates) {
    for (const id of idsOf(candidate)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([id, count]) => ({ id, label: labelOf(id), count })).sort(byCount);
}
