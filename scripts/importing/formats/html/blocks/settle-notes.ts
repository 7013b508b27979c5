const MARK_OF_NOTE = /^\[?\(?(?:\d{1,3}|[ivx]{1,5}|\*|†|‡)\)?\]?$/i;
const ARROW = /^\s*[↩↑^⤴⬆←▲⏎]\ufe0e?\s*$/;
const WAY_BACK = /^\s*(?:back|back to (?:text|top|content)|return(?: to text)?|jump up)\s*\.?\s*$/i;

/**
 * Makes footnotes plain: each mark in the text becomes `[1]`, and the notes an ordered list, under the heading "Notes"
 * if they have none; the way back is left out. Which link is a mark is seen from where it leads: to a note in the page.
 */
export function settleNotes(root: Element): void {
  const { ownerDocument } = root;
  const marks: { readonly link: Element; readonly note: Element }[] = [];
  const brought = new Map<string, Element>();
  for (const link of [...root.querySelectorAll('a[href*="#"]')]) {
    const target = targetOf(link);
    const isMark =
      target !== '' && MARK_OF_NOTE.test((link.textContent ?? '').trim()) && !startsItsBlock(link);
    if (!isMark) continue;
    const found = findById(root, target);
    const note = found ? noteAround(found, root) : bringNote(root, target, brought);
    if (note && !note.contains(link)) marks.push({ link, note });
  }
  const cited = [...new Set(marks.map(({ note }) => note))];
  const list = listOf(cited);
  const numberOf = (note: Element) =>
    1 + (list ? [...list.children].findIndex((entry) => entry.contains(note)) : cited.indexOf(note));
  for (const { link, note } of marks) {
    (link.closest('sup') ?? link).replaceWith(ownerDocument.createTextNode(`[${numberOf(note)}]`));
  }
  for (const link of [...root.querySelectorAll('a')]) {
    const text = link.textContent ?? '';
    const isInPage = link.getAttribute('href')?.startsWith('#') ?? false;
    if (ARROW.test(text) || (isInPage && WAY_BACK.test(text))) (link.closest('sup') ?? link).remove();
  }
  if (cited.length > 0) gatherNotes(root, cited, list);
}

/** The numbered list that all of the notes stand in, which then says their numbers; undefined if there is none. */
const listOf = (notes: readonly Element[]): Element | undefined => {
  const list = notes[0]?.closest('ol');
  return list && notes.every((note) => list.contains(note)) ? list : undefined;
};

const targetOf = (link: Element): string => {
  const fragment = (link.getAttribute('href') ?? '').split('#')[1] ?? '';
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

const findById = (root: Element, id: string): Element | undefined =>
  [...root.querySelectorAll('[id], a[name]')].find(
    (element) => element.getAttribute('id') === id || element.getAttribute('name') === id,
  );

/** Brings in a note that stands elsewhere in the page: the text was chosen without the notes below it. */
function bringNote(root: Element, target: string, brought: Map<string, Element>): Element | undefined {
  const known = brought.get(target);
  const { body } = root.ownerDocument;
  const found = known ? undefined : findById(body, target);
  const holder = found && noteAround(found, body);
  if (!holder) return known;
  const note = root.ownerDocument.createElement('p');
  note.setAttribute('data-line', holder.getAttribute('data-line') ?? '1');
  note.append(...holder.cloneNode(true).childNodes);
  root.append(note);
  brought.set(target, note);
  return note;
}

/** The block that holds a note's text. */
function noteAround(target: Element, root: Element): Element | undefined {
  const holder = target.closest(
    'li, p, dd, tr, [class*="footnote"], [class*="Footnote"], [role="doc-footnote"], div',
  );
  if (!holder || holder === root || !root.contains(holder)) return undefined;
  // A number and its note may stand in two elements of one holder.
  const parent = holder.parentElement;
  const isOnlyNumber = MARK_OF_NOTE.test((holder.textContent ?? '').trim());
  return isOnlyNumber && parent && parent !== root ? parent : holder;
}

/** Puts notes that are not a list yet into one, and a heading above notes that have none. */
function gatherNotes(root: Element, notes: readonly Element[], list: Element | undefined): void {
  const { ownerDocument } = root;
  for (const note of notes) dropNumber(note);
  const first = notes[0] as Element;
  const top = list ?? ownerDocument.createElement('ol');
  if (!list) {
    top.setAttribute('data-line', first.getAttribute('data-line') ?? '1');
    first.before(top);
    for (const note of notes) {
      const entry = ownerDocument.createElement('li');
      entry.append(...note.childNodes);
      top.append(entry);
      note.remove();
    }
  }
  if (!hasHeadingBefore(top, root)) {
    const heading = ownerDocument.createElement(`h${levelOfSections(root)}`);
    heading.textContent = 'Notes';
    heading.setAttribute('data-line', top.getAttribute('data-line') ?? '1');
    top.before(heading);
  }
}

/** The level of a text's highest headings, apart from its title. */
function levelOfSections(root: Element): number {
  const levels = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) =>
    Number(tagName.slice(1)),
  );
  const sections =
    levels.filter((level) => level === 1).length === 1 ? levels.filter((level) => level > 1) : levels;
  return sections.length === 0 ? 2 : Math.min(...sections);
}

/** The number before a note's own text is the list's to give. */
function dropNumber(note: Element): void {
  for (const link of [...note.querySelectorAll('a, sup, .footnote-number')]) {
    if (note.contains(link) && MARK_OF_NOTE.test((link.textContent ?? '').trim()) && startsItsBlock(link))
      link.remove();
  }
}

function hasHeadingBefore(element: Element, root: Element): boolean {
  for (let node: Element = element; node !== root && node.parentElement; node = node.parentElement) {
    let before = node.previousElementSibling;
    while (before && (before.textContent ?? '').trim() === '') before = before.previousElementSibling;
    if (before)
      return (
        /^H[1-6]$/.test(before.tagName) ||
        /^(?:foot|end)?notes?(?: and references)?:?$/i.test((before.textContent ?? '').trim())
      );
  }
  return false;
}

const INLINE = /^(?:A|SUP|SUB|SPAN|B|STRONG|I|EM|SMALL|FONT|U)$/;

/** Whether nothing stands before an element in its block. */
function startsItsBlock(element: Element): boolean {
  for (let node: Node = element; node.parentNode; node = node.parentNode) {
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      if ((before.textContent ?? '').trim() !== '') return false;
    }
    if (!INLINE.test((node.parentNode as Element).tagName ?? '')) return true;
  }
  return true;
}
