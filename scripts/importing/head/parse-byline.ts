import type { Author } from '../../../server/domain/essay.ts';
import { isPersonName, splitNames, withoutTitle } from '../../../server/domain/name.ts';
import { BODY_WORD, DAY_OR_MONTH, JOB_WORD, NAME_WORD } from '../../../server/domain/name-words.ts';
import { findDate } from './parse-date.ts';

/** Names of accounts that say nothing of who wrote the text. */
const NO_AUTHOR =
  /^(?:admin|administrator|administrateur|editor|editorial|web ?master|web ?editor|webteam|web team|wordpress|user|guest|guest author|guest blogger|old site user|site admin|root|unknown|anonymous|staff|author|by|blog|comms|communications|content team|moderator|super user|temp(?: user)?|test(?: user)?|user\d*|owner|office|pc|microsoft office user|windows user|\d+)$/i;

/** Whether a name is that of an account: `admin`, or a word in small letters such as `sampleadmin`. */
const isAccount = (name: string): boolean =>
  NO_AUTHOR.test(name) || /^[a-z][a-z\d_.-]*$/.test(name) || / admin$/i.test(name);

/** Tidies names as metadata and author links give them: without accounts, titles, addresses, and twice the same. */
export function cleanAuthors(names: readonly string[], siteName?: string): Author[] {
  const authors = names
    .map((text) => text.replace(/^\s*(?:by|author:?|posted by|written by)\s+/i, ''))
    .flatMap(splitNames)
    .map((text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/[,.;:|\s]+$/, '')
        .trim(),
    )
    .filter((text) => text !== '' && text.length <= 120 && !isAccount(text) && !/@|^https?:/.test(text));
  const known = new Set<string>();
  return authors
    .map((text) => (isPersonName(text) ? withoutTitle(text) : text))
    .filter((name) => {
      const key = name.toLowerCase();
      if (known.has(key) || (names.length > 1 && key === siteName?.toLowerCase())) return false;
      known.add(key);
      return true;
    })
    .map((name) => ({ name }));
}

const OPENING =
  /^(?:\p{Lu}\p{L}+ \/ )?(?:(?:authors?|words|text|writers?|bloggers?|contributors?)\s*:\s+|(?:a |this )?(?:guest )?(?:blog|blog post|post|article|essay|words|written|posted|published|authored|reported|text|contributed|story)?\s*by:?\s+)(?=\S)/iu;

/**
 * Reads a byline: who wrote the text, and as what.
 *
 *     By Ada Sample, manager at Example Council        By Ada Sample and Ben Example
 *     Guest blog by Ben Example, carer and trustee     By the Sampleton Carers Forum
 *
 * @returns undefined if the line is no byline
 */
export function parseByline(line: string): Author[] | undefined {
  const opening = OPENING.exec(line);
  if (!opening || line.length > 300) return undefined;
  const named = withoutDate(line.slice(opening[0].length));
  if (named === '' || isAccount(named)) return [];
  const authors = readNames(named);
  if (authors) return authors;
  const body = named.replace(/[.\s]+$/, '');
  return isBody(body) ? [{ name: body.replace(/^the (?=\p{Lu})/u, 'The ') }] : undefined;
}

/** Whether words are built like the name of a body: "the Sampleton Carers Forum", "Example Council policy team". */
const isBody = (text: string): boolean => {
  const words = text.replace(/^the /, '').split(/\s+/);
  return (
    words.length <= 9 &&
    (/^\p{Lu}/u.test(words[0] ?? '') || JOB_WORD.test(words[0] ?? '')) &&
    !DAY_OR_MONTH.test(words[0] ?? '') &&
    words.every(
      (word) =>
        /^\p{Lu}[\p{L}\p{N}'’.,&-]*$|^(?:of|for|and|the|in|at|&)$/u.test(word) ||
        BODY_WORD.test(word) ||
        JOB_WORD.test(word),
    ) &&
    (BODY_WORD.test(text) || words.length > 1 || /^\p{Lu}{2,}$/u.test(text))
  );
};

/** A text up to the date in it, and without what leads to the date. */
export const withoutDate = (text: string): string => {
  const date = findDate(text.slice(0, 300));
  return (date ? text.slice(0, date.at) : text)
    .replace(/(?:[\s,|–—•·:(-]+(?:on|at|in|posted|published))*[\s,|–—•·:(-]*$/i, '')
    .trim();
};

/** What a sentence says of somebody it begins with: "Ada Sample is a manager at Example Council." */
export function readRole(sentence: string, name: string): string | undefined {
  const opening = withoutTitle(sentence);
  if (!opening.toLowerCase().startsWith(name.toLowerCase())) return undefined;
  const role =
    /^\s*(?:\([^)]{1,40}\)\s*)?,?\s*is (?:an?|the|our)?\s*([^.;]{3,140}?)(?:[.;]|\s+(?:who|and (?:has|is|writes|works|lives|was))\b|$)/.exec(
      opening.slice(name.length),
    )?.[1];
  if (role) return role.trim();
  // A card: the name, and below it what they are.
  const rest = opening.slice(name.length).replace(/^[\s,|–—-]+/, '');
  return wordsOf(rest) <= 16 &&
    (JOB_WORD.test(rest) || BODY_WORD.test(rest)) &&
    !/[.!?]\s|\b(?:has|have|was|were|is|are)\b/.test(rest)
    ? rest.replace(/[.\s]+$/, '')
    : undefined;
}

/**
 * Reads names with what they are: each name may be followed by a comma, a dash or brackets and a role.
 *
 * @returns undefined unless the text begins with the name of a person
 */
export function readNames(text: string): Author[] | undefined {
  const authors: Author[] = [];
  // "A, role and B, role": a name after "and", "&", ";" or a comma starts a new author; all else is a role.
  const pieces = text
    .replace(/\s+/g, ' ')
    .split(/(\s*[,;|]\s*(?:and\s+)?|\s+(?:and|&|with)\s+|\s+[–—-]\s+|\s*\((?=[^)]*\)))/);
  let role = '';
  const close = () => {
    const last = authors.at(-1);
    const tidy = role.replace(/^[\s,;|–—(-]+|[\s,.;|)]+$/g, '').trim();
    // A bracket that the role itself opened is closed again.
    const whole = /\([^)]*$/.test(tidy) ? `${tidy})` : tidy;
    if (last && whole !== '') authors[authors.length - 1] = { ...last, role: whole };
    role = '';
  };
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = (pieces[index] ?? '').trim();
    const before = index === 0 ? '' : (pieces[index - 1] ?? '');
    // After a dash, "and" begins the next author, as a comma does.
    const name = piece.replace(/[.)\s]+$/, '').replace(/^and\s+(?=\p{Lu})/u, '');
    const startsAuthor =
      isPersonName(name) &&
      (index === 0 || !/[–—(-]/.test(before) || piece.startsWith('and ')) &&
      (role === '' || piece.startsWith('and ') || /and|&|;|\||with/.test(before));
    if (startsAuthor) {
      close();
      authors.push({ name: withoutTitle(name) });
    } else if (index === 0) return undefined;
    else role += before + piece;
  }
  close();
  return authors.length > 0 ? authors : undefined;
}

/**
 * Reads a line that is nothing but a name and a role, as pages print it under a title: `Ada Sample, Example Council`.
 *
 * @returns undefined if the line is anything else
 */
export function parseNameLine(line: string): Author | undefined {
  if (line.length > 160 || /[!?:]|\.\s+\p{Ll}/u.test(line)) return undefined;
  const [name = '', ...role] = line.split(/,\s+|\s+[–—|-]\s+/);
  if (!isPersonName(name) || role.length > 4) return undefined;
  const tidy = role.join(', ').replace(/[.\s]+$/, '');
  if (/^(?:is|was|has|and|who)\b/.test(tidy) || wordsOf(tidy) > 16) return undefined;
  return { name: withoutTitle(name), ...(tidy && { role: tidy }) };
}

const wordsOf = (text: string): number => text.split(/\s+/).length;

/**
 * Reads who is introduced by a sentence above a text: `Ada Sample reflects on her time as a member of the panel`,
 * `Dr Ben Example has written … Here is his blog`.
 *
 * @returns undefined if the sentence introduces nobody
 */
export function parseIntroduction(sentence: string): Author | undefined {
  const named = new RegExp(
    `^(${NAME_WORD}(?:\\s+${NAME_WORD}){1,3}?),?\\s+(?:(?:who|[^,.]{3,80}),\\s+)?(?:reflects?|writes?|explains?|describes?|shares?|looks?|discusses|considers|argues|asks|talks?|tells|blogs?|explores?|has|is|was|works|sets out|outlines)\\b`,
    'u',
  ).exec(withoutTitle(sentence));
  if (!named?.[1] || !isPersonName(named[1])) return undefined;
  const name = named[1];
  const role =
    /\b(?:as|is|was) (?:an?|the)\s+([^.;]{3,120}?)(?:[.;]|\s+(?:who|and (?:has|is|writes|works))\b|$)/.exec(
      sentence,
    )?.[1];
  return { name, ...(role && { role: role.trim() }) };
}
