import { type Document, visit, type YAMLError } from 'yaml';

/** A slip in a YAML text: where, as an offset in it, and what it is, with the way out. */
export type YamlSlip = { readonly offset: number; readonly reason: string };

/** The field and the value that stand on a line: of `- title: Power: who` they are "title" and "Power: who". */
const FIELD_LINE = /^\s*(?:- +)*(?:([\w-]+):[ \t]+)?(.*)$/;
/** What a value cannot begin with unless it is in quotation marks. */
const INDICATOR = /^(?:[@`%*&!|>[\]{},#]|[-?](?:\s|$))/;
/** Spaces that are none to YAML, and characters of no width. */
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

/** What a syntax error means to a person, by its code and by what stands on its line. */
export function explainYamlError(text: string, document: Document, error: YAMLError): YamlSlip {
  const offset = error.pos[0];
  const slip = (reason: string): YamlSlip => ({ offset, reason });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return slip('the YAML is indented with a tab; use spaces');
    case 'DUPLICATE_KEY':
      return slip('the same field stands here twice; keep one of them');
    case 'MULTIPLE_DOCS':
      return slip('there is a second YAML document here; take out the line "---" before it');
    case 'RESOURCE_EXHAUSTION':
      return slip('the YAML is nested too deeply; flatten it');
    case 'BAD_DQ_ESCAPE':
      return slip(
        'a backslash means something else between " marks; write \\\\ for one, or put the value between \' marks',
      );
    case 'BLOCK_IN_FLOW':
      return slip(
        'a value between brackets holds ": ", which begins another field; put it in quotation marks',
      );
    default:
      return (
        explainValue(text, offset) ??
        explainOpening(text, document, error) ??
        slip(explainPlace(lineAt(text, offset).line))
      );
  }
}

/** What is wrong with the character that nobody sees in a text, if there is one. */
export function explainInvisible(text: string): string | undefined {
  const code = INVISIBLE.exec(text)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return code && `holds a character that nobody sees (U+${code}), perhaps pasted; type the line anew`;
}

/** The quotation mark or bracket that nothing closes; the error itself stands where the text, or the next field, is over. */
function explainOpening(text: string, document: Document, { code, pos }: YAMLError): YamlSlip | undefined {
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return undefined;
  let offset: number | undefined;
  visit(document, {
    Node(_key, node) {
      const [start, end] = node.range ?? [];
      if (start === undefined || end === undefined || start >= pos[0]) return;
      if (/["'[{]/.test(text.charAt(start)) && !isClosed(text.slice(start, end))) offset = start;
    },
  });
  if (offset === undefined) return undefined;
  const mark = text.charAt(offset);
  return {
    offset,
    reason: `the YAML is not closed here: look for the end of what ${mark} opens, or put the value in quotation marks`,
  };
}

/** What is wrong with the value on the line of an offset, if it wants quotation marks; undefined if something else is. */
function explainValue(text: string, offset: number): YamlSlip | undefined {
  const { start, line } = lineAt(text, offset);
  const [, field, value = ''] = FIELD_LINE.exec(line) ?? [];
  const at = start + line.length - value.length;
  const name = field === undefined ? 'the value' : `"${field}"`;
  const slip = (reason: string): YamlSlip => ({ offset: at, reason: `${name} ${reason}` });
  const quote = value.charAt(0);
  if (quote === '"' || quote === "'") {
    const closed = (quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).exec(value)?.[0];
    const inside = quote === '"' ? '\\"' : "''";
    return closed === undefined || closed === value.trim()
      ? undefined
      : slip(
          `goes on after its quotation mark; put marks round the whole, and write ${inside} for one inside`,
        );
  }
  const mark = INDICATOR.exec(value)?.[0].trim();
  if (mark !== undefined && !isClosed(value.trim())) {
    const list = mark === '-' ? ', or begin a list on the next line' : '';
    return slip(
      `begins with "${mark}", which means something else in YAML; put it in quotation marks${list}`,
    );
  }
  if (/:(?:[ \t]|$)/.test(value))
    return slip('holds ": ", which begins another field in YAML; put it in quotation marks');
  const below = /^\n([ \t]*)\S.*:(?:\s|$)/.exec(text.slice(start + line.length));
  return field !== undefined && value !== '' && below && (below[1] ?? '').length > line.search(/[^ -]/)
    ? slip('has a value on its line and what looks like a field below it; put the whole in quotation marks')
    : undefined;
}

/** What is wrong with a line as it stands among others. */
function explainPlace(line: string): string {
  const invisible = explainInvisible(line);
  if (invisible !== undefined) return `this line ${invisible}`;
  const [, field] = /^\s*(?:- +)*([\w-]+)[:：](?=\S)/.exec(line) ?? [];
  if (field !== undefined) return `there is no space after "${field}:"; put one`;
  return /^\s*(?:- |[\w-]+:(?:\s|$))/.test(line)
    ? 'this line does not fit those above it; begin it in the same column as its neighbours'
    : 'this line is no field ("name: value") and no entry of a list ("- text"); if it goes on from the line above, begin it with more spaces';
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

/** Whether a value ends in the mark that closes what its first one opens. */
const isClosed = (value: string): boolean => value.length > 1 && value.at(-1) === CLOSING[value.charAt(0)];

function lineAt(text: string, offset: number): { readonly start: number; readonly line: string } {
  const start = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
  return { start, line: text.slice(start, `${text}\n`.indexOf('\n', start)) };
}
