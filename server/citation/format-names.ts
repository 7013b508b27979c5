import type { Author } from '../domain/essay.ts';
import type { SourceName } from '../domain/source.ts';

/** Names in a row: "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The name as a reference lists it: `Boyle, D.`; a body's name whole. */
export function invertedName(name: SourceName): string {
  if ('literal' in name) return name.literal;
  if (!name.given) return name.family;
  const initials = name.given
    .split(/[\s.-]+/)
    .filter((part) => part !== '')
    .map((part) => `${part[0]?.toUpperCase()}.`);
  return `${name.family}, ${initials.join('')}`;
}

/** The part of a name that stands in the text: the family name, or a body's name. */
export const shortName = (name: SourceName): string => ('literal' in name ? name.literal : name.family);

/**
 * A byline's name as a person or a body. Bylines do not say which: two to four capitalised words are taken as a
 * person, anything else ("On Equal Terms", "A member of … (not named)") as a body.
 */
export function bylineName({ name }: Author): SourceName {
  const words = name.replace(/^(?:Dr|Prof|Professor|Sir|Dame)\.?\s+/i, '').split(/\s+/);
  const isPerson =
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word)) &&
    !/^(?:On|The|A|An)$/.test(words[0] ?? '');
  const family = words.at(-1);
  return isPerson && family ? { family, given: words.slice(0, -1).join(' ') } : { literal: name };
}
