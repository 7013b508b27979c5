import { type DraftBlock, wordCount } from '../draft/draft.ts';
import { parseDateLine } from '../head/parse-date.ts';

/** Four lines or more of a word or three, one below the other, before any text: a site's menu. */
export function findMenu(blocks: readonly DraftBlock[]): Set<number> {
  const text = blocks.findIndex((block) => wordCount(block.text) >= 15);
  const menu = new Set<number>();
  let run: number[] = [];
  for (let index = 0; index < (text === -1 ? 0 : text); index += 1) {
    const block = blocks[index] as DraftBlock;
    const follows = run.length === 0 || block.line === (blocks[index - 1] as DraftBlock).line + 1;
    const isShort =
      wordCount(block.text) <= 3 && !/[.:!?]$/.test(block.text) && parseDateLine(block.text) === undefined;
    run = isShort && follows ? [...run, index] : isShort ? [index] : [];
    if (run.length >= 4) for (const at of run) menu.add(at);
  }
  return menu;
}
