import { normalWords } from '../../../server/language/split-words.ts';
import { type Draft, type DraftBlock, wordCount } from '../draft/draft.ts';
import { looksLikeHeading, plainMarkdown } from '../draft/make-blocks.ts';
import { isErrorTitle } from '../head/is-error-title.ts';
import { readHead } from './read-head.ts';
import { removeContacts, removeContactsFromMarkdown } from './remove-contacts.ts';
import { splitPosts } from './split-posts.ts';
import { trimEssay } from './trim-essay.ts';

/** The fewest words of an essay; fewer are a notice, a form or a failed copy. */
const MIN_ESSAY_WORDS = 40;

/** What came of a draft: a finished one, or why it is no essay. */
export type Finished =
  | { readonly kind: 'essay'; readonly draft: Draft }
  | { readonly kind: 'skipped'; readonly title?: string; readonly reason: string };

/** Finishes what a reader found: parts posts, reads their heads, takes out furniture and contact details. */
export function finishDraft(draft: Draft, keepContacts: boolean): Finished[] {
  return splitPosts(draft).map((post): Finished => {
    const trimmed = orderHeadings(trimEssay(fillFromProperties(readHead(post))));
    const words = trimmed.blocks.reduce((sum, { text }) => sum + wordCount(text), 0);
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
    return { kind: 'essay', draft: keepContacts ? trimmed : withoutContacts(trimmed) };
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

/** A level below all that headings can have: of a bold line that stands for one. */
const BOLD_LINE = 7;

/** Takes short lines that are wholly bold, and stand before other text, for the headings they are meant to be. */
const markBoldHeadings = (blocks: readonly DraftBlock[]): DraftBlock[] =>
  blocks.map((block, index) => {
    const bold =
      block.kind === 'paragraph' ? /^\*\*((?:[^*\\]|\\.)+)\*\*$/.exec(block.markdown)?.[1] : undefined;
    const next = blocks[index + 1];
    const text = block.text.replace(/:$/, '');
    if (bold === undefined || !looksLikeHeading(text) || !next || /^\*\*[^*]+\*\*$/.test(next.markdown))
      return block;
    return { ...block, kind: 'heading', level: BOLD_LINE, text, markdown: bold.replace(/:$/, '') };
  });

/** Gives headings levels from 2 on, each one below the heading it stands under. */
function orderHeadings(draft: Draft): Draft {
  const above: { original: number; level: number }[] = [];
  const blocks = markBoldHeadings(draft.blocks).map((block) => {
    if (block.kind !== 'heading') return block;
    while ((above.at(-1)?.original ?? 0) >= block.level) above.pop();
    const level = Math.min(6, (above.at(-1)?.level ?? 1) + 1);
    above.push({ original: block.level, level });
    return { ...block, level };
  });
  return { ...draft, blocks };
}

/** Takes contact details out of everything that is printed, and says how many. */
function withoutContacts(draft: Draft): Draft {
  let emails = 0;
  let phones = 0;
  const clean = (text: string): string => {
    const found = removeContacts(text);
    emails += found.emails;
    phones += found.phones;
    return found.text;
  };
  const blocks = draft.blocks.map((block): DraftBlock => {
    const text = clean(block.text);
    const markdown = removeContactsFromMarkdown(block.markdown);
    if (text === block.text && markdown.text === block.markdown) return block;
    const isSame = normalWords(text).join() === normalWords(plainOf(markdown.text)).join();
    // Where emphasis or a link divides a number, the words matter more than the marks.
    return { ...block, text, markdown: isSame ? markdown.text : plainMarkdown({ ...block, text }) };
  });
  const authors = draft.authors.map(({ name, role }) => ({
    name: clean(name),
    ...(role && { role: clean(role) }),
  }));
  const title = draft.title && clean(draft.title);
  const summary = draft.summary && removeContacts(draft.summary).text;
  const publisher = draft.publisher && clean(draft.publisher);
  const found = [
    ...(emails > 0 ? [emails === 1 ? 'one email address' : `${emails} email addresses`] : []),
    ...(phones > 0 ? [phones === 1 ? 'one phone number' : `${phones} phone numbers`] : []),
  ];
  const reason = `contact details were taken out: ${found.join(' and ')}`;
  return {
    ...draft,
    ...(title && { title }),
    ...(summary && { summary }),
    ...(publisher && { publisher }),
    authors,
    blocks,
    reviews: found.length === 0 ? draft.reviews : [...draft.reviews, { reason }],
  };
}

/** The words of Markdown, near enough to compare: without marks, and without the addresses of links. */
const plainOf = (markdown: string): string =>
  markdown
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/^\s*(?:> ?)*(?:\d+\.|-)\s/gm, '')
    .replace(/[\\*_|`]|---/g, '');
