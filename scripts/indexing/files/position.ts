/** A place in a file, both 1-based; `column` in UTF-16 code units. */
export type Position = { readonly line: number; readonly column: number };

/** Where an offset (0-based, in UTF-16 code units) stands in a text whose lines end in line feeds. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset));
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: before.length - lineStart + 1 };
}
