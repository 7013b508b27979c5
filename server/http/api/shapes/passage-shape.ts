import { creditLine } from '../../../citation/credit-passage.ts';
import { passageItem } from '../../../citation/essay-item.ts';
import { harvardReference } from '../../../citation/harvard-reference.ts';
import type { EssayKind } from '../../../domain/essay.ts';
import type { PassageId } from '../../../domain/ids.ts';
import type { Nation } from '../../../domain/nation.ts';
import type { Passage } from '../../../domain/passage.ts';
import type { Perspective } from '../../../domain/perspective.ts';
import {
  type ApiLink,
  type ApiTag,
  type ShapeContext,
  toApiTag,
  toPassageLink,
  toPlainText,
  toSourceLink,
} from './links.ts';

/** A passage in a list. */
export type ApiPassage = {
  readonly id: string;
  readonly essay: {
    readonly slug: string;
    readonly title: string;
    readonly kind: EssayKind;
    readonly rights: ApiRights;
  };
  /** Place in the essay, 1-based. */
  readonly position: number;
  readonly locator: {
    /** The headings above the passage, outermost first. */
    readonly headings: readonly string[];
    /** Number of its first and last paragraph, 1-based, within the essay. */
    readonly paragraph: number;
    readonly lastParagraph: number;
  };
  /** The words without markup; paragraphs are separated by a line feed. */
  readonly text: string;
  /** Safe to print; its links are whole addresses. */
  readonly html: string;
  readonly tags: readonly ApiTag[];
  /** Whose view it reports. */
  readonly perspective: Perspective;
  /** The nations that it speaks of. */
  readonly nations: readonly Nation[];
  /** Whether it is worth quoting as it stands. */
  readonly isQuotable: boolean;
  /** Whether it is advice of ours that no source carries. */
  readonly isTryThis: boolean;
  readonly contentNote?: string;
  readonly url: string;
};

/** Whose the words are, and what may be done with them. */
export type ApiRights = { readonly licence: string; readonly holder: string };

/** A tag on a passage, with the words of `text` that set its rule off; offsets are UTF-16, `end` is exclusive. */
export type ApiReasonedTag = ApiTag & {
  readonly by: 'editor' | 'rule';
  readonly evidence: readonly { readonly words: string; readonly start: number; readonly end: number }[];
};

/** A passage by itself: why it has its tags, what it rests on, what stands around it, and how to cite it. */
export type ApiPassageInFull = Omit<ApiPassage, 'tags'> & {
  readonly tags: readonly ApiReasonedTag[];
  readonly sources: readonly ApiLink[];
  readonly previous: ApiNeighbour | null;
  readonly next: ApiNeighbour | null;
  readonly related: readonly ApiLink[];
  readonly citation: { readonly credit: string; readonly harvard: string };
};

/** The passage before or after. */
export type ApiNeighbour = ApiLink & { readonly position: number };

/** Makes a passage of a list. */
export function toApiPassage(passage: Passage, context: ShapeContext): ApiPassage {
  const { catalogue, address } = context;
  const { slug, title, kind, rights } = catalogue.essayOf(passage);
  const { headings, paragraph, lastParagraph } = passage.locator;
  return {
    id: passage.id,
    essay: { slug, title, kind, rights: { licence: rights.licence, holder: rights.holder } },
    position: passage.position,
    locator: { headings, paragraph, lastParagraph },
    text: passage.text,
    html: address.inHtml(passage.html),
    tags: passage.tags.map(({ concept }) => toApiTag(concept, context)),
    perspective: passage.perspective,
    nations: passage.nations,
    isQuotable: passage.isQuotable,
    isTryThis: passage.isTryThis,
    ...(passage.contentNote !== undefined && { contentNote: passage.contentNote }),
    url: address.passage(passage.id),
  };
}

/** Makes a passage by itself. */
export function toApiPassageInFull(
  passage: Passage,
  related: readonly PassageId[],
  context: ShapeContext,
): ApiPassageInFull {
  const { catalogue, address } = context;
  const essay = catalogue.essayOf(passage);
  const passages = catalogue.passagesOf(essay);
  const { site } = catalogue.corpus;
  return {
    ...toApiPassage(passage, context),
    tags: passage.tags.map((tag) => ({
      ...toApiTag(tag.concept, context),
      by: tag.by,
      evidence: tag.by === 'rule' ? tag.evidence.map(({ words, start, end }) => ({ words, start, end })) : [],
    })),
    sources: passage.sources.map((id) => toSourceLink(id, context)),
    previous: toNeighbour(passages[passage.position - 2], context),
    next: toNeighbour(passages[passage.position], context),
    related: related.map((id) => toPassageLink(id, context)),
    citation: {
      credit: creditLine(passage, essay),
      harvard: toPlainText(
        harvardReference(
          passageItem(passage, essay, { name: site.name, baseUrl: address.base }),
          passage.locator,
        ),
      ),
    },
  };
}

const toNeighbour = (passage: Passage | undefined, { address }: ShapeContext): ApiNeighbour | null =>
  passage ? { id: passage.id, position: passage.position, url: address.passage(passage.id) } : null;
