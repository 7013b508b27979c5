import type { ConceptId } from '../../../server/domain/ids.ts';
import type { Evidence, Tag } from '../../../server/domain/passage.ts';
import type { CuePattern } from './cue-pattern.ts';
import { type CueMatch, type CueText, findCue, keysOf, mayOccur, toCueText } from './find-cue.ts';
import type { ConceptRule, TaggingRules } from './tagging-rules.ts';

/** What the editor decided on a passage; a rule never overrules it. */
export type EditorsWord = { readonly given: readonly ConceptId[]; readonly refused: readonly ConceptId[] };

type Patterned = { readonly pattern: CuePattern };
type Span = { readonly start: number; readonly end: number };

/** A cue that a passage holds. */
export type FoundCue = {
  /** Place of the cue in its rule. */
  readonly index: number;
  /** 1, or {@link REPEATED_STRENGTH} where it comes in two sentences or more. */
  readonly strength: number;
  readonly spans: readonly Span[];
};

/** What a cue counts that comes back in another sentence: the passage stays with the idea. */
const REPEATED_STRENGTH = 1.5;
/** The most pieces of evidence that are kept for a tag; more would tell a reader nothing. */
const MAX_EVIDENCE = 4;
/** A cue of less weight than this is no reason to show, and a program's cue of less is not kept. */
export const MIN_REASON = 0.2;
/** What an editor's word adds to a tag's strength: as much as a strong cue (see `Tag`). */
const EDITOR_STRENGTH = 2;

/** The concepts of a passage, in the order of the rules: the editor's own and those that its words set off. */
export function tagPassage(
  text: string,
  rules: TaggingRules,
  editor: EditorsWord = { given: [], refused: [] },
): Tag[] {
  const cueText = toCueText(text);
  const tags: Tag[] = [];
  const ruled = new Set<ConceptId>();
  for (const rule of rules.concepts) {
    ruled.add(rule.concept);
    if (editor.refused.includes(rule.concept)) continue;
    const found = weighEvidence(text, cueText, rule);
    if (editor.given.includes(rule.concept)) {
      tags.push({ concept: rule.concept, by: 'editor', strength: EDITOR_STRENGTH + found.strength });
      continue;
    }
    if (found.evidence.length > 0) tags.push({ concept: rule.concept, by: 'rule', ...found });
  }
  const unruled = editor.given.filter((concept) => !ruled.has(concept));
  return [...tags, ...unruled.map((concept): Tag => ({ concept, by: 'editor', strength: EDITOR_STRENGTH }))];
}

/** The cues of a rule that a passage holds, outside the words that the rule excepts. */
export const findCues = (text: CueText, rule: ConceptRule): FoundCue[] =>
  findPatterns(text, rule.cues, rule).map(({ index, matches }) => ({
    index,
    strength: matches.length > 1 ? REPEATED_STRENGTH : 1,
    spans: matches.flat(),
  }));

/** Where each of a rule's plain words that a passage holds comes first, outside the words that the rule excepts. */
export const findPlain = (text: CueText, rule: ConceptRule): Span[] =>
  findPatterns(text, rule.plain, rule).flatMap(({ matches }) => matches[0]?.[0] ?? []);

/** The patterns of a list that a passage holds, by their places in it, outside the words that the rule excepts. */
function findPatterns(
  text: CueText,
  list: readonly Patterned[],
  { except }: ConceptRule,
): { index: number; matches: CueMatch[] }[] {
  let excepted: readonly Span[] | undefined;
  const isExcepted = (span: Span): boolean => {
    excepted ??= except
      .filter((other) => mayOccur(other, text))
      .flatMap((other) => findCue(other, text).flat());
    return excepted.some((other) => overlap(span, other));
  };
  return placesToLookFor(list, text).flatMap((index) => {
    const pattern = list[index]?.pattern;
    const found = pattern && mayOccur(pattern, text) ? findCue(pattern, text) : [];
    const matches = found.filter((match) => !match.some(isExcepted));
    return matches.length > 0 ? [{ index, matches }] : [];
  });
}

/** What so many different plain words of a rule weigh together. */
export const weightOfPlain = ({ plainWeights }: Pick<ConceptRule, 'plainWeights'>, count: number): number =>
  count === 0 ? 0 : (plainWeights[Math.min(count, plainWeights.length) - 1] ?? 0);

/** Places of the patterns of a list that may occur in a text, in order. */
function placesToLookFor(list: readonly Patterned[], { keys }: CueText): number[] {
  let byKey = placesByKey.get(list);
  if (!byKey) {
    byKey = new Map();
    for (const [index, { pattern }] of list.entries()) {
      for (const key of new Set(keysOf(pattern))) {
        const known = byKey.get(key);
        if (known) known.push(index);
        else byKey.set(key, [index]);
      }
    }
    placesByKey.set(list, byKey);
  }
  const found = new Set<number>();
  for (const key of keys) for (const index of byKey.get(key) ?? []) found.add(index);
  return [...found].sort((a, b) => a - b);
}

/** Made once for each list. */
const placesByKey = new WeakMap<readonly Patterned[], Map<string, number[]>>();

/** The words that give a passage a rule's concept, weightiest first chosen, in order of the text, and how strongly; none if it is not given. */
function weighEvidence(
  text: string,
  cueText: CueText,
  rule: ConceptRule,
): { evidence: Evidence[]; strength: number } {
  const none = { evidence: [], strength: 0 };
  const found = findCues(cueText, rule).map(({ index, strength, spans }) => ({
    spans,
    weight: strength * (rule.cues[index]?.weight ?? 0),
  }));
  let score = rule.bias;
  for (const { weight } of found) score += weight;
  for (const term of cueText.terms) score += rule.terms.get(term) ?? 0;
  // Plain words are looked for where they could make a difference; all together they are one reason.
  if (score + (rule.plainWeights.at(-1) ?? 0) <= 0) return none;
  const plain = findPlain(cueText, rule);
  const ofPlain = { spans: plain, weight: weightOfPlain(rule, plain.length) };
  score += ofPlain.weight;
  if (score <= 0) return none;
  // Single terms lean a passage one way or the other; without words that a reader can be shown, there is no tag.
  const reasons = [...found, ofPlain]
    .filter(({ weight }) => weight >= MIN_REASON)
    .sort((a, b) => b.weight - a.weight);
  if (reasons.length === 0) return none;
  const chosen: Span[] = [];
  for (const span of reasons.flatMap(({ spans }) => spans)) {
    if (chosen.length === MAX_EVIDENCE) break;
    if (!chosen.some((other) => overlap(span, other))) chosen.push(span);
  }
  const evidence = chosen
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ words: text.slice(start, end), start, end }));
  return { evidence, strength: Math.round(score * 100) / 100 };
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
