import { normalWords } from '../../../server/language/split-words.ts';
import type { ComposedEssay } from '../composing/compose-essay.ts';
import { isAsWritten } from '../composing/seal.ts';
import { chooseSlug } from './choose-slug.ts';
import { createDuplicateFinder, SAME_ESSAY } from './find-duplicates.ts';
import { type ExistingEssay, type KnownEssay, toKnownEssay } from './known-essay.ts';

/** An original with what was read from it. */
export type ReadFile = { readonly file: string; readonly essays: readonly ComposedEssay[] };

/**
 * What becomes of an essay that was read. `new`: it is written. `update`: the original changed and nobody touched the
 * essay, so it is written anew. `beside`: the original changed and so has an editor the essay; the new version goes
 * beside it. `waiting`: as before, and a version put beside it earlier is not settled yet. `unchanged`: the original is
 * the same. `duplicate`: it is the same essay as another, which is kept.
 */
export type Step = {
  readonly kind: 'new' | 'update' | 'beside' | 'waiting' | 'unchanged' | 'duplicate';
  readonly file: string;
  /** Of the essay in the folder: of a duplicate, the one that is kept. */
  readonly slug: string;
  readonly essay: ComposedEssay;
  /** Of a duplicate within one import: the original that is kept. */
  readonly keptFile?: string;
  /** Of a duplicate of an essay that is in the folder: how many words longer this one is. */
  readonly longerBy?: number;
};

type Candidate = { readonly file: string; readonly essay: ComposedEssay };

/** How much of an essay must still be there for it to be a new version of the one from a file of the same name. */
const SAME_AFTER_CHANGES = 0.4;

/**
 * Decides what becomes of each essay that was read, given those that are in the folder. Nothing is written here.
 *
 * @param takenSlugs slugs of other essays, that none of these may have
 */
export function planImport(
  read: readonly ReadFile[],
  existing: readonly ExistingEssay[],
  takenSlugs: ReadonlySet<string>,
): Step[] {
  const candidates = read.flatMap(({ file, essays }) => essays.map((essay) => ({ file, essay })));
  const duplicates = findDuplicates(candidates);
  const matches = matchKnown(
    candidates.filter(({ essay }) => !duplicates.has(essay)),
    existing.map(toKnownEssay).filter((known) => known !== undefined),
  );
  const slugs = new Set(
    [...takenSlugs, ...existing.map(({ slug }) => slug)].map((slug) => slug.toLowerCase()),
  );
  const slugOf = new Map<ComposedEssay, string>();
  const steps = candidates.flatMap(({ file, essay }): Step[] => {
    if (duplicates.has(essay)) return [];
    const match = matches.get(essay);
    const slug = match?.known.slug ?? chooseSlug(essay, slugs);
    slugs.add(slug);
    slugOf.set(essay, slug);
    if (!match) return [{ kind: 'new', file, slug, essay }];
    const longerBy = normalWords(essay.plain).length - normalWords(match.known.plain).length;
    return [
      {
        kind: match.kind,
        file,
        slug,
        essay,
        ...(match.kind === 'duplicate' && longerBy > 0 && { longerBy }),
      },
    ];
  });
  const copies = candidates.flatMap(({ file, essay }): Step[] => {
    const kept = duplicates.get(essay);
    const slug = kept && slugOf.get(kept.essay);
    return slug === undefined ? [] : [{ kind: 'duplicate', file, essay, slug, keptFile: kept?.file ?? file }];
  });
  return [...steps, ...copies];
}

/** For every essay that is in another of this import too: the one that is kept, which is the longer or the first. */
function findDuplicates(candidates: readonly Candidate[]): Map<ComposedEssay, Candidate> {
  const finder = createDuplicateFinder<Candidate>();
  const duplicates = new Map<ComposedEssay, Candidate>();
  // The longest first; a sort keeps the order of those that are as long.
  for (const candidate of [...candidates].sort((a, b) => b.essay.words - a.essay.words)) {
    const [same] = finder.find(candidate.essay.plain);
    if (same && same.containment >= SAME_ESSAY) duplicates.set(candidate.essay, same.name);
    else finder.add({ name: candidate, plain: candidate.essay.plain });
  }
  return duplicates;
}

type Match = { readonly known: KnownEssay; readonly kind: Exclude<Step['kind'], 'new'> };

/**
 * Finds the essay in the folder that each of these is: first those from the same bytes, so that none of them is taken
 * for a new version of another; then new versions, from a file of the same name with much of the same words; then
 * copies from other files.
 */
function matchKnown(
  candidates: readonly Candidate[],
  known: readonly KnownEssay[],
): Map<ComposedEssay, Match> {
  const matches = new Map<ComposedEssay, Match>();
  const claimed = new Set<KnownEssay>();
  const claim = (essay: ComposedEssay, match: Match) => {
    matches.set(essay, match);
    claimed.add(match.known);
  };
  for (const { essay } of candidates) {
    const { sha256, post } = essay.origin;
    const same = known.find(
      (one) => one.original.sha256 === sha256 && one.original.post === post && !claimed.has(one),
    );
    if (same) claim(essay, { known: same, kind: 'unchanged' });
  }
  const finder = createDuplicateFinder<KnownEssay>();
  for (const one of known) finder.add({ name: one, plain: one.plain });
  for (const { essay } of candidates.filter((candidate) => !matches.has(candidate.essay))) {
    const alike = finder.find(essay.plain);
    const renewed = alike.find(
      ({ name, containment }) =>
        !claimed.has(name) && containment >= SAME_AFTER_CHANGES && name.original.file === essay.origin.file,
    );
    const [nearest] = alike;
    if (renewed) claim(essay, { known: renewed.name, kind: kindOfRenewal(renewed.name, essay) });
    else if (nearest && nearest.containment >= SAME_ESSAY) {
      matches.set(essay, { known: nearest.name, kind: 'duplicate' });
    }
  }
  return matches;
}

/** An essay that nobody changed is written anew; beside a changed one goes the new version, unless one waits there. */
function kindOfRenewal({ text, beside }: KnownEssay, { origin }: ComposedEssay): Match['kind'] {
  if (isAsWritten(text)) return 'update';
  if (beside === undefined) return 'beside';
  return beside.includes(`\n  sha256: ${origin.sha256}\n`) || !isAsWritten(beside) ? 'waiting' : 'beside';
}
