/** A piece of a text that matches the query, or does not. Joined, the pieces give the text. */
export type Segment = { readonly text: string; readonly isMatch: boolean };

/** A stretch of a text, in UTF-16 code units; `end` is exclusive. */
export type TextRange = { readonly start: number; readonly end: number };

/**
 * A stretch of a text in segments.
 *
 * @param matches stretches that match, ascending, without overlap; those that are not wholly within are left out
 */
export function toSegments(text: string, matches: readonly TextRange[], within: TextRange): Segment[] {
  const segments: Segment[] = [];
  let at = within.start;
  for (const { start, end } of matches) {
    if (start < within.start || end > within.end) continue;
    if (start > at) segments.push({ text: text.slice(at, start), isMatch: false });
    segments.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < within.end) segments.push({ text: text.slice(at, within.end), isMatch: false });
  return segments;
}

/** The same segments, with neighbours that both match, or both do not, in one. */
export function mergeSegments(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const before = merged.at(-1);
    if (before && before.isMatch === segment.isMatch) {
      merged[merged.length - 1] = { text: before.text + segment.text, isMatch: segment.isMatch };
    } else merged.push(segment);
  }
  return merged;
}
