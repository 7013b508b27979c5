import { isAnchor } from '../../../server/domain/ids.ts';

/** What an editor says of a block in Pandoc attributes: `{#k3f9 .quotable tags="grief -tokenism" perspective="carer"}`. */
export type BlockAttributes = {
  readonly anchor?: string;
  /** What the passage is besides text. */
  readonly classes: readonly BlockClass[];
  /** Concepts that the editor gives. */
  readonly tags: readonly string[];
  /** Concepts that the editor refuses: written with a minus. */
  readonly refusedTags: readonly string[];
  readonly perspective?: string;
  /** Nations that the passage speaks of. */
  readonly nations: readonly string[];
  /** What a reader should know before the passage, such as "Speaks of a death." */
  readonly note?: string;
};

/**
 * What a block can be besides text: `quotable`, worth quoting as it stands, on a slide or a handout; `try-this`, advice of ours
 * that no source carries, shown as a panel.
 */
export const BLOCK_CLASSES = ['quotable', 'try-this'] as const;

/** The name of a class of a block, without its full stop. */
export type BlockClass = (typeof BLOCK_CLASSES)[number];

/** A block's Markdown with its attributes taken off. */
export type AttributedBlock = {
  readonly markdown: string;
  readonly attributes?: BlockAttributes;
  /** What is wrong with the attributes, and where in the block (0-based offset). */
  readonly problem?: { readonly offset: number; readonly reason: string };
};

// Bounded, and nothing in it can match in two ways, so that no text makes it slow.
const AT_END = /\{([^{}\n]{0,400})\}[ \t\n]*$/;
const PART = /\s*(?:#(?<anchor>[^\s{}"=]+)|\.(?<name>[a-z-]+)|(?<key>[a-z]+)="(?<value>[^"]*)")(?=\s|$)/y;

/**
 * Takes the attributes off the end of a block. Braces that do not look like attributes (no `#`, no `.class` and no `key="…"`) are
 * the author's text and stay.
 */
export function takeAttributes(markdown: string): AttributedBlock {
  const match = AT_END.exec(markdown);
  const inside = match?.[1]?.trim() ?? '';
  if (!match || !/^#|^\.[a-z]|^[a-z]+="/.test(inside)) return { markdown };
  const rest = markdown.slice(0, match.index).trimEnd();
  const attributes: {
    anchor?: string;
    classes: BlockClass[];
    tags: string[];
    refusedTags: string[];
    nations: string[];
    perspective?: string;
    note?: string;
  } = { classes: [], tags: [], refusedTags: [], nations: [] };
  const wrong = (reason: string): AttributedBlock => ({
    markdown: rest,
    attributes,
    problem: { offset: match.index, reason },
  });
  PART.lastIndex = 0;
  while (PART.lastIndex < inside.length) {
    const part = PART.exec(inside)?.groups;
    if (!part)
      return wrong(
        `the attributes {${inside}} cannot be read; write them as {#k3f9 tags="grief" perspective="carer"}`,
      );
    if (part.anchor !== undefined) {
      if (attributes.anchor !== undefined) return wrong('the block has two anchors; keep the first');
      if (!isAnchor(part.anchor))
        return wrong(`the anchor "#${part.anchor}" must be 4 to 40 lower-case letters and digits`);
      attributes.anchor = part.anchor;
    } else if (part.name !== undefined) {
      const found = BLOCK_CLASSES.find((name) => name === part.name);
      if (found === undefined) {
        const known = BLOCK_CLASSES.map((name) => `.${name}`).join(' and ');
        return wrong(`".${part.name}" is not a class that is known here; there are ${known}`);
      }
      attributes.classes.push(found);
    } else if (part.key === 'tags') {
      for (const tag of part.value?.split(/[\s,]+/).filter(Boolean) ?? []) {
        if (tag.startsWith('-')) attributes.refusedTags.push(tag.slice(1));
        else attributes.tags.push(tag);
      }
    } else if (part.key === 'nation' && part.value) {
      attributes.nations.push(...part.value.split(/[\s,]+/).filter(Boolean));
    } else if ((part.key === 'perspective' || part.key === 'note') && part.value) {
      attributes[part.key] = part.value.trim();
    } else {
      return wrong(
        part.value === ''
          ? `the attribute ${part.key}="" is empty; fill it in or take it out`
          : `"${part.key}" is not an attribute that is known here; there are tags, perspective, nation and note`,
      );
    }
  }
  return { markdown: rest, attributes };
}
