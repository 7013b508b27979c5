import { splitSentences } from '../../../server/language/split-sentences.ts';
import { splitTerms, type Term } from '../../../server/language/split-terms.ts';

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
 */
export type CuePattern = {
  readonly source: string;
  /** Each must occur in one sentence. */
  readonly parts: readonly Sequence[];
};

/** Letters of a prefix by which words are looked up; shorter prefixes are looked up whole. */
const PREFIX_KEY = 3;

type Sequence = readonly Step[];
type Step =
  | { readonly kind: 'gap' }
  | { readonly kind: 'words'; readonly options: readonly (readonly WordMatcher[])[] };
type WordMatcher = {
  readonly kind: 'term' | 'exact' | 'prefix';
  readonly value: string;
  /** What a text that holds such a word has among its keys. */
  readonly key: string;
};

/** Words that a set's name stands for. */
export type CueSets = Readonly<Record<string, readonly string[]>>;

const GAP_WORDS = 5;

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
  if (word.endsWith('*'))
    return splitTerms(word.slice(0, -1)).map(({ normal }) => toMatcher('prefix', normal));
  return splitTerms(word).map(({ term }) => toMatcher('term', term));
}

const toMatcher = (kind: WordMatcher['kind'], value: string): WordMatcher => ({
  kind,
  value,
  key: { term: value, exact: `=${value}`, prefix: `${value.slice(0, PREFIX_KEY)}*` }[kind],
});

/** A text made ready for many patterns. */
export type CueText = {
  readonly sentences: readonly (readonly Term[])[];
  /** The distinct terms of the text. */
  readonly terms: ReadonlySet<string>;
  /** Distinct terms, words and beginnings of words, by which most patterns can be told not to occur. */
  readonly keys: ReadonlySet<string>;
};

/** Prepares a text for {@link findCue}. */
export function toCueText(text: string): CueText {
  const sentences = splitSentences(text).map(({ start, end }) =>
    splitTerms(text.slice(start, end)).map((term) => ({
      ...term,
      start: term.start + start,
      end: term.end + start,
    })),
  );
  const terms = new Set<string>();
  const keys = new Set<string>();
  for (const { term, normal } of sentences.flat()) {
    terms.add(term);
    keys.add(term);
    keys.add(`=${normal}`);
    for (let length = 1; length <= PREFIX_KEY; length += 1) keys.add(`${normal.slice(0, length)}*`);
  }
  return { sentences, terms, keys };
}

/** Whether a pattern can occur in a text: false means no, true means that it is worth looking. */
export function mayOccur({ parts }: CuePattern, { keys }: CueText): boolean {
  for (const steps of parts) {
    for (const step of steps) if (step.kind === 'words' && !holdsOption(step.options, keys)) return false;
  }
  return true;
}

/** Plain loops: thousands of patterns are asked of every text. */
function holdsOption(options: readonly (readonly WordMatcher[])[], keys: ReadonlySet<string>): boolean {
  for (const option of options) {
    let held = 0;
    while (held < option.length && keys.has(option[held]?.key ?? '')) held += 1;
    if (held === option.length) return true;
  }
  return false;
}

/**
 * Keys of which a text that holds a pattern has one at least: those of its most telling step, the one with the fewest
 * options and the longest words. Patterns are looked up by them, for there are thousands, and few can occur in any one text.
 */
export function keysOf({ parts }: CuePattern): readonly string[] {
  const steps = parts.flat().flatMap((step) => (step.kind === 'words' ? [step.options.map(longestKey)] : []));
  const price = (keys: readonly string[]) => keys.reduce((sum, { length }) => sum + 1 / length ** 2, 0);
  return steps.reduce((best, keys) => (price(keys) < price(best) ? keys : best));
}

const longestKey = (option: readonly WordMatcher[]): string =>
  option.map(({ key }) => key).reduce((a, b) => (b.length > a.length ? b : a));

/** Where a cue was found: the stretches of words, one for each part of the pattern. Offsets in the text. */
export type CueMatch = readonly { readonly start: number; readonly end: number }[];

/** Every sentence's first match of a pattern, in order. */
export function findCue(pattern: CuePattern, text: CueText): CueMatch[] {
  const matches: CueMatch[] = [];
  for (const terms of text.sentences) {
    const found = pattern.parts.map((part) => findSequence(part, terms));
    if (found.every((span) => span !== undefined)) matches.push(found);
  }
  return matches;
}

function findSequence(steps: Sequence, terms: readonly Term[]): { start: number; end: number } | undefined {
  for (let from = 0; from < terms.length; from += 1) {
    const to = matchSteps(steps, 0, terms, from);
    const first = terms[from];
    const last = to === undefined ? undefined : terms[to - 1];
    if (first && last) return { start: first.start, end: last.end };
  }
  return undefined;
}

/** Index just after the match of the steps from `step` on, at `at`; undefined if they do not match there. */
function matchSteps(steps: Sequence, step: number, terms: readonly Term[], at: number): number | undefined {
  const current = steps[step];
  if (!current) return at;
  if (current.kind === 'gap') {
    for (let skipped = 0; skipped <= GAP_WORDS && at + skipped < terms.length; skipped += 1) {
      const end = matchSteps(steps, step + 1, terms, at + skipped);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  for (const option of current.options) {
    if (!option.every((matcher, index) => matches(matcher, terms[at + index]))) continue;
    const end = matchSteps(steps, step + 1, terms, at + option.length);
    if (end !== undefined) return end;
  }
  return undefined;
}

function matches(matcher: WordMatcher, term: Term | undefined): boolean {
  if (!term) return false;
  if (matcher.kind === 'term') return term.term === matcher.value;
  if (matcher.kind === 'exact') return term.normal === matcher.value;
  return term.normal.startsWith(matcher.value);
}
