import { splitTerms } from '../../../server/language/split-terms.ts';

/**
 * A pattern of words that a tagging rule looks for, as an editor writes it:
 *
 *     tick box              these two words, side by side, in any form of each (ticking boxes)
 *     tick|check box        either of two words
 *     @give power           any entry of the set "give", which may be of several words
 *     hand .. power         up to five words between
 *     power & professional  both in one sentence, in any order
 *     token*                any word that begins so
 *     =lead                 exactly this word, no other form of it
 *     let-down|failed       hyphens make one alternative of several words
 *     ex-carer*             the last of which may be a beginning
 */
export type CuePattern = {
  readonly source: string;
  /** Each must occur in one sentence. */
  readonly parts: readonly Sequence[];
};

/** Letters of a prefix by which words are looked up; shorter prefixes are looked up whole. */
export const PREFIX_KEY = 3;

export type Sequence = readonly Step[];
export type Step =
  | { readonly kind: 'gap' }
  | { readonly kind: 'words'; readonly options: readonly (readonly WordMatcher[])[] };
export type WordMatcher = {
  readonly kind: 'term' | 'exact' | 'prefix';
  readonly value: string;
  /** What a text that holds such a word has among its keys. */
  readonly key: string;
};

/** Words that a set's name stands for. */
export type CueSets = Readonly<Record<string, readonly string[]>>;

/** The most words that ".." bridges. */
export const GAP_WORDS = 5;

/** Reads a pattern, or says what is wrong with it. */
export function parseCuePattern(source: string, sets: CueSets): CuePattern | { readonly reason: string } {
  if (/["“”]/.test(source)) return { reason: `\`${source}\` has a stray quotation mark; take it out` };
  const parts: Step[][] = [];
  for (const part of source.split('&')) {
    if (part.trim() === '') return { reason: `"${source}" has nothing on one side of "&"` };
    const steps: Step[] = [];
    for (const word of part.trim().split(/\s+/)) {
      const step = parseStep(word, sets);
      if ('reason' in step) return step;
      steps.push(step);
    }
    if (steps[0]?.kind === 'gap' || steps.at(-1)?.kind === 'gap')
      return { reason: `"${source}" must not begin or end with a gap` };
    parts.push(steps);
  }
  return { source, parts };
}

/** The same text for patterns that find the same words, whatever the order of their options or of what "&" joins. */
export const patternKey = ({ parts }: CuePattern): string =>
  parts
    .map((steps) => steps.map(stepKey).join(' '))
    .sort()
    .join(' & ');

function stepKey(step: Step): string {
  if (step.kind === 'gap') return '..';
  const options = new Set(
    step.options.map((option) => option.map(({ kind, value }) => `${kind}:${value}`).join(' ')),
  );
  // A lone option of several words is the same as these words side by side.
  return options.size === 1 ? [...options].join() : `(${[...options].sort().join('|')})`;
}

/** The pattern of plain words side by side, such as a label of the vocabulary. Undefined if the text holds no word. */
export function literalCue(words: string): CuePattern | undefined {
  const steps = splitTerms(words).map(
    (term): Step => ({ kind: 'words', options: [[toMatcher('term', term.term)]] }),
  );
  return steps.length > 0 ? { source: words, parts: [steps] } : undefined;
}

function parseStep(word: string, sets: CueSets): Step | { readonly reason: string } {
  if (word === '..') return { kind: 'gap' };
  const options: WordMatcher[][] = [];
  for (const option of word.split('|')) {
    if (option === '') return { reason: `"${word}" has an empty option: a "|" with no word beside it` };
    const entries = option.startsWith('@') ? own(sets, option.slice(1)) : [option];
    if (!entries) return { reason: `there is no set "${option}"` };
    for (const entry of entries) {
      const matchers = entry.split(/\s+/).flatMap(parseWord);
      if (matchers.length === 0) return { reason: `"${entry}" holds no word` };
      options.push(matchers);
    }
  }
  return { kind: 'words', options };
}

/** A field of the record itself: `constructor` is no set. */
const own = (sets: CueSets, name: string): readonly string[] | undefined =>
  Object.hasOwn(sets, name) ? sets[name] : undefined;

function parseWord(word: string): WordMatcher[] {
  if (word.startsWith('=')) return splitTerms(word.slice(1)).map(({ normal }) => toMatcher('exact', normal));
  if (word.endsWith('*')) {
    const terms = splitTerms(word.slice(0, -1));
    // Of words joined by hyphens only the last is a beginning: "ex-carer*" is not for "experienced carers".
    return terms.map(({ term, normal }, place) =>
      place === terms.length - 1 ? toMatcher('prefix', normal) : toMatcher('term', term),
    );
  }
  return splitTerms(word).map(({ term }) => toMatcher('term', term));
}

const toMatcher = (kind: WordMatcher['kind'], value: string): WordMatcher => ({
  kind,
  value,
  key: { term: value, exact: `=${value}`, prefix: `${value.slice(0, PREFIX_KEY)}*` }[kind],
});
