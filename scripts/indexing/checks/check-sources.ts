import type { FieldNotFound, Source } from '../../../server/domain/source.ts';
import { type Problem, problemOfFile } from '../problems/problem.ts';

/** What a work of a type must have to be found again, unless it is named under `unknown`. */
const NEEDED: Readonly<Record<string, readonly FieldNotFound[]>> = {
  'article-journal': ['author', 'issued', 'container-title', 'volume', 'page', 'DOI'],
  'article-magazine': ['author', 'issued', 'container-title'],
  'article-newspaper': ['author', 'issued', 'container-title'],
  book: ['author', 'issued', 'publisher'],
  chapter: ['author', 'issued', 'container-title', 'editor', 'publisher', 'page'],
  legislation: ['number', 'URL'],
  'paper-conference': ['author', 'issued', 'container-title'],
  'post-weblog': ['author', 'issued', 'URL'],
  report: ['author', 'issued', 'publisher', 'URL'],
  standard: ['author', 'issued', 'number', 'URL'],
  thesis: ['author', 'issued', 'publisher'],
  webpage: ['author', 'issued', 'URL'],
};

/** Whatever else a work is. */
const NEEDED_BY_ALL: readonly FieldNotFound[] = ['author', 'issued'];

/** Sites that hold copies of what others published: a reader cannot tell whether a copy is whole, or may be kept. */
const COPY_SITES =
  /(?:^|\.)(?:academia\.edu|alchetron\.com|docplayer\.[a-z.]+|docslib\.org|dokumen\.\w+|everybodywiki\.com|issuu\.com|pdfcoffee\.com|pdfslide\.\w+|questia\.com|raw\.githubusercontent\.com|scribd\.com|slideshare\.net|slideserve\.com|studylib\.net|studyres\.com|vdocuments\.\w+|vdoc\.pub|wikiless\.\w+|yumpu\.com|zlib\.pub)$/;

/** What an entry of the bibliography lacks of what its type needs, by the names of the fields. */
export function fieldsMissing(source: Source): string[] {
  // Books and collections may have editors instead; an Act has neither.
  const needed = (NEEDED[source.type] ?? NEEDED_BY_ALL).filter(
    (field) => !(field === 'author' && source.editor.length > 0),
  );
  const missing = needed.filter((field) => !has(source, field) && !source.unknown?.includes(field));
  return [
    ...missing,
    ...(source.URL !== undefined && source.accessed === undefined && source.read !== 'no'
      ? ['accessed']
      : []),
    ...(source.read === undefined ? ['read'] : []),
  ];
}

/** Whether a field is filled in: authors and editors are lists, perhaps of nobody. */
const has = (source: Source, field: FieldNotFound): boolean => {
  const value: unknown = source[field];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
};

/** Names the entries that lack something, that lead to a copy, or that say both that a field is known and that it is not. */
export const checkSources = (file: string, sources: readonly Source[]): Problem[] =>
  sources.flatMap((source) => {
    const warn = (reason: string) => problemOfFile(file, `the source "${source.id}" ${reason}`, 'warning');
    const missing = fieldsMissing(source);
    const host = source.URL === undefined ? '' : new URL(source.URL).hostname;
    const contradicted = (source.unknown ?? []).filter((field) => has(source, field));
    return [
      ...(missing.length > 0
        ? [warn(`lacks ${missing.join(', ')}; add it, or name what cannot be found out under "unknown"`)]
        : []),
      ...(COPY_SITES.test(host)
        ? [
            warn(
              `leads to a copy on ${host}; give the publisher's address, or none and name "URL" under "unknown"`,
            ),
          ]
        : []),
      ...contradicted.map((field) => warn(`has "${field}" and names it under "unknown"; delete one of them`)),
    ];
  });
