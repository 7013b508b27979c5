import { labelsOf } from '../../../server/domain/concept.ts';
import type { Corpus } from '../../../server/domain/corpus.ts';
import { QUERY_LIMITS } from '../../../server/search/query/query.ts';
import { createRandom, pick } from './generate-corpus.ts';

/** Queries of the kinds that people send: words, labels, questions, a slip, a phrase; the same for the same seed. */
export function typicalQueries({ concepts, passages }: Corpus, count: number, seed = 2): string[] {
  const random = createRandom(seed);
  const labels = concepts.flatMap(labelsOf);
  const words = [...new Set(passages.slice(0, 500).flatMap(({ text }) => text.match(/\p{L}{5,}/gu) ?? []))];
  const kinds: readonly (() => string)[] = [
    () => pick(words, random),
    () => `${pick(words, random)} ${pick(words, random)}`,
    () => `${pick(words, random)} ${pick(words, random)} ${pick(words, random)}`,
    () => pick(labels, random),
    () => `how do we ${pick(labels, random)} when people ${pick(words, random)}?`,
    () => `why won't ${pick(words, random)} let others ${pick(words, random)}`,
    () => misspell(pick(words, random), random),
    () => `"${pick(labels, random)}" ${pick(words, random)}`,
    () => `${pick(words, random)} -${pick(words, random)} tag:grief`,
  ];
  return Array.from({ length: count }, (_, index) => (kinds[index % kinds.length] as () => string)());
}

/** Queries that nobody sends in good faith, cut to the length that is answered, as the server cuts them. */
export function hostileQueries({ passages }: Corpus, count: number, seed = 3): string[] {
  const random = createRandom(seed);
  const text = passages
    .slice(0, 300)
    .map((passage) => passage.text)
    .join(' ');
  const common = commonestWords(text, 120);
  const words = text.match(/\p{L}+/gu) ?? [];
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const oddities = [
    ...'.*+?^}{$()|[]\\/"“”„\'’<>&%#@~`',
    '\u0000',
    '\u0007',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u0301',
    '😀',
  ];
  const many = (make: () => string, parting = ' ') => Array.from({ length: 400 }, make).join(parting);
  const kinds: readonly (() => string)[] = [
    () => many(() => pick(words, random)),
    () => many(() => pick(letters, random), ''),
    () => many(() => pick(letters, random)),
    () => pick(letters, random).repeat(400),
    () => many(() => pick(common, random)),
    () => many(() => pick(oddities, random), random() < 0.5 ? '' : ' '),
    () => `"${many(() => pick(common, random))}`,
    () => many(() => `"${pick(common, random)} ${pick(common, random)}"`),
    () => `${pick(common, random)} ${many(() => `-${pick(common, random)}`)}`,
    () => `${pick(common, random)} ${many(() => `-"${pick(common, random)} ${pick(common, random)}"`)}`,
    () => many(() => misspell(pick(words, random), random)),
    () => many(() => `${pick(['tag:', 'author:', 'in:', '-tag:'], random)}${pick(words, random)}`),
    () => many(() => `${pick(words, random)}${pick(oddities, random)}`, ''),
    () => `${pick(common, random)} `.repeat(200),
  ];
  return Array.from({ length: count }, (_, index) =>
    (kinds[index % kinds.length] as () => string)().slice(0, QUERY_LIMITS.textLength),
  );
}

/** A word with one slip: a letter left out, doubled or swapped with the next. */
function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1)];
  return pick(
    [
      `${before}${after}`,
      `${before}${letter}${letter}${after}`,
      `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`,
    ],
    random,
  );
}

function commonestWords(text: string, limit: number): string[] {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([word]) => word);
}
