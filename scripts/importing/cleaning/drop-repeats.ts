import { type DraftBlock, type Review, wordCount } from '../draft/draft.ts';

/** The most words of a pull quote, and the fewest: fewer may be said twice. */
const PULL_QUOTE = { most: 45, fewest: 6 };
/** So many blocks in a row that were there before: the page holds its text twice. */
const DOUBLED = 3;
/** How far from its source a line may stand that is not set off in any way. */
const NEAR = 6;

type Measured = { readonly block: DraftBlock; readonly plain: string; readonly words: number };

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Drops what stands twice: a text that the page repeats, pull quotes, and a tail that repeats the end of the text. */
export function dropRepeats(blocks: readonly DraftBlock[], reviews: Review[]): DraftBlock[] {
  const measured = withoutSecondText(
    blocks.map((block) => ({ block, plain: plain(block.text), words: wordCount(block.text) })),
    reviews,
  );
  const paragraphs = measured.map(({ block, plain: words }) =>
    block.kind === 'paragraph' ? ` ${words} ` : '',
  );
  const whole = paragraphs.join('\n');
  return measured
    .filter((one, index) => {
      const { block } = one;
      if (!/^(?:paragraph|quotation)$/.test(block.kind) || one.plain === '') return true;
      if (index === measured.length - 1 && isTail(one, measured[index - 1])) {
        reviews.push({
          line: block.line,
          reason: 'the last line repeats the end of the text, and was left out',
        });
        return false;
      }
      if (one.words > PULL_QUOTE.most || one.words < PULL_QUOTE.fewest) return true;
      // What is set in quotation marks or italics may repeat words from anywhere.
      const isSetOff = block.kind === 'quotation' || /^\*?[“"‘']|^\*[^*]+\*$/.test(block.markdown);
      const around = isSetOff
        ? whole
        : paragraphs.slice(Math.max(0, index - NEAR), index + NEAR + 1).join('\n');
      if (!standsInLonger(` ${one.plain} `, around)) return true;
      reviews.push({
        line: block.line,
        reason: 'a line that repeats words of the text was left out as a pull quote',
      });
      return false;
    })
    .map(({ block }) => block);
}

/** Whether words stand inside a paragraph that has others too. */
function standsInLonger(words: string, paragraphs: string): boolean {
  for (let at = paragraphs.indexOf(words); at !== -1; at = paragraphs.indexOf(words, at + 1)) {
    const isAlone =
      (at === 0 || paragraphs[at - 1] === '\n') &&
      (at + words.length === paragraphs.length || paragraphs[at + words.length] === '\n');
    if (!isAlone) return true;
  }
  return false;
}

/** A fragment that the line before it ends in: a program that copied the end of the page twice. */
const isTail = ({ block, plain: words }: Measured, before: Measured | undefined): boolean =>
  (before?.plain.endsWith(` ${words}`) ?? false) && /^\p{Ll}/u.test(block.text) && / /.test(words);

/** Pages for print or for narrow screens hold their text a second time. */
function withoutSecondText(blocks: readonly Measured[], reviews: Review[]): readonly Measured[] {
  const first = new Map<string, number>();
  const repeats = blocks.map(({ plain: words, words: number }, index) => {
    const before = number >= PULL_QUOTE.fewest ? first.get(words) : undefined;
    if (before === undefined) first.set(words, index);
    return before !== undefined;
  });
  const second = new Set<number>();
  for (let index = 0; index < blocks.length; index += 1) {
    if (!repeats[index] || second.has(index)) continue;
    let end = index;
    while (repeats[end]) end += 1;
    if (end - index < DOUBLED) continue;
    for (let at = index; at < end; at += 1) second.add(at);
    reviews.push({
      line: blocks[index]?.block.line ?? 1,
      reason: `${end - index} paragraphs that stand in the text before were left out`,
    });
  }
  return blocks.filter((_one, index) => !second.has(index));
}
