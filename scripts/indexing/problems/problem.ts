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

/** Something wrong with the content, for the person who can mend it. */
export type Problem = Position & {
  /** Path as the person would type it. */
  readonly file: string;
  /** A plain sentence without a full stop: what is wrong and the way out. */
  readonly reason: string;
  /**
   * `error` stops indexing; `warning` fails `npm run check` only (a missing anchor); `advice` fails nothing.
   */
  readonly severity: 'error' | 'warning' | 'advice';
};

/** A problem of a file as a whole: it points to the file's start. */
export const problemOfFile = (
  file: string,
  reason: string,
  severity: Problem['severity'] = 'error',
): Problem => ({ file, line: 1, column: 1, reason, severity });

/** A value read from content, or every problem that keeps it from being one. */
export type Checked<Value> =
  | {
      readonly kind: 'valid';
      readonly value: Value;
      /** What is no fault, but should be known. */
      readonly advice?: readonly Problem[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** `file:line:column: reason`, the form that editors and terminals turn into a link. */
export function formatProblem(problem: Problem): string {
  const mark = problem.severity === 'error' ? '' : `${problem.severity}: `;
  return `${problem.file}:${problem.line}:${problem.column}: ${mark}${problem.reason}`;
}

/** Problems by file, then line, then column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
  );
}
