import iconv from 'iconv-lite';

/** Code pages that text in UTF-8 is commonly misread in, the commonest first. */
const MISREADINGS = ['win1252', 'win1250', 'macintosh'].map(byteOfCharacter);

/** What the bytes of those code pages stand for: all of it can be a stage of text that was misread more than once. */
const STAGES: ReadonlySet<string> = new Set(MISREADINGS.flatMap((bytes) => [...bytes.keys()]));

/** How often text can have been misread on its way; what is found more often than this is no damage. */
const MAX_LAYERS = 4;

/** What was mended in a text, and how many characters it took. */
export type Mended = {
  readonly text: string;
  /** Characters that were put right. */
  readonly mended: number;
  /** Characters that stayed damaged: their bytes are lost. */
  readonly lost: number;
};

/**
 * Repairs text in UTF-8 that was read as windows-1252, windows-1250 or Mac Roman, once or several times over:
 *
 *     â€™ -> ’      clichĂ© -> cliché      Ã¢â‚¬â„¢ -> â€™ -> ’
 *
 * Only a run of characters whose bytes are one character of UTF-8, and one that occurs in English prose, is replaced;
 * all else stays, so that right and damaged text may stand side by side.
 */
export function mendCharacters(original: string): Mended {
  let text = original;
  let mended = 0;
  for (let layer = 0; layer < MAX_LAYERS && /[\u0080-\uffff]/.test(text); layer += 1) {
    const before = mended;
    text = mendLayer(text, () => {
      mended += 1;
    });
    if (mended === before) break;
  }
  text = text
    // A closing quotation mark whose last byte, which stands for nothing in windows-1252, was dropped.
    .replace(/â€(?=[\s.,;:!?)\]—–]|$)/g, count('”'))
    // A hard space of which only the first half is left.
    .replace(/(?<=^|[\s.,;:!?)’”\p{Ll}])Â(?= )/gu, count(''))
    .replace(/(?<=[\p{Ll}-])Ã /gu, count('à'))
    .replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0)] ?? '');
  const lost = text.match(/\ufffd+|â€|Ã(?=[^\p{L}\s.,])/gu)?.length ?? 0;
  return { text, mended, lost };

  function count(replacement: string) {
    return () => {
      mended += 1;
      return replacement;
    };
  }
}

/** What the control characters U+0080 to U+009F stand for where windows-1252 was read as Latin-1. */
const WINDOWS_1252: readonly string[] = Array.from({ length: 256 }, (_none, byte) =>
  iconv.decode(Buffer.from([byte]), 'win1252').replace('\ufffd', ''),
);

function byteOfCharacter(encoding: string): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const character = iconv.decode(Buffer.from([byte]), encoding);
    // Bytes that stand for nothing come through as control characters, as browsers have it.
    bytes.set(character === '\ufffd' ? String.fromCharCode(byte) : character, byte);
    if (encoding !== 'macintosh')
      bytes.set(String.fromCharCode(byte), bytes.get(String.fromCharCode(byte)) ?? byte);
  }
  return bytes;
}

function mendLayer(text: string, onMend: () => void): string {
  return text.replace(/[\u0080-\uffff]{2,}/g, (run, at: number) => {
    let result = '';
    let isDamaged = false;
    for (let index = 0; index < run.length; ) {
      const found = misreadCharacterAt(run, index, { after: text[at + run.length] ?? '', isDamaged });
      isDamaged ||= found !== undefined;
      if (found) onMend();
      result += found?.character ?? run.charAt(index);
      index += found?.length ?? 1;
    }
    return result;
  });
}

/** The character after some others, and whether the run they stand in was found to be damaged. */
type Around = { readonly after: string; readonly isDamaged: boolean };

/** The character whose UTF-8 bytes were misread as the characters from an index on. */
function misreadCharacterAt(
  run: string,
  index: number,
  around: Around,
): { readonly character: string; readonly length: number } | undefined {
  for (const bytes of MISREADINGS) {
    const lead = bytes.get(run.charAt(index)) ?? 0;
    const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 && lead <= 0xdf ? 2 : 0;
    if (length === 0 || index + length > run.length) continue;
    const encoded = [...run.slice(index, index + length)].map((character) => bytes.get(character) ?? 0);
    if (encoded.length !== length || encoded.slice(1).some((byte) => byte < 0x80 || byte > 0xbf)) continue;
    const character = Buffer.from(encoded).toString('utf8');
    const following = run.charAt(index + length) || around.after;
    const context = { ...around, second: run.charAt(index + 1), after: following };
    if (isPlausible(character, context)) return { character, length };
  }
  return undefined;
}

/** Whether a character occurs in English prose, or as a stage of text that was misread more than once. */
function isPlausible(
  character: string,
  { second, after, isDamaged }: Around & { readonly second: string },
): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (character.length > 2 || code === 0xfffd) return code === 0xfffd && character.length === 1;
  const isBeforeLetter = /\p{L}/u.test(after);
  if (!isDamaged) {
    // «IRMÃ» and „Ä“ are quoted letters; within a word the same two characters are a damaged one.
    if (/[»”]/.test(second) && !isBeforeLetter) return false;
    if (second === '’' && (!isBeforeLetter || /s/i.test(after))) return false;
    // A control character is a stage of text that was misread twice, and follows another one.
    if (code >= 0x80 && code <= 0x9f) return false;
    if (code >= 0x100 && code <= 0x17f && /[“‘–—…]/.test(second) && !isBeforeLetter) return false;
  }
  if (code >= 0x80 && code <= 0x17f) return true;
  return (
    STAGES.has(character) ||
    [0x2713, 0x2714, 0xfeff].includes(code) ||
    (code >= 0x2009 && code <= 0x2044 && code !== 0x2017) ||
    (code >= 0x2190 && code <= 0x2195) ||
    (code >= 0x25a0 && code <= 0x25cf) ||
    (code >= 0x1f300 && code <= 0x1faff)
  );
}
