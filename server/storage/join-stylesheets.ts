import path from 'node:path';

/** `@import "css/hits.css";`. One with a condition is left to the browser. */
const IMPORT = /@import\s+"([^"]+)"\s*;/g;

/** A string, which is kept and may hold what looks like a comment, or a comment. */
const STRING_OR_COMMENT = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[\s\S]*?\*\//g;

/**
 * Puts in the place of each import the stylesheet that it names, so that a stylesheet may lie in many files and be fetched as
 * one. Comments and indentation go. Addresses in `url()` are left as they are: seen from the stylesheet that imports.
 * @param sheets the text of each stylesheet by its name, such as `css/hits.css`
 * @returns the stylesheets that no other imports, by their names
 * @throws Error that names a stylesheet that imports itself, or one that is not there
 */
export function joinStylesheets(sheets: ReadonlyMap<string, string>): Map<string, string> {
  const parts = new Set<string>();
  const join = (name: string, above: readonly string[]): string =>
    withoutComments(sheets.get(name) ?? '').replace(IMPORT, (_import, target: string) => {
      const part = path.posix.join(path.posix.dirname(name), target);
      if (!sheets.has(part))
        throw new Error(
          `The stylesheet ${name} imports ${part}, which is not there: take the import out, or put the file back.`,
        );
      if (part === name || above.includes(part))
        throw new Error(
          `The stylesheet ${name} imports ${part}, and so itself: take one of the imports out.`,
        );
      parts.add(part);
      return join(part, [...above, name]);
    });
  const joined = [...sheets.keys()].map((name) => [name, oneRuleALine(join(name, []))] as const);
  return new Map(joined.filter(([name]) => !parts.has(name)));
}

const withoutComments = (css: string): string => css.replace(STRING_OR_COMMENT, '$1');

/** Only whitespace at the ends of lines goes, which means nothing: a string cannot go over the end of a line. */
const oneRuleALine = (css: string): string =>
  `${css
    .replace(/\s*\n\s*/g, '\n')
    .replace(/([{;,])\n/g, '$1')
    .trim()}\n`;
