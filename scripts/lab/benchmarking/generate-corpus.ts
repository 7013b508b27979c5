import type { Corpus, Essay } from '../../../server/domain/corpus.ts';
import { essaySlug, passageId } from '../../../server/domain/ids.ts';
import type { Passage } from '../../../server/domain/passage.ts';
import { splitSentences } from '../../../server/language/split-sentences.ts';
import { countWords } from '../../../server/language/split-words.ts';

/** A source of numbers from 0 to 1 that gives the same row for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a row. */
export const pick = <Entry>(entries: readonly Entry[], random: () => number): Entry =>
  entries[Math.floor(random() * entries.length)] as Entry;

/** Passages of one essay, as many as ours have. */
const PASSAGES_PER_ESSAY = 13;
/** Share of the words that are replaced by rare made-up ones: a larger library has a larger vocabulary. */
const RARE_SHARE = 0.03;

/**
 * A corpus of so many passages with the text statistics of a real one: each sentence is one of its sentences, each passage
 * as long as one of its passages and tagged like it, and some words give way to made-up rare ones, drawn so that
 * the vocabulary grows as it does in natural text.
 */
export function generateCorpus(real: Corpus, size: number, seed = 1): Corpus {
  const random = createRandom(seed);
  const sentences = real.passages.flatMap(({ text }) =>
    splitSentences(text).map(({ start, end }) => text.slice(start, end).trim()),
  );
  const essays: Essay[] = [];
  const passages: Passage[] = [];
  for (let number = 0; number < size; number += 1) {
    const model = pick(real.passages, random);
    const position = (number % PASSAGES_PER_ESSAY) + 1;
    const slug = essaySlug(`essay-${Math.floor(number / PASSAGES_PER_ESSAY)}`);
    const text = makeText(model.words, sentences, random, number);
    const id = passageId(`p${number}`);
    passages.push({
      ...model,
      id,
      essay: slug,
      position,
      text,
      html: `<p>${text}</p>`,
      words: countWords(text),
    });
    const essay = essays.at(-1);
    if (essay?.slug === slug) essays[essays.length - 1] = { ...essay, passages: [...essay.passages, id] };
    else essays.push({ ...pick(real.essays, random), slug, passages: [id] });
  }
  return { ...real, essays, passages, retired: [] };
}

function makeText(words: number, sentences: readonly string[], random: () => number, number: number): string {
  const chosen: string[] = [];
  for (let length = 0; length < words; ) {
    const sentence = pick(sentences, random);
    chosen.push(sentence);
    length += countWords(sentence);
  }
  return chosen
    .join(' ')
    .replace(/\p{L}{4,}/gu, (word) => (random() < RARE_SHARE ? rareWord(random, number) : word));
}

/** A made-up word: one of as many as there were passages so far, so that new ones keep coming. */
function rareWord(random: () => number, number: number): string {
  const rank = Math.floor(random() ** 2 * (200 + number));
  const syllables = ['ba', 'ren', 'to', 'mi', 'sal', 'ke', 'dor', 'un', 'pe', 'lis'];
  return [...String(rank)].map((digit) => syllables[Number(digit)]).join('');
}
