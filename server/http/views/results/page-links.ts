import type { Query } from '../../../search/query/query.ts';

/** A link to a page of results. */
export type PageLink = {
  /** 1-based. */
  readonly number: number;
  readonly href: string;
  readonly isCurrent: boolean;
  readonly followsGap: boolean;
};

/** Links to the pages of some results: the ends, the neighbours, and gaps between. */
export type PageLinks = {
  readonly last: number;
  readonly current: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly links: readonly PageLink[];
};

/** Makes the links to the pages of results; undefined where one page holds all. */
export function toPageLinks(
  query: Query,
  total: number,
  hrefOf: (page: number) => string,
): PageLinks | undefined {
  const last = Math.ceil(total / query.perPage);
  if (last < 2) return undefined;
  const near = [1, 2, query.page - 1, query.page, query.page + 1, last - 1, last];
  const numbers = [...new Set(near)].filter((number) => number >= 1 && number <= last).sort((a, b) => a - b);
  return {
    last,
    current: query.page,
    previous: query.page > 1 && query.page <= last + 1 ? hrefOf(query.page - 1) : undefined,
    next: query.page < last ? hrefOf(query.page + 1) : undefined,
    links: numbers.map((number, index) => ({
      number,
      href: hrefOf(number),
      isCurrent: number === query.page,
      followsGap: index > 0 && number - (numbers[index - 1] ?? 0) > 1,
    })),
  };
}
