import MiniSearch from 'minisearch';
import type { Corpus } from '../../domain/corpus.ts';
import { normalWords } from '../../language/split-words.ts';
import type { KeyPhrase } from '../index/stored-passage-index.ts';

/** Something to search for or go to, while a reader is typing. */
export type Suggestion = {
  readonly kind: 'question' | 'concept' | 'essay' | 'word' | 'phrase';
  /** The id of the passage that answers the question, of the concept, the essay or the word of the glossary; a phrase's words. */
  readonly id: string;
  /** What is shown: a question, a name, a title or a phrase as printed. */
  readonly text: string;
};

/** Suggests for what has been typed so far, best first. */
export type Suggester = (typed: string) => readonly Suggestion[];

/** The most suggestions: a list that one takes in at a glance. */
const MAX_SUGGESTIONS = 8;
/** So many of them are questions, which lead: who sees their own need not think of words. */
const MAX_QUESTIONS = 4;
/** Fewer letters begin too many words. */
const MIN_LETTERS = 2;
/** What is typed beyond it is not a word that one is still looking for. */
const MAX_WORDS = 8;
/**
 * A concept leads to all passages on it, a word to what it means, an essay to one text, a phrase to a search: so they come, all
 * else equal.
 */
const KIND_BOOST = { question: 1, concept: 3, word: 2, essay: 1.5, phrase: 1 } as const;

type Entry = Suggestion & { readonly key: number; readonly words: string; readonly boost: number };

/**
 * Makes the suggester: questions that passages answer, concepts by any label that readers may see, essays by title, words of
 * the glossary, and phrases that come back in the passages. The last word typed may be only begun; every word must be found. Here MiniSearch does what it is best at.
 */
export function createSuggester(
  { concepts, essays, glossary, questions }: Corpus,
  phrases: readonly KeyPhrase[],
): Suggester {
  const entries: Entry[] = [
    ...concepts.flatMap(({ id, prefLabel, altLabels }) =>
      [prefLabel, ...altLabels].map((words) => entry('concept', id, prefLabel, words)),
    ),
    ...essays.map(({ slug, title }) => entry('essay', slug, title, title)),
    ...glossary.flatMap(({ id, term, also }) =>
      [term, ...also].map((words) => entry('word', id, term, words)),
    ),
    ...questions.map(({ ask, passage }) => entry('question', passage, ask, ask)),
    ...phrases.map(({ text, passages }) => entry('phrase', text, text, text, 1 + Math.log10(passages) / 2)),
  ].map((given, key) => ({ ...given, key }));
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['words'],
    tokenize: normalWords,
    processTerm: (word) => word,
  });
  index.addAll(entries);

  return (typed) => {
    const words = normalWords(typed).slice(0, MAX_WORDS);
    if (words.join('').length < MIN_LETTERS) return [];
    const isBegun = !/\s$/.test(typed);
    const found = index.search(words.join(' '), {
      combineWith: 'AND',
      prefix: (_term, at) => isBegun && at === words.length - 1,
      boostDocument: (key) => entries[Number(key)]?.boost ?? 1,
    });
    const seen = new Set<string>();
    const questions: Suggestion[] = [];
    const others: Suggestion[] = [];
    for (const { id: key } of found) {
      // More of either is never shown.
      if (Math.min(questions.length, others.length) >= MAX_SUGGESTIONS) break;
      const given = entries[Number(key)];
      if (!given) continue;
      const { kind, id, text } = given;
      const name = normalWords(text).join(' ');
      if (seen.has(name)) continue;
      seen.add(name);
      (kind === 'question' ? questions : others).push({ kind, id, text });
    }
    const room = Math.max(MAX_QUESTIONS, MAX_SUGGESTIONS - others.length);
    // Who has typed one word only may well want the topic or the essay of that name.
    const first = words.length === 1 ? others.splice(0, 1) : [];
    return [...first, ...questions.slice(0, room), ...others].slice(0, MAX_SUGGESTIONS);
  };
}

const entry = (kind: Suggestion['kind'], id: string, text: string, words: string, boost = 1) => ({
  kind,
  id,
  text,
  words,
  boost: boost * KIND_BOOST[kind],
});
