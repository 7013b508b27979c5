import type { Corpus } from '../../domain/corpus.ts';
import type { Passage } from '../../domain/passage.ts';
import type { DocId } from '../index/stored-passage-index.ts';
import { createExclusion } from '../query/exclusion.ts';
import { type ParsedQuery, parseQuery, plainWords } from '../query/parse-query.ts';
import type { Suggester, Suggestion } from './suggest.ts';

/**
 * Makes the suggester for what stands in the search box, operators and all: it goes on from the words, and suggests nothing
 * that a filter, or a minus, keeps out.
 *
 *     agendas -"sharing power"   goes on from "agendas", but not to the guide "Sharing power: decisions, agendas …"
 *
 * @param permits makes the test whether a passage is among those that the filters in the box leave
 */
export function createBoxSuggester(
  { passages }: Corpus,
  suggest: Suggester,
  permits: (parsed: ParsedQuery) => (docId: DocId) => boolean,
): Suggester {
  return (typed) => {
    const words = plainWords(typed);
    if (words === typed.trim()) return suggest(typed);
    const parsed = parseQuery(typed);
    const isPermitted = permits(parsed);
    const isExcluded = createExclusion(parsed);
    const hasPassage = ({ kind, id }: Suggestion): boolean =>
      kind === 'phrase' ||
      kind === 'word' ||
      passages.some((passage, docId) => isOf(passage, kind, id) && isPermitted(docId));
    // A space at the end says that the last word is whole.
    return suggest(/\s$/.test(typed) ? `${words} ` : words).filter(
      (suggestion) => !isExcluded(suggestion.text) && hasPassage(suggestion),
    );
  };
}

/** Whether a passage is one of those that a suggestion leads to. */
function isOf({ id: passage, essay, tags }: Passage, kind: Suggestion['kind'], id: string): boolean {
  if (kind === 'question') return passage === id;
  return kind === 'essay' ? essay === id : tags.some(({ concept }) => concept === id);
}
