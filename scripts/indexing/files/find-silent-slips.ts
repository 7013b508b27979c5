import { type Document, isScalar, Scalar, visit } from 'yaml';
import type { YamlSlip } from './explain-yaml.ts';

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
      if (typeof node.value === 'string' && /^[ \t]+#/.test(text.slice(end))) {
        const reason = `the value ends before " #", which begins a comment: put it in quotation marks, or the comment on a line of its own`;
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
