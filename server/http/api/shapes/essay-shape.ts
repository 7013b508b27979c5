import type { Essay } from '../../../domain/corpus.ts';
import type { Author, EssayKind, Review } from '../../../domain/essay.ts';
import type { Nation } from '../../../domain/nation.ts';
import type { Perspective } from '../../../domain/perspective.ts';
import { type ApiLink, type ApiTag, type ShapeContext, toApiTag, toSourceLink } from './links.ts';
import { type ApiPassage, type ApiRights, toApiPassage } from './passage-shape.ts';

/** A person or body of a byline. */
export type ApiAuthor = { readonly name: string; readonly role?: string };

/** An essay in a list. Dates are `YYYY-MM-DD`, or as much of that as is known; a field is absent where nothing is known. */
export type ApiEssay = {
  readonly slug: string;
  readonly title: string;
  readonly kind: EssayKind;
  readonly authors: readonly ApiAuthor[];
  readonly published?: string | undefined;
  readonly updated: string;
  readonly summary: string;
  readonly inShort: readonly string[];
  /** Of every passage that does not name its own. */
  readonly perspective: Perspective;
  readonly rights: ApiRights;
  /** What the essay as a whole is about; its passages do not inherit these. */
  readonly tags: readonly ApiTag[];
  readonly contentNote?: string | undefined;
  /** What drafted the words, where its byline does not say so. */
  readonly drafted?: string | undefined;
  /** Who read it against its sources, and when. */
  readonly reviewed: readonly ApiReview[];
  /** The nations that the essay as a whole is about. */
  readonly nations: readonly Nation[];
  /** The work that a reading note is about. */
  readonly about?: ApiWorkRead | undefined;
  /** Where an imported essay comes from. */
  readonly original?: ApiOriginal | undefined;
  /** Number of words in its passages. */
  readonly words: number;
  readonly passageCount: number;
  readonly url: string;
};

/** One reading of an essay against its sources. */
export type ApiReview = {
  readonly by: string;
  readonly kind: Review['kind'];
  readonly on: string;
  readonly against?: string | undefined;
};

/** The work that a reading note is about. */
export type ApiWorkRead = {
  readonly title: string;
  readonly authors: readonly ApiAuthor[];
  readonly date?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
};

/** Where an imported essay comes from: the file, and where it was published. */
export type ApiOriginal = {
  readonly file: string;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
};

/** An essay by itself, with its passages in order. */
export type ApiEssayInFull = ApiEssay & {
  readonly passages: readonly ApiPassage[];
  readonly sources: readonly ApiLink[];
};

/** Makes an essay of a list. */
export const toApiEssay = (essay: Essay, context: ShapeContext): ApiEssay => ({
  slug: essay.slug,
  title: essay.title,
  kind: essay.kind,
  authors: essay.authors.map(toApiAuthor),
  published: essay.published,
  updated: essay.updated,
  summary: essay.summary,
  inShort: essay.inShort,
  perspective: essay.perspective,
  rights: { licence: essay.rights.licence, holder: essay.rights.holder },
  tags: essay.tags.map((id) => toApiTag(id, context)),
  contentNote: essay.contentNote,
  drafted: essay.drafted,
  reviewed: essay.reviewed.map(({ by, kind, on, against }) => ({ by, kind, on, against })),
  nations: essay.nations,
  about: essay.about && {
    title: essay.about.title,
    authors: essay.about.authors.map(toApiAuthor),
    date: essay.about.date,
    publisher: essay.about.publisher,
    url: essay.about.url,
  },
  original: essay.original && {
    file: essay.original.file,
    publisher: essay.original.publisher,
    url: essay.original.url,
  },
  words: essay.words,
  passageCount: essay.passages.length,
  url: context.address.essay(essay),
});

/** Makes an essay by itself. */
export const toApiEssayInFull = (essay: Essay, context: ShapeContext): ApiEssayInFull => ({
  ...toApiEssay(essay, context),
  passages: context.catalogue.passagesOf(essay).map((passage) => toApiPassage(passage, context)),
  sources: essay.sources.map((id) => toSourceLink(id, context)),
});

const toApiAuthor = ({ name, role }: Author): ApiAuthor => (role === undefined ? { name } : { name, role });
