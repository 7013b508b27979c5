import { listPages, pagePath, sizesOf } from '../../../server/domain/pages.ts';
import type { ParsedEssay } from '../essays/parse-essay.ts';
import type { SettingsRead } from '../settings/read-settings.ts';

/** All that a tag, a citation or a link may name. */
export type KnownContent = {
  readonly concepts: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly essays: ReadonlyMap<string, ParsedEssay>;
  readonly passages: ReadonlySet<string>;
  readonly retired: ReadonlySet<string>;
  /** Essays whose file is there but could not be read: nothing is said of what may be in them. */
  readonly unread: ReadonlySet<string>;
  /** Paths of the fixed pages. */
  readonly pages: ReadonlySet<string>;
};

/** Gathers what the essays and settings hold. @param unread see {@link KnownContent} */
export const knownContent = (
  essays: readonly ParsedEssay[],
  settings: SettingsRead,
  unread: ReadonlySet<string>,
): KnownContent => ({
  concepts: new Set(settings.concepts.map(({ id }) => id)),
  sources: new Set(settings.sources.map(({ id }) => id)),
  essays: new Map(essays.map((essay) => [essay.meta.slug, essay])),
  passages: new Set(essays.flatMap((essay) => essay.passages.map(({ id }) => id))),
  retired: new Set(settings.retired.map(({ id }) => id)),
  unread,
  pages: new Set(
    listPages(
      sizesOf(
        settings,
        essays.map(({ meta }) => meta),
      ),
    ).map(pagePath),
  ),
});

/** Whether there is an essay of this slug, though its file may not have been read. */
export const isKnownEssay = (slug: string, { essays, unread }: KnownContent): boolean =>
  essays.has(slug) || unread.has(slug);
