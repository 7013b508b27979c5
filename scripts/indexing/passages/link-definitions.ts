import type { Token } from 'marked';
import { allTokens } from './lex-markdown.ts';

/** A label as links are looked up by: case and the width of white space do not count. */
export const linkLabel = (label: string): string => label.trim().toLowerCase().replace(/\s+/g, ' ');

/** The labels that the links of a text name: `[words][label]`, `[label][]` and `[label]`. */
export function usedLabels(tokens: readonly Token[]): Set<string> {
  const labels = allTokens(tokens).flatMap(({ type, raw }) => {
    if ((type !== 'link' && type !== 'image') || !raw.endsWith(']')) return [];
    const second = /\]\[([^[\]]+)\]$/.exec(raw)?.[1];
    return [linkLabel(second ?? raw.replace(/^!?\[|\](?:\[\])?$/g, ''))];
  });
  return new Set(labels);
}
