import { type Document, isScalar, Scalar, visit, type YAMLError } from 'yaml';

/** A slip in a YAML text: where, as an offset in it, and what it is, with the way out. */
export type YamlSlip = { readonly offset: number; readonly reason: string };

/** The field and the value that stand on a line: of `- title: Power: who` they are "title" and "Power: who". */
const FIELD_LINE = /^\s*(?:- +)*(?:([\w-]+):[ \t]+)?(.*)$/;
/** What a value cannot begin with unless it is in quotation marks. */
const INDICATOR = /^(?:[@`%*&!|>[\]{},#]|[-?](?:\s|$))/;

/** What a syntax error means to a person, by its code and by what stands on its line. */
export function explainYamlError(text: string, document: Document, error: YAMLError): YamlSlip {
  const offset = error.pos[0];
  const first = error.message.split('\n')[0]?.replace(/\.$/, '') ?? '';
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
    default:
      return (
        explainLine(text, offset) ??
        explainOpening(text, document, error) ??
        slip(`the YAML cannot be read: ${first}`)
      );
  }
}

/** The quotation mark or bracket that nothing closes; the error itself stands where the text, or the next field, is over. */
function explainOpening(text: string, document: Document, { code, pos }: YAMLError): YamlSlip | undefined {
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return undefined;
  let offset: number | undefined;
  visit(document, {
    Node(_key, node) {
      const start = node.range?.[0];
      if (start !== undefined && start < pos[0] && /["'[{]/.test(text.charAt(start))) offset = start;
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
function explainLine(text: string, offset: number): YamlSlip | undefined {
  const lineStart = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
  const line = text.slice(lineStart, `${text}\n`.indexOf('\n', lineStart));
  const [, field, value = ''] = FIELD_LINE.exec(line) ?? [];
  const at = lineStart + line.length - value.length;
  const name = field === undefined ? 'the value' : `"${field}"`;
  const slip = (reason: string): YamlSlip => ({ offset: at, reason });
  const quote = value.charAt(0);
  if (quote === '"' || quote === "'") {
    const isClosed = (quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).exec(value)?.[0];
    const inside = quote === '"' ? '\\"' : "''";
    return isClosed === undefined || isClosed === value.trim()
      ? undefined
      : slip(
          `${name} goes on after its quotation mark; put marks round the whole, and write ${inside} for one inside`,
        );
  }
  const mark = INDICATOR.exec(value)?.[0].trim();
  if (mark !== undefined)
    return slip(
      `${name} begins with "${mark}", which means something else in YAML; put it in quotation marks`,
    );
  return /:(?:\s|$)/.test(value)
    ? slip(`${name} holds ": ", which begins another field in YAML; put it in quotation marks`)
    : undefined;
}

/** Values that YAML reads otherwise than they look, without a word: it cuts them, drops a mark or rounds a number. */
export function findSilentSlips(text: string, document: Document): YamlSlip[] {
  const slips: YamlSlip[] = [];
  visit(document, {
    Node(_key, node) {
      const offset = node.range?.[0] ?? 0;
      const mark = 'anchor' in node && node.anchor ? `&${node.anchor}` : node.tag;
      if (mark !== undefined && node.range) {
        const start = text.lastIndexOf('\n', offset) + 1;
        const shown = mark.replace(/^tag:yaml\.org,2002:/, '!!');
        const reason = `"${shown}" is a mark of YAML here and would not be shown; put the value in quotation marks`;
        slips.push({ offset: Math.max(text.indexOf(shown.charAt(0), start), start), reason });
      }
      if (!isScalar(node) || node.type !== Scalar.PLAIN || !node.range) return;
      const end = node.range[1];
      if (typeof node.value === 'string' && /^[ \t]#/.test(text.slice(end, end + 2))) {
        const reason = `the value ends before " #", which begins a comment: put it in quotation marks, or two spaces before "#" if a comment is meant`;
        slips.push({ offset: end + 1, reason });
      }
      if (typeof node.value === 'number' && node.source !== undefined && node.source !== String(node.value)) {
        const reason = `"${node.source}" is the number ${node.value} in YAML: write that, or put it in quotation marks`;
        slips.push({ offset, reason });
      }
    },
  });
  return slips;
}
