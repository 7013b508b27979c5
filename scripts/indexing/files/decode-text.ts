import { type Problem, positionAt } from '../problems/problem.ts';

/** The text of a content file, with its path as a person would type it. */
export type ContentText = { readonly file: string; readonly text: string };

/** The text of a content file, or what keeps it from being one. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'invalid'; readonly problem: Problem };

/**
 * Decodes the bytes of a content file. A byte-order mark is dropped and line ends become line feeds; anything but
 * UTF-8 without NUL characters is refused, for guessing an encoding would silently change words.
 */
export function decodeText(file: string, bytes: Uint8Array): Decoded {
  const invalid = (reason: string, line = 1, column = 1): Decoded => ({
    kind: 'invalid',
    problem: { file, line, column, reason, severity: 'error' },
  });
  if (bytes.length === 0) return invalid('the file is empty; write something in it, or delete it');
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return invalid('the file is in UTF-16; save it as UTF-8');
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const { line, column } = positionAt(lenient(bytes.subarray(0, nul)), Number.POSITIVE_INFINITY);
    return invalid(
      'the file holds a NUL character, so it is not plain text; save it as UTF-8 text',
      line,
      column,
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'text', text: text.replace(/\r\n?/g, '\n') };
  } catch {
    const text = lenient(bytes);
    const { line, column } = positionAt(text, text.indexOf('\ufffd'));
    return invalid('the file is not valid UTF-8 here; save it as UTF-8', line, column);
  }
}

const lenient = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes).replace(/\r\n?/g, '\n');
