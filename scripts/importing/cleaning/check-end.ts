import { type DraftBlock, type Review, wordCount } from '../draft/draft.ts';
import { parseDateLine } from '../head/parse-date.ts';

const QUESTION_TO_READERS =
  /^(?:so,? )?(?:what do you think|what are your (?:thoughts|views|experiences?)|do you agree|what would you (?:add|do)|how about you|what about you|have you|has this|let us know|tell us|join the (?:conversation|discussion)|we(?:['’]d| would) (?:love|like) to hear|share your)\b.{0,120}$/i;
const POINTER =
  /^(?:for (?:further|more) (?:information|details|help|advice)|to find out more|further information|more information|find out more)\b/i;
const NEW_WINDOW = /\s*\\?\(opens? (?:in (?:a )?)?new (?:window|tab)\\?\)/i;

/**
 * Looks at the last lines of a text, where the author's words and the site's are hardest to tell apart: what is
 * uncertain is noted.
 *
 * @param lastOfAll the last block before anything was taken out: a heading that was last from the start has lost nothing
 */
export function checkEnd(
  blocks: readonly DraftBlock[],
  lastOfAll: DraftBlock | undefined,
  reviews: Review[],
): DraftBlock[] {
  const kept = [...blocks];
  for (let last = kept.at(-1); last && kept.length > 1; last = kept.at(-1)) {
    if (last.kind === 'heading') {
      kept.pop();
      // The author's last word, and not the heading of something that is gone.
      if (last === lastOfAll) {
        kept.push({ ...last, kind: 'paragraph', level: 0 });
        break;
      }
    } else if (last.text.includes('\n')) break;
    else if (POINTER.test(last.text) && wordCount(last.text) <= 40 && NEW_WINDOW.test(last.text)) {
      const reason =
        "a pointer to other pages after the text was left out; put it back if it is the author's";
      reviews.push({ line: last.line, reason });
      kept.pop();
    } else if (isLinksOnly(last) || (last.kind === 'paragraph' && parseDateLine(last.text))) kept.pop();
    else {
      if (wordCount(last.text) <= 25 && QUESTION_TO_READERS.test(last.text)) {
        reviews.push({
          line: last.line,
          reason:
            "the last line may be the author's closing question or the site's prompt for comments; it was kept",
        });
      }
      break;
    }
  }
  return kept.map(withoutNewWindow);
}

/** `Back to articles | Print this page`: a line of links and nothing else. */
const isLinksOnly = ({ kind, markdown, text }: DraftBlock): boolean => {
  if (kind !== 'paragraph' || wordCount(text) > 20 || !markdown.includes('](')) return false;
  const rest = markdown.replace(/\[(?:[^\]\\]|\\.)*\]\([^)\s]*\)/g, '');
  const parts = text.split('|');
  if (parts.length > 1) return parts.every((part) => wordCount(part) <= 4);
  return wordCount(rest) === 0 && /^(?:back|return|home|top|next|previous)\b/i.test(text);
};

/** Sites say of links that they open a new window; the essay's reader decides that. */
function withoutNewWindow(block: DraftBlock): DraftBlock {
  if (!NEW_WINDOW.test(block.text)) return block;
  const all = new RegExp(NEW_WINDOW, 'gi');
  return { ...block, text: block.text.replace(all, ''), markdown: block.markdown.replace(all, '') };
}
