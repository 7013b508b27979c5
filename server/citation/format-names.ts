import type { Name } from '../domain/name.ts';

/** Names in a row: "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The name as a reference lists it: `Boyle, D.`; a body's name whole. */
export function invertedName(name: Name): string {
  if ('literal' in name) return name.literal;
  const { family, given, suffix } = name;
  return [family, given && initials(given, family), suffix].filter((part) => part !== undefined).join(', ');
}

/** The part of a name that stands in the text: the family name, or a body's name. */
export const shortName = (name: Name): string => ('literal' in name ? name.literal : name.family);

/**
 * Initials in the case that they are printed in; hyphens stay.
 *
 *     Carla Dee → C.D.    Anne-Marie → A.-M.    AB → A.B.    J. P. → J.P.    bell → b.
 */
function initials(given: string, family: string): string {
  // Where the whole name is in capitals, "ADA" is a name and not three initials.
  const isShouted = family === family.toUpperCase();
  return given
    .split(/(-)|[\s.]+/)
    .filter((part) => part !== undefined && part !== '')
    .map((part) => {
      if (part === '-') return part;
      const letters = Array.from(part);
      return !isShouted && /^\p{Lu}{2,3}$/u.test(part)
        ? letters.map((letter) => `${letter}.`).join('')
        : `${letters[0]}.`;
    })
    .join('');
}
