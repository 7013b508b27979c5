import type { Author } from '../../../server/domain/essay.ts';
import { type Draft, type DraftBlock, type Review, wordCount } from '../draft/draft.ts';
import { escapeMarkdown } from '../draft/escape-markdown.ts';
import { readRole } from '../head/parse-byline.ts';
import { findDate } from '../head/parse-date.ts';
import { checkEnd } from './check-end.ts';
import { cutEnd } from './cut-end.ts';
import { dropRepeats } from './drop-repeats.ts';
import { isFurnitureLine } from './furniture-lines.ts';

/** Takes out what belongs to the page: comments and all below them, share links, picture names, repeated tails. */
export function trimEssay(draft: Draft): Draft {
  const reviews: Review[] = [...draft.reviews];
  const published = draft.published ?? findPostedLine(draft.blocks);
  const essay = cutEnd(draft.blocks, reviews).filter(
    ({ kind, text }) => kind === 'code' || kind === 'table' || !text.split('\n').every(isFurnitureLine),
  );
  const single = dropRepeats(essay.map(withoutPictureNames), reviews);
  const { blocks, authors } = dropBiography(single, draft.authors, reviews);
  return {
    ...draft,
    ...(published && { published }),
    authors,
    blocks: checkEnd(blocks, draft.blocks.at(-1), reviews),
    reviews,
  };
}

/** The day that old blogs print below a text: "This entry was posted on Friday, June 19th, 2009". */
const findPostedLine = (blocks: readonly DraftBlock[]): string | undefined => {
  const line = blocks.find(({ text }) => text.length < 400 && /^(?:this entry was )?posted\b/i.test(text));
  return line && findDate(line.text)?.day;
};

const PICTURE_NAME =
  /(?:(?<=[.!?”"’)\s]|^)|(?<=\p{Ll}))(?:IMG|DSC[NF]?|PICT|PXL|MVI|GOPR|SAM|Screen ?shot|WhatsApp Image)[\s_-]?\d{3,}[\w-]{0,20}(?:\.(?:jpe?g|png|gif|webp|heic))?|(?<=^|\s)[\w-]{1,60}\.(?:jpe?g|png|gif|webp|heic)(?=$|\s)/gu;

/** Takes out the names of picture files, which copied text has where pictures were: `co-production.IMG_0283`. */
function withoutPictureNames(block: DraftBlock): DraftBlock {
  if (block.kind === 'code' || !/\d{3}|\.(?:jpe?g|png|gif|webp|heic)/.test(block.text)) return block;
  const names = block.text.match(PICTURE_NAME) ?? [];
  if (names.length === 0) return block;
  const text = block.text.replace(PICTURE_NAME, '').trimEnd();
  const marked = block.markdown.replace(/\\_/g, '_');
  const isPlain = (marked.match(PICTURE_NAME) ?? []).length === names.length;
  return {
    ...block,
    text,
    markdown: isPlain ? marked.replace(PICTURE_NAME, '').trimEnd() : escapeMarkdown(text),
  };
}

/** A paragraph at the end that says in the third person who the author is: it gives the role, and goes. */
function dropBiography(blocks: readonly DraftBlock[], authors: readonly Author[], reviews: Review[]) {
  const kept = [...blocks];
  let named = [...authors];
  for (let number = 0; number < 3 && kept.length > 3; number += 1) {
    const last = kept.at(-1) as DraftBlock;
    const opening = last.text
      .replace(/^(?:About|By)\s+/, '')
      .replace(/^(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir|Dame)\.?\s+/, '');
    const names = ({ name }: Author) => [
      name,
      ...(wordCount(last.text) <= 60 ? [name.split(' ')[0] ?? name] : []),
    ];
    const author = named.find((one) =>
      names(one).some((name) => opening.toLowerCase().startsWith(`${name.toLowerCase()} `)),
    );
    const called =
      author && (names(author).find((name) => opening.toLowerCase().startsWith(name.toLowerCase())) ?? '');
    const about =
      called !== undefined &&
      /^\W*(?:\([^)]{1,40}\)\s*)?,?\s*(?:is|was|works?|worked|leads?|has|runs?|chairs?|co-chairs?|writes?|can be|lives)\b/.exec(
        opening.slice(called.length),
      );
    if (last.kind === 'heading' || last.kind === 'list' || !author || !about || wordCount(last.text) > 120)
      break;
    const role = readRole(opening, author.name);
    named = named.map((other) => (other === author && !other.role && role ? { ...other, role } : other));
    reviews.push({ line: last.line, reason: 'a note about the author at the end was left out' });
    kept.pop();
  }
  return { blocks: kept, authors: named };
}
