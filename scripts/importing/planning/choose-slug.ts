import type { ComposedEssay } from '../composing/compose-essay.ts';

/** The most letters of a slug that is made of a title. */
const MAX_SLUG = 60;

/**
 * A readable slug: the title's words, and where they are taken the author's name, the date, or a number besides.
 *
 * @param taken slugs that it may not have, in small letters: some file systems do not tell large ones apart
 */
export function chooseSlug({ title, authors, published }: ComposedEssay, taken: ReadonlySet<string>): string {
  const base = toSlug(title, MAX_SLUG) || 'essay';
  const author = toSlug(authors.split(',')[0]?.split(' ').at(-1) ?? '', 20);
  const tries = [base, author && `${base}-${author}`, published && `${base}-${published}`];
  const free = tries.find((slug) => slug && !taken.has(slug));
  if (free) return free;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

function toSlug(text: string, max: number): string {
  const whole = text
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return whole.length <= max
    ? whole
    : whole
        .slice(0, max + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, max);
}
