import type { Essay } from '../domain/corpus.ts';
import type { Passage } from '../domain/passage.ts';
import { normalWords } from '../language/split-words.ts';
import type { Filters } from './query.ts';

/** A passage with its essay. */
export type Candidate = { readonly passage: Passage; readonly essay: Essay };

/** The names that an essay is found under: its authors, and those whose work it is about. */
export const namesOf = (essay: Essay): string[] =>
  [...essay.authors, ...(essay.about?.authors ?? [])].map(({ name }) => name);

/** A test whether an essay is by, or about the work of, someone whose name holds all the words of a text. */
export function makeAuthorTest(author: string): (essay: Essay) => boolean {
  const wanted = normalWords(author);
  return (essay) =>
    wanted.length > 0 &&
    namesOf(essay).some((name) => {
      const words = normalWords(name);
      return wanted.every((word) => words.includes(word));
    });
}

/** A test of the filters. `except` leaves one out, for counting what its other values would give. */
export function makeFilter(filters: Filters, except?: keyof Filters): (candidate: Candidate) => boolean {
  const use = <Key extends keyof Filters>(key: Key) => (key === except ? undefined : filters[key]);
  const tags = use('tags') ?? [];
  const author = use('author');
  const isBy = author === undefined ? undefined : makeAuthorTest(author);
  const {
    perspective,
    essay: slug,
    kind,
  } = { perspective: use('perspective'), essay: use('essay'), kind: use('kind') };
  return ({ passage, essay }) => {
    if (tags.length > 0) {
      const carried = passage.tags.map(({ concept }) => concept);
      const meets = filters.tagMode === 'any' ? tags.some.bind(tags) : tags.every.bind(tags);
      if (!meets((tag) => carried.includes(tag))) return false;
    }
    if (isBy && !isBy(essay)) return false;
    return (
      (perspective === undefined || passage.perspective === perspective) &&
      (slug === undefined || essay.slug === slug) &&
      (kind === undefined || essay.kind === kind)
    );
  };
}
