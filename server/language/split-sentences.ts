/** A stretch of a text; `end` is exclusive, both in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

const ABBREVIATION =
  /(?:^|[\s(])(?:Dr|Prof|Mr|Mrs|Ms|Mx|St|Sir|Rev|Hon|vs|cf|e\.g|i\.e|etc|pp|p|vol|ed|eds|al|approx)\.\s*$/i;
const INITIAL = /(?:^|[\s(.])\p{Lu}\.\s*$/u;

const LIST_NUMBER = /^\d{1,3}\.\s*$/;

let segmenter: Intl.Segmenter | undefined;

/**
 * Splits a text into sentences that follow each other without a gap; white space belongs to the sentence before it.
 * `Intl.Segmenter` ends a sentence after "Dr." and "Prof.", and after the number of an entry of a list: such pieces are
 * joined again.
 */
export function splitSentences(text: string): Span[] {
  segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'sentence' });
  const sentences: Span[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const before = sentences.at(-1);
    const continues = before !== undefined && endsInAbbreviation(text.slice(before.start, before.end));
    const end = index + segment.length;
    if (before && continues) sentences[sentences.length - 1] = { start: before.start, end };
    else sentences.push({ start: index, end });
  }
  return sentences;
}

function endsInAbbreviation(sentence: string): boolean {
  const tail = sentence.slice(-12);
  if (/\n\s*$/.test(tail)) return false;
  return ABBREVIATION.test(tail) || INITIAL.test(tail) || LIST_NUMBER.test(sentence);
}
