import { collectionOf, isCollection } from '../../../server/domain/pages.ts';
import type { ParsedEssay } from '../essays/parse-essay.ts';
import { siteAddress } from '../passages/render-markdown.ts';
import type { Problem } from '../problems/problem.ts';
import { CONTENT_FILES } from '../settings/content-files.ts';
import type { KnownContent } from './known-content.ts';

/** What is wrong with the citations and links of an essay: each must lead to a source, an essay, a passage or a page. */
export function checkLinks(essay: ParsedEssay, known: KnownContent): Problem[] {
  const { file, references } = essay;
  return references.flatMap(({ kind, target, at }): Problem[] => {
    const reason = kind === 'citation' ? wrongCitation(target, known) : wrongLink(target, essay, known);
    return reason === undefined ? [] : [{ file, ...at, reason, severity: 'error' }];
  });
}

const wrongCitation = (id: string, known: KnownContent): string | undefined =>
  known.sources.has(id)
    ? undefined
    : `there is no source "${id}" in ${CONTENT_FILES.sources.path}; add it, or correct the id`;

function wrongLink(href: string, essay: ParsedEssay, known: KnownContent): string | undefined {
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
  if (collection === 'essays' || collection === 'tools') {
    const other = known.essays.get(id);
    if (!other) return known.unread.has(id) ? undefined : `there is no essay "${id}"`;
    const place = collectionOf(other.meta);
    if (place !== collection) return `"${id}" is among the ${place}; write ../${place}/${id}.md`;
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
