import { editDistance } from '../../language/edit-distance.ts';
import type { ParamProblem, RawParams } from './search-params.ts';
import { cutText, withoutControls } from './sent-text.ts';

/** What people call our parameters elsewhere, as {@link plainName} writes it, where their letters do not lead to ours. */
const OTHER_NAMES = new Map([
  ['query', 'q'],
  ['text', 'q'],
  ['search', 'q'],
  ['topic', 'tag'],
  ['concept', 'tag'],
  ['view', 'perspective'],
  ['order', 'sort'],
  ['limit', 'perPage'],
  ['size', 'perPage'],
  ['count', 'perPage'],
]);

/** Longer names are not printed back whole; no parameter of ours comes near. */
const NAME_LENGTH = 60;
/** More unknown parameters than anyone writes by mistake are not all named. */
const MOST_NAMED = 5;
/** Within this edit distance a name is a slip for that of a parameter; farther off it is another word. */
const MAX_DISTANCE = 2;

/**
 * The parameters that an endpoint does not know, each with the right one that is nearest. An unknown filter that was passed
 * over in silence would give an answer to another question.
 */
export function findUnknownParams(raw: RawParams, known: readonly string[]): ParamProblem[] {
  return Object.keys(raw)
    .filter((name) => !known.includes(name))
    .slice(0, MOST_NAMED)
    .map((name) => ({
      parameter: cutText(withoutControls(name), NAME_LENGTH),
      reason: reasonFor(name, known),
    }));
}

function reasonFor(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'is not known; no parameters are taken here';
  const nearest = findNearest(name, known);
  return nearest === undefined
    ? `is not known; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`
    : `is not known; the nearest that is known is “${nearest}”`;
}

/**
 * The parameter that was most likely meant: the same letters (`per_page`, `tag[]`), its name elsewhere (`topic`), a slip
 * (`persepctive`, `tags`), or a longer form of it (`sorted`).
 */
function findNearest(asked: string, known: readonly string[]): string | undefined {
  const name = plainName(asked);
  const other = OTHER_NAMES.get(name) ?? OTHER_NAMES.get(name.replace(/s$/, ''));
  const [closest] = known
    .map((candidate) => ({ candidate, distance: editDistance(name, plainName(candidate), MAX_DISTANCE) }))
    .filter(({ candidate, distance }) => distance <= Math.min(MAX_DISTANCE, candidate.length / 3))
    .sort((a, b) => a.distance - b.distance);
  return (
    known.find((candidate) => plainName(candidate) === name) ??
    known.find((candidate) => candidate === other) ??
    closest?.candidate ??
    known.find((candidate) => isLongerForm(name, plainName(candidate)))
  );
}

/** Fewer letters begin too many words. */
const isLongerForm = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));

/** A name without what naming habits differ in: `per_page`, `perPage` and `per-page` are one. */
const plainName = (name: string): string =>
  name
    .slice(0, NAME_LENGTH)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
