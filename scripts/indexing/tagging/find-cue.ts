import { splitSentences } from '../../../server/language/split-sentences.ts';
import { splitTerms, type Term } from '../../../server/language/split-terms.ts';
import { type CuePattern, GAP_WORDS, PREFIX_KEY, type Sequence, type WordMatcher } from './cue-pattern.ts';

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
