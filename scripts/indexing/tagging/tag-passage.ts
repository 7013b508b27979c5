import type { ConceptId } from '../../../server/domain/ids.ts';
import type { Evidence, Tag } from '../../../server/domain/passage.ts';
import { type CueText, findCue, keysOf, mayOccur, toCueText } from './find-cue.ts';
import type { ConceptRule, Cue, TaggingRules } from './tagging-rules.ts';

/** What the editor decided on a passage; a rule never overrules it. */
export type EditorsWord = { readonly given: readonly ConceptId[]; readonly refused: readonly ConceptId[] };

/** A cue that a passage holds. */
export type FoundCue = {
  /** Place of the cue in its rule. */
  readonly index: number;
  /** 1, or {@link REPEATED_STRENGTH} where it comes in two sentences or more. */
  readonly strength: number;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
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
export function findCues(text: CueText, rule: ConceptRule): FoundCue[] {
  let excepted: readonly { start: number; end: number }[] | undefined;
  return cuesToLookFor(rule, text).flatMap((index): FoundCue[] => {
    const cue = rule.cues[index];
    const matches = cue && mayOccur(cue.pattern, text) ? findCue(cue.pattern, text) : [];
    if (matches.length === 0) return [];
    excepted ??= rule.except
      .filter((other) => mayOccur(other, text))
      .flatMap((other) => findCue(other, text).flat());
    const counting = matches.filter(
      (match) => !match.some((span) => excepted?.some((other) => overlap(span, other))),
    );
    if (counting.length === 0) return [];
    return [{ index, strength: counting.length > 1 ? REPEATED_STRENGTH : 1, spans: counting.flat() }];
  });
}

/** Places of the cues of a rule that may occur in a text, in order. */
function cuesToLookFor({ cues }: ConceptRule, { keys }: CueText): number[] {
  let byKey = cuesByKey.get(cues);
  if (!byKey) {
    byKey = new Map();
    for (const [index, { pattern }] of cues.entries()) {
      for (const key of new Set(keysOf(pattern))) {
        const known = byKey.get(key);
        if (known) known.push(index);
        else byKey.set(key, [index]);
      }
    }
    cuesByKey.set(cues, byKey);
  }
  const found = new Set<number>();
  for (const key of keys) for (const index of byKey.get(key) ?? []) found.add(index);
  return [...found].sort((a, b) => a - b);
}

/** Made once for each list of cues. */
const cuesByKey = new WeakMap<readonly Cue[], Map<string, number[]>>();

/** The words that give a passage a rule's concept, weightiest first chosen, in order of the text, and how strongly; none if it is not given. */
function weighEvidence(
  text: string,
  cueText: CueText,
  rule: ConceptRule,
): { evidence: Evidence[]; strength: number } {
  const found = findCues(cueText, rule).map((cue) => ({
    ...cue,
    weight: cue.strength * weightOf(rule, cue.index),
  }));
  const reasons = found.filter(({ weight }) => weight >= MIN_REASON).sort((a, b) => b.weight - a.weight);
  // Single words lean a passage one way or the other; without a cue, which a reader can be shown, there is no tag.
  if (reasons.length === 0) return { evidence: [], strength: 0 };
  let score = rule.bias;
  for (const { weight } of found) score += weight;
  for (const term of cueText.terms) score += rule.terms.get(term) ?? 0;
  if (score <= 0) return { evidence: [], strength: 0 };
  const chosen: { start: number; end: number }[] = [];
  for (const span of reasons.flatMap(({ spans }) => spans)) {
    if (chosen.length === MAX_EVIDENCE) break;
    if (!chosen.some((other) => overlap(span, other))) chosen.push(span);
  }
  const evidence = chosen
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ words: text.slice(start, end), start, end }));
  return { evidence, strength: Math.round(score * 100) / 100 };
}

const weightOf = ({ cues }: { readonly cues: readonly Cue[] }, index: number): number =>
  cues[index]?.weight ?? 0;
const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;
