import { EMPTY_QUERY } from '../../../search/query/query.ts';
import type { Suggestion } from '../../../search/search.ts';
import type { ShapeContext } from './links.ts';

/** Something to search for or go to, while a reader is typing. */
export type ApiSuggestion = {
  readonly kind: Suggestion['kind'];
  readonly text: string;
  /** The id of the passage, the tag or the word, or the essay's slug; a phrase has none. */
  readonly id?: string;
  readonly url: string;
};

/** Makes a suggestion. */
export const toApiSuggestion = ({ kind, id, text }: Suggestion, context: ShapeContext): ApiSuggestion => ({
  kind,
  text,
  ...(kind !== 'phrase' && { id }),
  url: URL_OF[kind](id, context, text),
});

const URL_OF: Readonly<
  Record<Suggestion['kind'], (id: string, context: ShapeContext, text: string) => string>
> = {
  // The search for it has the passage that answers it first, and others that help.
  question: (_id, { address }, text) => address.search({ ...EMPTY_QUERY, text }),
  concept: (id, { address }) => address.tag(id),
  essay: (id, { address, catalogue }) => {
    const essay = catalogue.essay(id);
    // A suggestion is made from the corpus that the catalogue holds.
    if (!essay) throw new Error(`Suggestion "${id}": there is no such essay`);
    return address.essay(essay);
  },
  word: (id, { address }) => address.word(id),
  phrase: (id, { address }) => address.search({ ...EMPTY_QUERY, text: `"${id}"` }),
};
