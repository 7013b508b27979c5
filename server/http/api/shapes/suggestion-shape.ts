import { EMPTY_QUERY } from '../../../search/query/query.ts';
import type { Suggestion } from '../../../search/search.ts';
import type { Addresses } from '../../addresses/addresses.ts';
import type { ShapeContext } from './links.ts';

/** Something to search for or go to, while a reader is typing. */
export type ApiSuggestion = {
  readonly kind: Suggestion['kind'];
  readonly text: string;
  /** The tag's id or the essay's slug; a phrase has none. */
  readonly id?: string;
  readonly url: string;
};

/** Makes a suggestion. */
export const toApiSuggestion = (
  { kind, id, text }: Suggestion,
  { address }: ShapeContext,
): ApiSuggestion => ({
  kind,
  text,
  ...(kind !== 'phrase' && { id }),
  url: URL_OF[kind](id, address),
});

const URL_OF: Readonly<Record<Suggestion['kind'], (id: string, address: Addresses) => string>> = {
  concept: (id, address) => address.tag(id),
  essay: (id, address) => address.essay(id),
  phrase: (id, address) => address.search({ ...EMPTY_QUERY, text: `"${id}"` }),
};
