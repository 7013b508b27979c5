import type { Token, Tokens } from 'marked';
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

/** Why a line such as `[note]: https://…`, which gives links their address and is not shown, is no such line. */
export function wrongDefinition(
  definition: Tokens.Def,
  tokens: readonly Token[],
  used: ReadonlySet<string>,
): string | undefined {
  const label = linkLabel(definition.tag);
  if (!used.has(label))
    return `this line is read as the address of a link that the text does not have, and would not be shown; write "\\[${definition.tag}]: …" to show it, or take it out`;
  const first = tokens.find((token) => token.type === 'def' && linkLabel(token.tag) === label);
  return first === definition ? undefined : `the address of [${definition.tag}] stands here twice; keep one`;
}
