/** A web address that stands in a text by itself, which is a link without any mark; what ends a sentence is no part. */
const ADDRESS = /(?<![\w@.])(?:https?:\/\/|www\.)[\w.~:/?#@!$'()*+,;=%&-]*[\w/=#%-]/gi;

/**
 * Words as Markdown that comes out as exactly these words: marks are escaped where they would mean something. Braces
 * at the end of a block would be read as its attributes. Within an address that stands by itself nothing is a mark, and
 * a backslash would be read as part of it.
 */
export function escapeMarkdown(text: string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const end = match.index + match[0].length;
    result +=
      escapeMarks(text.slice(from, match.index), result.at(-1)) +
      writeAddress(match[0], text.slice(end, end + 4));
    from = end;
  }
  result += escapeMarks(text.slice(from), result.at(-1));
  return result
    .replace(/\}(?=\s*$)/, (brace, _at, whole: string) => (whole.includes('{') ? '&#125;' : brace))
    .replace(/\{(?=#|[a-z]+=")/g, '\\{')
    .replace(/^(\s*)([-+>#]|=+\s*$)/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

/** An address that marks follow would take them in; in brackets of its own it ends where it should. */
function writeAddress(address: string, after: string): string {
  const plain = address.replace(/&(?=#?\w+;)/g, '&amp;');
  if (/^[.,;:!?'")]*(?:\s|$)/.test(after)) return plain;
  return /^www/i.test(address) ? `[${plain}](http://${plain})` : `<${plain}>`;
}

/** Markdown of a heading: signs at its end would be read as closing it. */
export const escapeHeadingEnd = (markdown: string): string => markdown.replace(/(^|\s)(#+)$/, '$1\\$2');

/** Words as Markdown in which nothing is a link or a mark, whatever stands in them. */
export const escapeAll = (text: string): string =>
  escapeMarkdown(text.replace(/:\/\//g, '\u0001').replace(/www\./gi, '$&\u0002').replace(/@/g, '\u0003'))
    .replaceAll('\u0001', '&#58;//')
    .replaceAll('.\u0002', '&#46;')
    .replaceAll('\u0003', '&#64;');

function escapeMarks(text: string, before = ''): string {
  const isInsideWord = (at: number) => {
    const isLetter = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? '');
    return isLetter(at === 0 ? before : text[at - 1]) && isLetter(text[at + 1]);
  };
  return text
    .replace(/_/g, (mark, at: number) => (isInsideWord(at) ? mark : '\u0000'))
    .replace(/[\\`*[\]~]/g, '\\$&')
    .replaceAll('\u0000', '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;');
}
