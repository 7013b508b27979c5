import path from 'node:path';
import { collectionOf } from '../../../server/domain/pages.ts';
import type { ParsedEssay } from '../essays/parse-essay.ts';
import { type Problem, problemOfFile } from '../problems/problem.ts';
import { CONTENT_FILES } from '../settings/content-files.ts';
import type { SettingsRead } from '../settings/read-settings.ts';
import { checkLinks } from './check-links.ts';
import { isKnownEssay, type KnownContent } from './known-content.ts';

/**
 * Checks what no file can tell alone: that every tag, source, link and guide exists, that no slug or passage id is used
 * twice, and that every anchor that was ever published is still there or retired.
 */
export function checkReferences(
  essays: readonly ParsedEssay[],
  settings: SettingsRead,
  known: KnownContent,
): Problem[] {
  return [
    ...duplicateSlugs(essays),
    ...duplicatePassages(essays),
    ...misplaced(essays),
    ...essays.flatMap((essay) => [...tagProblems(essay, known), ...checkLinks(essay, known)]),
    ...settings.concepts.flatMap(({ id, guide }): Problem[] =>
      guide === undefined || isKnownEssay(guide, known) || essays.length === 0
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

/** Tools stand in a folder of their own, so that an editor finds them, and a link says which it means. */
const misplaced = (essays: readonly ParsedEssay[]): Problem[] =>
  essays.flatMap(({ file, meta }): Problem[] => {
    const place = collectionOf(meta);
    return path.basename(path.dirname(file)) === place
      ? []
      : [
          problemOfFile(
            file,
            `an essay of the kind "${meta.kind}" belongs into "${place}/"; move it, or correct its kind`,
          ),
        ];
  });

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

function tagProblems({ file, meta, passages, tagsAt }: ParsedEssay, known: KnownContent): Problem[] {
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

/** What the glossary and the timeline name that is not there. */
function listProblems({ glossary, timeline, files }: SettingsRead, known: KnownContent): Problem[] {
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
      ...(guide === undefined || isKnownEssay(guide, known)
        ? []
        : [problemOfFile(files.glossary, `the word "${id}": there is no essay "${guide}"`, 'advice')]),
    ]),
    ...timeline.flatMap(({ date, concepts, sources }) =>
      missing(files.timeline, `the event of ${date}`, concepts, sources),
    ),
  ];
}

function vanishedAnchors(settings: SettingsRead, known: KnownContent): Problem[] {
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
      const refuse = (reason: string): Problem[] => [problemOfFile(file, reason)];
      if (known.passages.has(id))
        return refuse(`the passage "#${id}" is retired here, but still in an essay`);
      if (successor !== undefined && !known.passages.has(successor)) {
        return refuse(`the successor "#${successor}" of "#${id}" is not in any essay`);
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
