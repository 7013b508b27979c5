import type { ConceptId } from '../domain/ids.ts';
import type { Evidence, Tag } from '../domain/passage.ts';
import { type CueMatch, type CuePattern, type CueText, findCue, toCueText } from './cue-pattern.ts';
import type { ConceptRule, TaggingRules } from './parse-tagging-rules.ts';

/** What the editor decided on a passage; a rule never overrules it. */
export type EditorsWord = { readonly given: readonly ConceptId[]; readonly refused: readonly ConceptId[] };

/**
 * Weight of a weak cue in one sentence; a strong cue weighs 1, and a tag needs 1. So two weak cues make a tag, or one
 * that comes back in another sentence.
 */
const WEAK_WEIGHT = 0.5;
const NEEDED_WEIGHT = 1;

/** The concepts of a passage, in the order of the rules: the editor's own and those that its words set off. */
export function tagPassage(text: string, rules: TaggingRules, editor: EditorsWord = { given: [], refused: [] }): Tag[] {
  const cues = toCueText(text);
  const inField = rules.field.some((pattern) => findCue(pattern, cues).length > 0);
  const tags: Tag[] = [];
  const ruled = new Set<ConceptId>();
  for (const rule of rules.concepts) {
    ruled.add(rule.concept);
    if (editor.refused.includes(rule.concept)) continue;
    if (editor.given.includes(rule.concept)) {
      tags.push({ concept: rule.concept, by: 'editor' });
      continue;
    }
    const evidence = inField ? findEvidence(text, cues, rule) : [];
    if (evidence.length > 0) tags.push({ concept: rule.concept, by: 'rule', evidence });
  }
  const unruled = editor.given.filter((concept) => !ruled.has(concept));
  return [...tags, ...unruled.map((concept): Tag => ({ concept, by: 'editor' }))];
}

/** The words that set a rule off, in order of the text; none if they do not weigh enough. */
function findEvidence(text: string, cues: CueText, rule: ConceptRule): Evidence[] {
  const excepted = rule.except.flatMap((pattern) => findCue(pattern, cues).flat());
  const counts = (match: CueMatch) =>
    !match.some((span) => excepted.some((other) => span.start < other.end && other.start < span.end));
  const matchesOf = (pattern: CuePattern) => findCue(pattern, cues).filter(counts);

  let weight = 0;
  const spans = new Map<number, { start: number; end: number }>();
  const add = (patterns: readonly CuePattern[], each: number) => {
    for (const pattern of patterns) {
      const fresh = matchesOf(pattern).filter((match) => match.some((span) => !isCovered(span, spans)));
      if (fresh.length === 0) continue;
      weight += each * fresh.length;
      for (const span of fresh.flat()) {
        const other = spans.get(span.start);
        if (!other || other.end < span.end) spans.set(span.start, span);
      }
    }
  };
  add(rule.strong, 1);
  add(rule.weak, WEAK_WEIGHT);
  if (weight < NEEDED_WEIGHT) return [];
  return [...spans.values()]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ words: text.slice(start, end), start, end }));
}

/** Whether words have counted already: the same words may fit several patterns, and are still one sign only. */
function isCovered(span: { start: number; end: number }, spans: ReadonlyMap<number, { start: number; end: number }>): boolean {
  for (const other of spans.values()) if (other.start <= span.start && span.end <= other.end) return true;
  return false;
}
