import { harvardReference } from '../../../citation/cite-source.ts';
import type { Source, SourceDate, SourceName } from '../../../domain/source.ts';
import { type ApiLink, type ShapeContext, toPassageLink, toPlainText } from './links.ts';

/** A person, or a body as `literal`. */
export type ApiName =
  | { readonly family: string; readonly given?: string | undefined }
  | { readonly literal: string };

/** Year, month (1 to 12) and day as far as known, or words where the date is uncertain. */
export type ApiDate =
  | { readonly year: number; readonly month?: number | undefined; readonly day?: number | undefined }
  | { readonly literal: string };

/** A cited work: the fields of a CSL item that the bibliography uses; a field is absent where it has none. */
export type ApiSource = {
  readonly id: string;
  /** CSL type, such as `report`. */
  readonly type: string;
  readonly title: string;
  readonly author: readonly ApiName[];
  readonly editor: readonly ApiName[];
  readonly issued?: ApiDate | undefined;
  readonly interviewer?: readonly ApiName[] | undefined;
  readonly containerTitle?: string | undefined;
  readonly eventTitle?: string | undefined;
  readonly section?: string | undefined;
  readonly publisher?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly page?: string | undefined;
  readonly number?: string | undefined;
  readonly genre?: string | undefined;
  readonly doi?: string | undefined;
  /** What is uncertain about the work, in a sentence. */
  readonly note?: string | undefined;
  /** As everywhere in the API, the address on this site; the work's own is `externalUrl`. */
  readonly url: string;
  readonly externalUrl?: string | undefined;
  /** The reference in the Harvard style. */
  readonly harvard: string;
  readonly citedBy: readonly ApiLink[];
};

/** Makes a source. */
export const toApiSource = (source: Source, context: ShapeContext): ApiSource => ({
  id: source.id,
  type: source.type,
  title: source.title,
  author: source.author.map(toApiName),
  editor: source.editor.map(toApiName),
  issued: source.issued && toApiDate(source.issued),
  interviewer: source.interviewer?.map(toApiName),
  containerTitle: source.containerTitle,
  eventTitle: source.eventTitle,
  section: source.section,
  publisher: source.publisher,
  volume: source.volume,
  issue: source.issue,
  page: source.page,
  number: source.number,
  genre: source.genre,
  doi: source.doi,
  note: source.note,
  url: context.address.source(source.id),
  externalUrl: source.url,
  harvard: toPlainText(harvardReference(source)),
  citedBy: context.catalogue.passagesCiting(source).map(({ id }) => toPassageLink(id, context)),
});

const toApiName = (name: SourceName): ApiName =>
  'literal' in name ? { literal: name.literal } : { family: name.family, given: name.given };

const toApiDate = (date: SourceDate): ApiDate =>
  'literal' in date ? { literal: date.literal } : { year: date.year, month: date.month, day: date.day };
