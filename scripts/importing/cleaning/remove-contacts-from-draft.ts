import { normalWords } from '../../../server/language/split-words.ts';
import type { Draft, DraftBlock } from '../draft/draft.ts';
import { plainMarkdown } from '../draft/make-blocks.ts';
import { removeContacts, removeContactsFromMarkdown } from './remove-contacts.ts';

/** Takes contact details out of everything that is printed, and says how many. */
export function removeContactsFromDraft(draft: Draft): Draft {
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
