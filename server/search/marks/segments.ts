/** A piece of a text that matches the query, or does not. Joined, the pieces give the text. */
export type Segment = {
  readonly text: string;
  readonly isMatch: boolean;
  /** Whether it matches a plain word only, which nobody typed; absent where not. */
  readonly isPlain?: true;
};

/** A stretch of a text, in UTF-16 code units; `end` is exclusive. `isPlain` as in {@link Segment}. */
export type TextRange = { readonly start: number; readonly end: number; readonly isPlain?: true };

/**
 * A stretch of a text in segments.
 *
 * @param matches stretches that match, ascending, without overlap; those that are not wholly within are left out
 */
export function toSegments(text: string, matches: readonly TextRange[], within: TextRange): Segment[] {
  const segments: Segment[] = [];
  let at = within.start;
  for (const { start, end, isPlain } of matches) {
    if (start < within.start || end > within.end) continue;
    if (start > at) segments.push({ text: text.slice(at, start), isMatch: false });
    segments.push({ text: text.slice(start, end), isMatch: true, ...(isPlain && { isPlain }) });
    at = end;
  }
  if (at < within.end) segments.push({ text: text.slice(at, within.end), isMatch: false });
  return segments;
}

/** The same segments, with neighbours of one kind in one. */
export function mergeSegments(segments: readonly Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const before = merged.at(-1);
    if (before && before.isMatch === segment.isMatch && before.isPlain === segment.isPlain)
      merged[merged.length - 1] = { ...before, text: before.text + segment.text };
    else merged.push(segment);
  }
  return merged;
}
