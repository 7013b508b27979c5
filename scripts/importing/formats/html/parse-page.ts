import { parseHTML } from 'linkedom';
import { defaultTreeAdapter, parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { mendCharacters } from '../../characters/mend-characters.ts';
import { tidyCharacters } from '../../characters/tidy-characters.ts';
import { UnreadableOriginal } from '../../originals/unreadable-original.ts';

/** The deepest nesting of elements that is read. Real pages have some forty levels. */
export const MAX_LEVELS = 256;
/** The most elements of a page that are read: some twenty times a long article with its page. */
const MAX_ELEMENTS = 100_000;

/** A saved page, ready to be looked through. */
export type Page = {
  readonly document: Document;
  /** Comments that browsers and archives leave in pages they save; they can hold the address. */
  readonly comments: readonly string[];
  /** The page's own style sheets, as far as they may say what is emphasised. */
  readonly styles: readonly string[];
  /** Damaged characters: how many were put right, and how many cannot be. */
  readonly mended: number;
  readonly lost: number;
};

/** Nothing in these is the author's text; what they hold must not be taken for it. */
const DROPPED = new Set(
  'style noscript template svg math object embed canvas map select textarea button input'.split(' '),
);

/**
 * Parses a page as browsers do, whatever it lacks. Damaged characters are mended, scripts (but for metadata) dropped,
 * and every element keeps its line in `data-line`, unless the caller has given the lines.
 *
 * @throws UnreadableOriginal if the page is nested too deeply or too large
 */
export function parsePage(html: string, lines: 'of the page' | 'given' = 'of the page'): Page {
  const tree = parse(html, { sourceCodeLocationInfo: true, treeAdapter: countingAdapter() });
  const comments: string[] = [];
  const styles: string[] = [];
  let lost = 0;
  let mended = 0;
  const mend = (text: string) => {
    const result = mendCharacters(text);
    lost += result.lost;
    mended += result.mended;
    return tidyCharacters(result.text);
  };
  const waiting: { node: Tree.ParentNode; level: number }[] = [{ node: tree, level: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, level } = next;
    if (level > MAX_LEVELS) {
      throw new UnreadableOriginal(
        `its elements are nested more than ${MAX_LEVELS} deep; copy the text into a .txt file`,
      );
    }
    // The heading of a part that folds away is often a button.
    if (/^h[1-6]$/.test(node.nodeName)) for (const child of node.childNodes) asText(child);
    node.childNodes = node.childNodes.filter((child) => {
      if (child.nodeName === '#comment') comments.push((child as Tree.CommentNode).data.slice(0, 2000));
      if (child.nodeName === 'style') styles.push(textOf(child as Tree.Element).slice(0, 100_000));
      return isKept(child);
    });
    for (const child of node.childNodes) {
      if ('value' in child) child.value = mend(child.value);
      if (!('childNodes' in child)) continue;
      keepAttributes(child as Tree.Element, lines, mend);
      waiting.push({ node: child as Tree.Element, level: level + 1 });
    }
  }
  const { document } = parseHTML(serialize(tree));
  return { document: document as unknown as Document, comments, styles, mended, lost };
}

/** Ends the parsing of pages with too many elements, while they are still small: unclosed marks breed without end. */
function countingAdapter(): typeof defaultTreeAdapter {
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      elements += 1;
      if (elements > MAX_ELEMENTS) {
        throw new UnreadableOriginal(
          `the page has more than ${MAX_ELEMENTS.toLocaleString('en-GB')} elements; copy the text into a .txt file`,
        );
      }
      return defaultTreeAdapter.createElement(...given);
    },
  };
}

const textOf = ({ childNodes }: Tree.Element): string =>
  childNodes.map((child) => ('value' in child ? child.value : '')).join('');

function asText(node: Tree.ChildNode): void {
  if (node.nodeName !== 'button') return;
  const element = node as Tree.Element;
  element.nodeName = 'span';
  element.tagName = 'span';
}

function isKept(node: Tree.ChildNode): boolean {
  if (node.nodeName === '#comment' || DROPPED.has(node.nodeName)) return false;
  if (node.nodeName !== 'script') return true;
  const { attrs, childNodes } = node as Tree.Element;
  const size = childNodes.reduce((sum, child) => sum + ('value' in child ? child.value.length : 0), 0);
  return size < 200_000 && attrs.some(({ name, value }) => name === 'type' && /ld\+json/i.test(value));
}

const ATTRIBUTES = new Set(
  [
    'id class role rel href src alt title lang name property itemprop itemtype itemscope content datetime type',
    'start colspan rowspan hidden aria-hidden aria-label data-testid style',
  ]
    .join(' ')
    .split(' '),
);

function keepAttributes(
  element: Tree.Element,
  lines: 'of the page' | 'given',
  mend: (text: string) => string,
): void {
  element.attrs = element.attrs
    .filter(
      ({ name, value }) =>
        (ATTRIBUTES.has(name) && value.length < 4000) || (name === 'data-line' && lines === 'given'),
    )
    .map(({ name, value }) => ({ name, value: /^(?:content|alt|title)$/.test(name) ? mend(value) : value }));
  const line = element.sourceCodeLocation?.startLine;
  if (lines === 'of the page' && line !== undefined)
    element.attrs.push({ name: 'data-line', value: String(line) });
}
