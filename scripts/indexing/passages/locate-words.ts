import type { Reference } from './render-markdown.ts';

/** Finds words in a piece of Markdown: each time the next place, so that the same words twice have two places. */
export function locator(markdown: string, offset: number): (words: string) => number {
  const last = new Map<string, number>();
  return (words) => {
    const found = markdown.indexOf(words, (last.get(words) ?? -1) + 1);
    if (found !== -1) last.set(words, found);
    return offset + Math.max(found, last.get(words) ?? 0, 0);
  };
}

/** How a reference begins in Markdown. */
export const markOf = ({ kind, target }: Reference): string => (kind === 'citation' ? `@${target}` : target);
