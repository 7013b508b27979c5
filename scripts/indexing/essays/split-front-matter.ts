import { type Problem, problemOfFile } from '../problems/problem.ts';

/** A content file divided at its front matter. */
export type FrontMatter =
  | {
      readonly kind: 'split';
      readonly yaml: string;
      readonly body: string;
      /** Offset of the body in the file's text. */
      readonly bodyStart: number;
    }
  | { readonly kind: 'invalid'; readonly problem: Problem };

/**
 * Divides an essay's file into its YAML and its Markdown:
 *
 *     ---            exactly this, on the first line
 *     title: …
 *     ---            exactly this, on a line of its own
 *     Text …
 *
 * Other languages after the dashes (`---js`) are refused: some front-matter readers would run them as a program.
 */
export function splitFrontMatter(file: string, text: string): FrontMatter {
  const invalid = (reason: string): FrontMatter => ({
    kind: 'invalid',
    problem: problemOfFile(file, reason),
  });
  const firstLine = text.slice(0, lineEnd(text, 0)).trimEnd();
  if (text.trim() === '')
    return invalid('the file is empty; write front matter and text, or delete the file');
  if (/^---+\s*[a-z]/i.test(firstLine)) {
    return invalid(
      `the front matter opens with "${firstLine.slice(0, 40)}"; only YAML is read, so the line must be "---"`,
    );
  }
  if (firstLine !== '---') return invalid('the file has no front matter; its first line must be "---"');
  const yamlStart = lineEnd(text, 0) + 1;
  for (let start = yamlStart; start < text.length; ) {
    const end = lineEnd(text, start);
    if (text.slice(start, end).trimEnd() === '---') {
      const bodyStart = Math.min(end + 1, text.length);
      return { kind: 'split', yaml: text.slice(yamlStart, start), body: text.slice(bodyStart), bodyStart };
    }
    start = end + 1;
  }
  return invalid('the front matter is not closed; put a line "---" after it');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
