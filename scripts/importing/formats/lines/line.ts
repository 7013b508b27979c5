/** A line of an original, its white space made single. */
export type Line = {
  readonly text: string;
  /** Line or page in the original, 1-based. */
  readonly line: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** If the original sets it as a heading: its level, 1 the highest. */
  readonly headingLevel?: number;
};

/** Reads plain text into lines. */
export const linesOf = (text: string): Line[] =>
  text.split('\n').map((raw, index) => ({
    text: raw.replace(/\s+/g, ' ').trim(),
    line: index + 1,
    indent: /^\s*/.exec(raw.slice(0, 80))?.[0].replace(/\t/g, '    ').length ?? 0,
  }));
