/** Marks that open or close a phrase wherever they stand: straight, curly, low, angle, prime, full width. */
const DOUBLE_MARKS = /["“”„‟«»″＂❝❞〝〞]/gu;

/** What opens a British quotation: a single mark before a letter or figure, at the start of a word. */
const OPENING = /(?<![\p{L}\p{N}])['‘‛`](?=[\p{L}\p{N}])/gu;
/** What closes it: a single mark at the end of a word. */
const CLOSING = /(?<=[\p{L}\p{N}.,!?;:])['’´`](?![\p{L}\p{N}])/gu;
/** Words that begin with an apostrophe. */
const CLIPPED =
  /^['‘‛’`](?:cause|cos|em|til|tis|twas|twere|twill|n|round|bout|ello|ere|im|er|ave|s|d|ll|re|ve|\d0s)(?![\p{L}\p{N}])/iu;

/** Five entities of HTML that come with copied text; each is as long as what replaces it. */
const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&quot;|&#34;/g, '"'],
  [/&#39;|&apos;/g, "'"],
  [/&amp;/g, '&'],
  [/&nbsp;/g, ' '],
];

/**
 * A text with all quotation marks as straight double ones, of the same length, so that offsets stay.
 *
 *     ‘nothing about us’ and carers’ needs     "nothing about us" and carers’ needs
 *
 * An apostrophe is none. A mark after an s may be either; it closes a phrase if no other could.
 */
export function straightenQuotationMarks(text: string): string {
  if (!/['‘‛’´`&"“”„‟«»″＂❝❞〝〞]/u.test(text)) return text;
  let straight = text;
  for (const [entity, character] of ENTITIES)
    straight = straight.replace(entity, (found) => character.padEnd(found.length, ' '));
  straight = straight.replace(DOUBLE_MARKS, '"');
  // A spreadsheet doubles them.
  straight = straight.replace(/"{2,}(?=[^\s"])|(?<=[^\s"])"{2,}/g, (marks) =>
    '"'.padStart(marks.length, ' '),
  );
  const characters = [...straight.split('')];
  let from = 0;
  for (const { index: open } of straight.matchAll(OPENING)) {
    if (open < from || isQuoted(straight, open) || CLIPPED.test(straight.slice(open))) continue;
    const close = closingMark(straight, open);
    if (close === undefined) continue;
    characters[open] = '"';
    characters[close] = '"';
    from = close + 1;
  }
  return characters.join('');
}

/** The mark that closes a quotation: the first that is no plural's apostrophe, else the last before the next one opens. */
function closingMark(text: string, open: number): number | undefined {
  const next = [...text.slice(open + 1).matchAll(OPENING)][0]?.index;
  const end = next === undefined ? text.length : open + 1 + next;
  const marks = [...text.slice(0, end).matchAll(CLOSING)].map(({ index }) => index).filter((at) => at > open);
  return marks.find((at) => text[at - 1] !== 's') ?? marks.at(-1);
}

/** Whether a double mark is open before a place. */
const isQuoted = (text: string, at: number): boolean =>
  (text.slice(0, at).match(/"/g) ?? []).length % 2 === 1;
