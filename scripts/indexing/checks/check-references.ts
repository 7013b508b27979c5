import { isCollection, listPages, pagePath } from '../../../server/domain/pages.ts';
import type { ParsedEssay } from '../essays/parse-essay.ts';
import { siteAddress } from '../passages/render-markdown.ts';
import { type Problem, problemOfFile } from '../problems/problem.ts';
import { CONTENT_FILES } from '../settings/content-files.ts';
import type { SettingsRead } from '../settings/read-settings.ts';

/**
 * Checks what no file can tell alone: that every tag, source, link and guide exists, that no slug or passage id is used
 * twice, and that every anchor that was ever published is still there or retired.
 *
 * @param unread slugs of essays whose files could not be read, and are named elsewhere
 */
export function checkReferences(
  essays: readonly ParsedEssay[],
  settings: SettingsRead,
  unread: ReadonlySet<string>,
): Problem[] {
  const known: Known = {
    concepts: new Set(settings.concepts.map(({ id }) => id)),
    sources: new Set(settings.sources.map(({ id }) => id)),
    essays: new Map(essays.map((essay) => [essay.meta.slug, essay])),
    passages: new Set(essays.flatMap((essay) => essay.passages.map(({ id }) => id))),
    retired: new Set(settings.retired.map(({ id }) => id)),
    unread,
    pages: new Set(listPages(settings).map(pagePath)),
  };
  return [
    ...duplicateSlugs(essays),
    ...duplicatePassages(essays),
    ...essays.flatMap((essay) => [...tagProblems(essay, known), ...referenceProblems(essay, known)]),
    ...settings.concepts.flatMap(({ id, guide }): Problem[] =>
      guide === undefined || known.essays.has(guide) || essays.length === 0
        ? []
        : [
            problemOfFile(
              settings.files.concepts,
              `the guide "${guide}" of the concept "${id}" is not among the essays`,
              'advice',
            ),
          ],
    ),
    ...listProblems(settings, known),
    ...vanishedAnchors(settings, known),
    ...essays.flatMap(missingAnchors),
  ];
}

type Known = {
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

function duplicateSlugs(essays: readonly ParsedEssay[]): Problem[] {
  const first = new Map<string, string>();
  return essays.flatMap(({ file, meta }): Problem[] => {
    const folded = meta.slug.toLowerCase();
    const other = first.get(folded);
    if (other === undefined) {
      first.set(folded, file);
      return [];
    }
    return [problemOfFile(file, `${other} has the same name; rename one of them`)];
  });
}

function duplicatePassages(essays: readonly ParsedEssay[]): Problem[] {
  const first = new Map<string, string>();
  return essays.flatMap(({ file, passages }) =>
    passages.flatMap((passage): Problem[] => {
      const where = `${file}:${passage.at.line}`;
      const other = first.get(passage.id);
      if (other === undefined) {
        first.set(passage.id, where);
        return [];
      }
      const reason = `the anchor "#${passage.id}" stands at ${other} already; delete this one and run "npm run anchors"`;
      return [{ file, ...passage.at, reason, severity: 'error' }];
    }),
  );
}

function tagProblems({ file, meta, passages, tagsAt }: ParsedEssay, known: Known): Problem[] {
  const unknown = (tag: string): string =>
    `there is no tag "${tag}"; there are ${[...known.concepts].join(', ')}`;
  return [
    ...meta.tags.flatMap((tag, index): Problem[] => {
      const at = tagsAt[index] ?? { line: 1, column: 1 };
      return known.concepts.has(tag) ? [] : [{ file, ...at, reason: unknown(tag), severity: 'error' }];
    }),
    ...passages.flatMap(({ editorTags, refusedTags, at }) =>
      [...editorTags, ...refusedTags]
        .filter((tag) => !known.concepts.has(tag))
        .map((tag): Problem => ({ file, ...at, reason: unknown(tag), severity: 'error' })),
    ),
  ];
}

function referenceProblems(essay: ParsedEssay, known: Known): Problem[] {
  const { file, references } = essay;
  return references.flatMap(({ kind, target, at }): Problem[] => {
    const reason = kind === 'citation' ? wrongCitation(target, known) : wrongLink(target, essay, known);
    return reason === undefined ? [] : [{ file, ...at, reason, severity: 'error' }];
  });
}

const wrongCitation = (id: string, known: Known): string | undefined =>
  known.sources.has(id)
    ? undefined
    : `there is no source "${id}" in ${CONTENT_FILES.sources.path}; add it, or correct the id`;

function wrongLink(href: string, essay: ParsedEssay, known: Known): string | undefined {
  if (/^(?:https?:\/\/|mailto:)/i.test(href)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) {
    return `links may start with https://, http:// or mailto:, and "${href}" does not`;
  }
  const address = siteAddress(href);
  if (address.startsWith('#')) return wrongAnchor(address.slice(1), essay);
  if (!address.startsWith('/'))
    return `the link "${href}" leads out of the essays; write other-essay.md, or a web address`;
  const { pathname, hash } = new URL(address, 'https://site.invalid');
  if (known.pages.has(pathname)) return undefined;
  const [, collection = '', id = '', ...more] = pathname.split('/');
  const missing = `there is no page "${href}"`;
  if (!isCollection(collection) || more.length > 0) return missing;
  if (collection === 'essays') {
    const other = known.essays.get(id);
    if (!other) return known.unread.has(id) ? undefined : `there is no essay "${id}"`;
    return hash === '' ? undefined : wrongAnchor(hash.slice(1), other);
  }
  const { passages, concepts, sources } = known;
  return { passages, tags: concepts, sources }[collection].has(id) ? undefined : missing;
}

/** What is wrong with an anchor in an essay: it must be a passage's or a heading's. */
function wrongAnchor(anchor: string, { meta, passages }: ParsedEssay): string | undefined {
  const isThere = passages.some(
    ({ id, opens }) => id === anchor || opens.some((heading) => heading.id === anchor),
  );
  return isThere ? undefined : `the essay "${meta.slug}" has no passage "#${anchor}"`;
}

/** What the glossary and the timeline name that is not there. */
function listProblems({ glossary, timeline, files }: SettingsRead, known: Known): Problem[] {
  const missing = (file: string, name: string, concepts: readonly string[], sources: readonly string[]) => [
    ...concepts
      .filter((id) => !known.concepts.has(id))
      .map((id) => problemOfFile(file, `${name}: there is no concept "${id}"`)),
    ...sources
      .filter((id) => !known.sources.has(id))
      .map((id) =>
        problemOfFile(file, `${name}: there is no source "${id}" in ${CONTENT_FILES.sources.path}`),
      ),
  ];
  return [
    ...glossary.flatMap(({ id, concepts, sources, guide }) => [
      ...missing(files.glossary, `the word "${id}"`, concepts, sources),
      ...(guide === undefined || known.essays.has(guide) || known.unread.has(guide)
        ? []
        : [problemOfFile(files.glossary, `the word "${id}": there is no essay "${guide}"`, 'advice')]),
    ]),
    ...timeline.flatMap(({ date, concepts, sources }) =>
      missing(files.timeline, `the event of ${date}`, concepts, sources),
    ),
  ];
}

function vanishedAnchors(settings: SettingsRead, known: Known): Problem[] {
  const file = settings.files.retired;
  return [
    ...settings.published
      .filter(
        ({ anchor, essay }) =>
          !known.passages.has(anchor) && !known.retired.has(anchor) && !known.unread.has(essay),
      )
      .map(({ anchor, essay }): Problem => {
        const reason = `the passage "#${anchor}" of "${essay}" was published and is gone; put its anchor back, or retire it here`;
        return problemOfFile(file, reason, 'warning');
      }),
    ...settings.retired.flatMap(({ id, successor }): Problem[] => {
      const say = (reason: string): Problem[] => [problemOfFile(file, reason)];
      if (known.passages.has(id)) return say(`the passage "#${id}" is retired here, but still in an essay`);
      if (successor !== undefined && !known.passages.has(successor)) {
        return say(`the successor "#${successor}" of "#${id}" is not in any essay`);
      }
      return [];
    }),
  ];
}

/** Imported texts belong to others and carry no anchors; in our own, every passage needs one to stay findable. */
function missingAnchors({ file, meta, passages }: ParsedEssay): Problem[] {
  if (meta.kind === 'essay') return [];
  return passages
    .filter(({ anchored }) => !anchored)
    .map(({ at }) => ({
      file,
      ...at,
      reason: 'this passage has no anchor, so its address changes with its words; run "npm run anchors"',
      severity: 'warning',
    }));
}
