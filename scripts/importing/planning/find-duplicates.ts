/** Words of a shingle: short enough to survive small edits, long enough to be nobody else's. */
const SHINGLE_WORDS = 5;
/** How much of the shorter text must stand in the longer for both to be the same essay. */
export const SAME_ESSAY = 0.8;
/** Texts with fewer shingles are too short to compare. */
const MIN_SHINGLES = 10;

/** A text, and the name that it is known by. */
export type KnownText<Name> = { readonly name: Name; readonly plain: string };

/**
 * Remembers texts and finds those that are the same essay: by how much of the shorter one's five-word shingles the
 * longer one contains. Containment, and not likeness, because one copy may carry a host's introduction or lack its end.
 */
export function createDuplicateFinder<Name>() {
  /** For each shingle the texts that have it, by their index in `known`. */
  const textsWith = new Map<string, number[]>();
  const known: { name: Name; shingles: number }[] = [];

  return {
    add({ name, plain }: KnownText<Name>): void {
      const shingles = shinglesOf(plain);
      for (const shingle of shingles) {
        const texts = textsWith.get(shingle);
        if (texts) texts.push(known.length);
        else textsWith.set(shingle, [known.length]);
      }
      known.push({ name, shingles: shingles.size });
    },

    /** The texts that share the most with one, those that share most first. `containment` is 0 to 1. */
    find(plain: string): { name: Name; containment: number }[] {
      const shingles = shinglesOf(plain);
      const shared = new Map<number, number>();
      for (const shingle of shingles) {
        for (const text of textsWith.get(shingle) ?? []) shared.set(text, (shared.get(text) ?? 0) + 1);
      }
      return [...shared]
        .flatMap(([text, number]) => {
          const other = known[text];
          const least = other ? Math.min(other.shingles, shingles.size) : 0;
          return other && least >= MIN_SHINGLES ? [{ name: other.name, containment: number / least }] : [];
        })
        .sort((a, b) => b.containment - a.containment);
    },
  };
}

function shinglesOf(plain: string): Set<string> {
  const words = plain.split(' ');
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE_WORDS <= words.length; at += 1)
    shingles.add(words.slice(at, at + SHINGLE_WORDS).join(' '));
  return shingles;
}
