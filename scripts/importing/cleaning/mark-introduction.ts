import type { Author } from '../../../server/domain/essay.ts';
import type { DraftBlock, Review } from '../draft/draft.ts';
import { parseIntroduction } from '../head/parse-byline.ts';

const SPEAKER = /^(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?):\s+(?=\p{Lu})/u;
const OF_THE_BLOG = /\b(?:blog|post|article|essay|piece|guest|host(?:ed|ing)?|introduc\w+|this week)\b/i;
const HERE_IT_IS =
  /\b(?:here(?:['’]s| is| are)|this is|below is|in this|read|over to)\b[^.]{0,60}\b(?:blog|post|article|essay|piece|story|thoughts|words|her|him|them)\b|\bguest (?:blog|post|author)|\bin (?:this|her|his|their) (?:guest )?(?:blog|post|article|essay|piece)\b/i;

/** The most blocks of an introduction by somebody else. */
const MAX_INTRODUCTION = 3;

/** Sets what a host says before the essay as a quotation, so that it is not taken for the author's words. */
export function markIntroduction(
  blocks: readonly DraftBlock[],
  authors: readonly Author[],
): { readonly blocks: readonly DraftBlock[]; readonly reviews: readonly Review[]; readonly author?: Author } {
  let author: Author | undefined;
  let end = 0;
  for (; end < Math.min(MAX_INTRODUCTION, blocks.length - 2); end += 1) {
    const block = blocks[end] as DraftBlock;
    if (block.kind !== 'paragraph') break;
    const { text, markdown } = block;
    const introduced = parseIntroduction(text);
    const names = [...authors.map(({ name }) => name), ...(introduced ? [introduced.name] : [])];
    const speaker = SPEAKER.exec(text);
    const isSpoken =
      speaker !== null && OF_THE_BLOG.test(text) && !names.some((name) => name.startsWith(speaker[1] ?? ''));
    const isItalic = /^(\*|_)(?!\*)[^*]{20,}\1$/.test(markdown);
    const isSetApart =
      isItalic && (end > 0 || names.some((name) => text.includes(name)) || OF_THE_BLOG.test(text));
    const isAbout = introduced !== undefined && HERE_IT_IS.test(text);
    if (!isSpoken && !isSetApart && !isAbout) break;
    if (introduced) author ??= { name: introduced.name };
  }
  if (end === 0) return { blocks, reviews: [] };
  const first = blocks[0] as DraftBlock;
  const reviews: Review[] = [
    {
      line: first.line,
      reason: `${end === 1 ? 'a paragraph' : `${end} paragraphs`} before the text may be an introduction by somebody else; set as a quotation`,
    },
  ];
  if (author && authors.length === 0) {
    reviews.push({ line: first.line, reason: `the author, ${author.name}, was read from the introduction` });
  }
  const spoken = blocks.slice(0, end);
  const quotation: DraftBlock = {
    ...first,
    kind: 'quotation',
    isByPublisher: true,
    text: spoken.map(({ text }) => text).join('\n'),
    markdown: spoken.map(({ markdown }) => `> ${markdown}`).join('\n>\n'),
  };
  return { blocks: [quotation, ...blocks.slice(end)], reviews, ...(author && { author }) };
}
