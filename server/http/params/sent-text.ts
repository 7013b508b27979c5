/** What is printed back of a text that leads nowhere is no longer than so many characters. */
const QUOTED_LENGTH = 100;

/**
 * A text as it was sent, without control characters and marks that turn the direction of writing: they would garble
 * whatever prints it.
 */
export const withoutControls = (sent: string): string =>
  sent.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, '').replace(/\p{Cc}+/gu, ' ');

/** The beginning of a text, cut to a number of UTF-16 code units and never through the middle of a character. */
export function cutText(text: string, max: number): string {
  const cut = text.slice(0, max);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** What was sent, in quotation marks, for a sentence that says what is wrong with it: “no-such-essay”. */
export const quoteSent = (sent: string, max = QUOTED_LENGTH): string =>
  `“${cutText(withoutControls(sent), max)}${sent.length > max ? '…' : ''}”`;
