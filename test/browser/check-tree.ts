import { askPage } from './ask-page.ts';
import { seenTexts } from './in-page.ts';
import type { Visit } from './visit-page.ts';

/** What is used here of a node of Chromium's accessibility tree. */
type Node = {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
};

/** Roles that a screen reader announces by their name instead of the text inside. */
const NAMED_ROLES = new Set([
  'button',
  'link',
  'image',
  'img',
  'checkbox',
  'radio',
  'switch',
  'tab',
  'option',
  'menuitem',
  'heading',
]);

/** Text that eyes find on the page and screen readers do not, except what the page marks `aria-hidden`. */
export async function checkTree({ page, session }: Visit): Promise<string[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const heard = plain(heardTexts(nodes).join(' '));
  const seen = await askPage(page, () =>
    seenTexts(document.body)
      .filter(({ element }) => element.closest('[aria-hidden=true]') === null)
      .map(({ text }) => text),
  );
  const missing = [...new Set(seen)].filter((text) => !heard.includes(plain(text)));
  return missing.map((text) => `a screen reader does not find “${text}”`);
}

/** The texts of the tree in reading order. */
function heardTexts(nodes: readonly Node[]): string[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (node: Node | undefined): string[] => {
    if (node === undefined) return [];
    const role = String(node.role?.value ?? '');
    const name = String(node.name?.value ?? '');
    if (!node.ignored && NAMED_ROLES.has(role)) return [name];
    const own = node.ignored ? [] : [name];
    // The boxes of a text's lines repeat it.
    return role === 'StaticText'
      ? own
      : [...own, ...(node.childIds ?? []).flatMap((id) => read(byId.get(id)))];
  };
  return read(nodes.find(({ parentId }) => parentId === undefined));
}

/** For comparison: lower case, single spaces, no marks that show nothing. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
