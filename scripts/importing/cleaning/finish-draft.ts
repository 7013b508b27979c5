import { type Draft, type DraftBlock, type Skipped, wordCount, wordsInBlocks } from '../draft/draft.ts';
import { isErrorTitle } from '../head/is-error-title.ts';
import { orderHeadings } from './order-headings.ts';
import { readHead } from './read-head.ts';
import { removeContactsFromDraft } from './remove-contacts-from-draft.ts';
import { splitPosts } from './split-posts.ts';
import { trimEssay } from './trim-essay.ts';

/** The fewest words of an essay; fewer are a notice, a form or a failed copy. */
const MIN_ESSAY_WORDS = 40;

/** What came of a draft: a finished one, or why it is no essay. */
export type Finished =
  | { readonly kind: 'essay'; readonly draft: Draft }
  | ({ readonly kind: 'skipped' } & Skipped);

/** Finishes what a reader found: parts posts, reads their heads, takes out furniture and contact details. */
export function finishDraft(draft: Draft, keepContacts: boolean): Finished[] {
  return splitPosts(draft).map((post): Finished => {
    const trimmed = orderHeadings(trimEssay(fillFromProperties(readHead(post))));
    const words = wordsInBlocks(trimmed.blocks);
    const title = trimmed.title;
    const named = title === undefined ? {} : { title };
    if (isErrorTitle(title ?? ''))
      return { kind: 'skipped', ...named, reason: 'this is an error page or a form, not an essay' };
    if (words < MIN_ESSAY_WORDS) {
      return { kind: 'skipped', ...named, reason: tooShort(words) };
    }
    if (isListing(trimmed.blocks))
      return {
        kind: 'skipped',
        ...named,
        reason: 'this is an index page: it lists links, and has no text of its own',
      };
    return { kind: 'essay', draft: keepContacts ? trimmed : removeContactsFromDraft(trimmed) };
  });
}

/** Takes from the file's properties what the text does not say. */
function fillFromProperties(draft: Draft): Draft {
  const { stated } = draft;
  if (!stated) return draft;
  const usesAuthors = draft.authors.length === 0 && stated.authors.length > 0;
  const usesTitle = draft.title === undefined && stated.title !== undefined;
  const said = [...(usesTitle ? ['title'] : []), ...(usesAuthors ? ['author'] : [])].join(' and ');
  return {
    ...draft,
    ...(usesTitle && stated.title && { title: stated.title }),
    authors: usesAuthors ? stated.authors : draft.authors,
    reviews:
      said === ''
        ? draft.reviews
        : [
            ...draft.reviews,
            { reason: `the ${said} was read from the file's properties, which often name another` },
          ],
  };
}

const tooShort = (words: number): string =>
  words === 0
    ? 'there is no text in it'
    : `there ${words === 1 ? 'is one word' : `are only ${words} words`} of text in it; an essay has ${MIN_ESSAY_WORDS} or more`;

/** Whether most words stand in links: a list of other pages. */
function isListing(blocks: readonly DraftBlock[]): boolean {
  let linked = 0;
  let all = 0;
  let sentences = 0;
  for (const { kind, markdown, text } of blocks) {
    all += wordCount(text);
    for (const [, words = ''] of markdown.matchAll(/\[((?:[^\]\\]|\\.)*)\]\(/g)) linked += wordCount(words);
    if (kind === 'paragraph' && wordCount(text) >= 15 && /[.!?]['"’”)]?$/.test(text))
      sentences += wordCount(text);
  }
  return linked > 0.5 * all && sentences < 0.5 * all;
}
