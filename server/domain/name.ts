import {
  BODY_THEME,
  BODY_WORD,
  DAY_OR_MONTH,
  GENERATION,
  HEADING_START,
  JOB_WORD,
  LEADS_FAMILY,
  NAME,
  PEERAGE,
  POST_NOMINAL,
  SURNAME_TOO,
  TITLE,
} from './name-words.ts';

/**
 * A person's name, in the parts and under the names of CSL. Particles stay with the family name, as British lists have
 * them: `van der Berg` stands under V.
 */
export type PersonName = {
  readonly family: string;
  /** Names or initials as printed; absent for somebody known by one name. */
  readonly given?: string;
  /** `Jr`, `III`. */
  readonly suffix?: string;
};

/** A body's name, which is never turned round. */
export type BodyName = { readonly literal: string };

/** Who made a work, as CSL has it. */
export type Name = PersonName | BodyName;

/** Longer is no name of a person, in characters. */
const MAX_LENGTH = 60;

/** Whether words are built like the name of a person: "Ada Sample", "Dr Ben O’Example". */
export const isPersonName = (printed: string): boolean => 'family' in parseName(printed);

/** A name without the titles before it; one word alone keeps its own, for "Sample" would say less than "Dr Sample". */
export function withoutTitle(printed: string): string {
  const rest = printed.trim().replace(TITLE, '');
  return /\s/.test(rest) ? rest : printed.trim();
}

/**
 * Reads a printed name as that of a person or of a body. Bylines do not say which, so a person is whoever has a name
 * built like one and no word in it that bodies have. In doubt a name is a body's: it is then printed whole, which reads
 * oddly for a person, whereas a body turned round (`UK, D.R.`) cannot be found again.
 *
 *     Ada Sample           → Sample | Ada            Disability Rights UK → whole
 *     Jan van der Example  → van der Example | Jan   The King’s Fund      → whole
 *     Prof Ada Sample, OBE → Sample | Ada            Sample               → whole
 */
export function parseName(printed: string): Name {
  const text = printed.trim().replace(/\s+/g, ' ');
  const title = TITLE.exec(text)?.[0] ?? '';
  const { rest, seat } = withoutSeat(withoutPostNominals(text.slice(title.length)), title);
  const suffix = GENERATION.exec(rest)?.[1];
  const name = rest.replace(GENERATION, '');
  const words = name.split(' ');
  if (title !== '' && /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(name) && !isOfBody(name))
    return { family: name + seat };
  const last = words.at(-1) ?? '';
  // A particle leads to a name: "Councillors do" is the beginning of a sentence.
  const isBuiltLikeOne = name.length <= MAX_LENGTH && NAME.test(name) && !/^\p{Ll}+$/u.test(last);
  if (!isBuiltLikeOne) return { literal: text };
  const isSurname = title !== '' && words.length === 2 && SURNAME_TOO.test(words[1] ?? '');
  if (!isSurname && (isOfBody(name) || hasAcronym(words))) return { literal: text };
  // "Ada S." hides the family name: there is nothing to put first.
  if (/^\p{Lu}\.?$/u.test(last)) return { family: name };
  const start = startOfFamily(words);
  const given = words.slice(0, start).join(' ');
  return {
    family: words.slice(start).join(' ') + seat,
    ...(given !== '' && { given }),
    ...(suffix !== undefined && { suffix }),
  };
}

/**
 * The names in one byline: "Ada Sample and Ben Example" are two people. A text whose parts are not all people's names
 * is one name: "Health and Care Sampleton".
 */
export function splitNames(printed: string): readonly string[] {
  const parts = printed
    .trim()
    .replace(/\s+/g, ' ')
    .split(/ ?[,;] ?(?:(?:and|&) )?| (?:and|&) /)
    .filter((part) => POST_NOMINAL.exec(` ${part}`)?.index !== 0);
  return parts.every(isPersonName) ? parts : [printed];
}

/** What an editor gives as the family name of a body, or of a person who has none: the name is then printed whole. */
export const NO_FAMILY = 'none';

/** Whether a family name stands where one can: at the end of a printed name, or at its beginning. */
export const isFamilyOf = (printed: string, family: string): boolean =>
  family === NO_FAMILY || givenBeside(printed, family) !== undefined;

/**
 * Reads a name whose family name an editor gave, because the name does not show it: `hooks` for "bell hooks", `Nguyễn`
 * for "Nguyễn Thị Mẫu", {@link NO_FAMILY} for a charity called "Rowan Tree".
 */
export function nameWithFamily(printed: string, family: string): Name {
  const given = family === NO_FAMILY ? undefined : givenBeside(printed, family);
  if (given === undefined) return { literal: printed };
  return given === '' ? { family } : { family, given };
}

/** What a name has beside its family name; undefined if that neither ends nor begins it. */
function givenBeside(printed: string, family: string): string | undefined {
  const name = withoutPostNominals(printed.trim().replace(/\s+/g, ' ').replace(TITLE, ''));
  if (name === family) return '';
  if (name.endsWith(` ${family}`)) return name.slice(0, -family.length - 1);
  return name.startsWith(`${family} `) ? name.slice(family.length + 1) : undefined;
}

function withoutPostNominals(text: string): string {
  const rest = text.replace(POST_NOMINAL, '');
  return rest === text || !/\s/.test(rest) ? text : withoutPostNominals(rest);
}

/** A peer's name, and the place in it with what leads to it: "Sample", " of Exampleton". */
function withoutSeat(name: string, title: string): { readonly rest: string; readonly seat: string } {
  const seat = PEERAGE.test(title) ? (/ of \p{Lu}[\p{L}' ’-]*$/u.exec(name)?.[0] ?? '') : '';
  return { rest: name.slice(0, name.length - seat.length), seat };
}

const isOfBody = (name: string): boolean =>
  [BODY_WORD, BODY_THEME, JOB_WORD, HEADING_START, DAY_OR_MONTH].some((pattern) => pattern.test(name));

/** Whether a word is an acronym, as "LGA First" or "Inclusion NE" have it; "AB Sample" begins with initials. */
const hasAcronym = (words: readonly string[]): boolean =>
  words.some((word) => /\p{Ll}{2}/u.test(word)) &&
  (words.some((word) => /^\p{Lu}{3,}$/u.test(word)) || /^\p{Lu}{2,}$/u.test(words.at(-1) ?? ''));

/** The index of the first word of the family name. */
function startOfFamily(words: readonly string[]): number {
  let start = words.length - 1;
  // A double name joined by a word: "Ejemplo y Muestra".
  if (words[start - 1] === 'y' && start > 2) start -= 2;
  while (start > 0) {
    const before = words[start - 1] ?? '';
    // What stands first is a given name, unless it is in small letters: "Al Sample", "van Example".
    if (!LEADS_FAMILY.test(before) || (start === 1 && /^\p{Lu}/u.test(before))) return start;
    start -= 1;
  }
  return start;
}
