import type { Catalogue } from '../../domain/catalogue.ts';
import type { Addresses } from '../addresses/addresses.ts';
import { groupByLetter } from './group-by-letter.ts';
import { toWordView } from './partials/word-view.ts';

/** The glossary by first letters. */
export const toGlossaryView = (catalogue: Catalogue, address: Addresses) => ({
  letters: groupByLetter(
    catalogue.corpus.glossary.map((entry) => toWordView(entry, catalogue, address)),
    ({ term }) => term,
  ),
});
