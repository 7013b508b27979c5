/** A byte as mail programs write it, and a line that was broken for the mail. */
const BYTE = /=[\dA-F]{2}/g;
const BROKEN_LINE = /=\r?\n/g;

/**
 * Undoes the encoding that mail programs and "web archives" (.mht) put text in: `I=E2=80=99d like` is "I’d like". Of a
 * message with several parts the first that holds text is taken, without its headers.
 *
 * @returns undefined if the bytes are not written so
 */
export function decodeQuotedPrintable(bytes: Buffer): Buffer | undefined {
  const text = bytes.toString('latin1');
  // An equals sign before two letters or digits is common in sums; the bytes of a curly apostrophe are not.
  const signs = text.match(/=(?:E2=80=[89A-F][\dA-F]|C2=[AB][\dA-F]|C3=[89AB][\dA-F])/g)?.length ?? 0;
  if (signs < 3) return undefined;
  const header = /Content-Transfer-Encoding:\s*quoted-printable[\s\S]*?\r?\n\r?\n/i.exec(text);
  const body = header
    ? (text.slice(header.index + header[0].length).split(/\r?\n--[-=\w.]{8,}/)[0] ?? '')
    : text;
  const whole = body
    .replace(BROKEN_LINE, '')
    .replace(BYTE, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
  return Buffer.from(whole, 'latin1');
}
