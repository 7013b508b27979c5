import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Position, Problem } from '../problems/problem.ts';
import { explainInvisible, explainYamlError } from './explain-yaml.ts';
import { explainType } from './field-schemas.ts';
import { findSilentSlips } from './find-silent-slips.ts';

/** A path into a YAML value, such as `['about', 'authors', 0, 'name']`. */
export type YamlPath = readonly (string | number)[];

/** A valid value with a way to say where in the file each part of it stands. */
export type Yaml<Value> = {
  readonly kind: 'valid';
  readonly value: Value;
  positionOf(path: YamlPath): Position;
};

/** What came of reading a YAML text. */
export type YamlResult<Value> =
  | Yaml<Value>
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** One slip makes a YAML reader complain of all that follows; more of its complaints would help nobody. */
const MAX_SYNTAX_PROBLEMS = 5;

/**
 * Reads a YAML text against a schema. Every problem is reported, each at its place. Aliases are refused: a few
 * lines of them can expand to gigabytes, and content has no use for them.
 *
 * @param firstLine number of the text's first line in its file, 1-based (front matter starts on line 2)
 */
export function parseYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  firstLine = 1,
): YamlResult<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const problem = (offset: number, reason: string): Problem => ({
    file,
    ...at(offset),
    reason,
    severity: 'error',
  });

  const syntax = [...document.errors, ...document.warnings]
    .slice(0, MAX_SYNTAX_PROBLEMS)
    .map((error) => explainYamlError(text, document, error))
    .map(({ offset, reason }) => problem(offset, reason));
  if (syntax.length > 0) return { kind: 'invalid', problems: distinct(syntax) };

  let alias: Problem | undefined;
  visit(document, {
    Alias(_key, node) {
      alias = problem(
        node.range?.[0] ?? 0,
        `YAML aliases such as "*${node.source}" are not allowed; write the value out, or put it in quotation marks`,
      );
      return visit.BREAK;
    },
  });
  if (alias) return { kind: 'invalid', problems: [alias] };
  const silent = findSilentSlips(text, document).map(({ offset, reason }) => problem(offset, reason));
  if (silent.length > 0) return { kind: 'invalid', problems: distinct(silent) };

  const positionOf = (path: YamlPath): Position => at(offsetOf(document, path));
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { error: explainType });
  if (parsed.success) return { kind: 'valid', value: parsed.data, positionOf };
  const problems = parsed.error.issues.flatMap((issue): Problem[] => {
    const path = issue.path as YamlPath;
    if (issue.code !== 'unrecognized_keys') {
      return [{ file, ...positionOf(path), reason: describe(path, issue.message), severity: 'error' }];
    }
    return issue.keys.map((key) => ({
      file,
      ...positionOf([...path, key]),
      reason: describe(
        [...path, key],
        explainInvisible(key) ?? 'is not a field that is known here; check its spelling',
      ),
      severity: 'error',
    }));
  });
  return { kind: 'invalid', problems };
}

/** The problem of one field, named as a person would: `"authors, entry 2, name" is missing`. */
function describe(path: YamlPath, message: string): string {
  if (path.length === 0) return /^(?:is|must) /.test(message) ? `the file ${message}` : message;
  const names = path.map((part) => (typeof part === 'number' ? `entry ${part + 1}` : part));
  return `"${names.join(', ')}" ${message}`;
}

/** Offset of the value at a path, or of the nearest value above it that exists. */
function offsetOf(document: Document, path: YamlPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && !isAlias(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}

/** Problems without those that say the same of the same line. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [`${problem.line} ${problem.reason}`, problem])).values(),
];
