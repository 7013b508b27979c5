import type { Corpus } from '../domain/corpus.ts';
import type { ConceptId, EssaySlug } from '../domain/ids.ts';
import { splitWords } from '../language/split-words.ts';
import type { ParsedQuery } from './parse-query.ts';

/** The filters that were typed into the box. */
export type BoxFilters = {
  readonly tags: readonly ConceptId[];
  readonly author?: string;
  /** Essays whose title or name fits `in:`; absent if it was not typed. */
  readonly essays?: readonly EssaySlug[];
  /** What was typed and fits nothing, such as `tag:greif`. */
  readonly unknown: readonly string[];
};

/** Reads `tag:` by id or label, `in:` by name or words of the title. */
export function readBoxFilters({ tags, authors, essays }: ParsedQuery, corpus: Corpus): BoxFilters {
  const unknown: string[] = [];
  const concepts = tags.flatMap((typed) => {
    const wanted = normalise(typed);
    const concept = corpus.concepts.find(({ id, prefLabel, altLabels }) =>
      [id, prefLabel, ...altLabels].some((label) => normalise(label) === wanted),
    );
    if (!concept) unknown.push(`tag:${typed}`);
    return concept ? [concept.id] : [];
  });
  const slugs = essays.map((typed) => {
    const words = normalise(typed).split(' ');
    const exact = corpus.essays.filter(
      ({ slug, title }) => slug === typed.toLowerCase() || normalise(title) === words.join(' '),
    );
    const near = corpus.essays.filter(({ title }) =>
      words.every((word) => normalise(title).split(' ').includes(word)),
    );
    const found = (exact.length > 0 ? exact : near).map(({ slug }) => slug);
    if (found.length === 0) unknown.push(`in:${typed}`);
    return found;
  });
  const known = slugs.filter((found) => found.length > 0);
  return {
    tags: [...new Set(concepts)],
    unknown,
    ...(authors.length > 0 && { author: authors.join(' ') }),
    ...(known.length > 0 && {
      essays: known.reduce((all, found) => all.filter((slug) => found.includes(slug))),
    }),
  };
}

const normalise = (text: string): string =>
  splitWords(text)
    .map(({ normal }) => normal)
    .join(' ');
