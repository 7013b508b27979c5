import { harvardReference } from '../../../citation/harvard-reference.ts';
import type { CslDate } from '../../../domain/csl-item.ts';
import type { Name } from '../../../domain/name.ts';
import type { FieldNotFound, Source } from '../../../domain/source.ts';
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
  /** How much of it was read for this site, and when. */
  readonly read?: Source['read'] | undefined;
  readonly accessed?: ApiDate | undefined;
  /** Names of fields that were looked for and not found out. */
  readonly unknown?: readonly string[] | undefined;
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
  containerTitle: source['container-title'],
  eventTitle: source['event-title'],
  section: source.section,
  publisher: source.publisher,
  volume: source.volume,
  issue: source.issue,
  page: source.page,
  number: source.number,
  genre: source.genre,
  doi: source.DOI,
  note: source.note,
  read: source.read,
  accessed: source.accessed && toApiDate(source.accessed),
  unknown: source.unknown?.map((field) => FIELD_NAMES[field] ?? field),
  url: context.address.source(source.id),
  externalUrl: source.URL,
  harvard: toPlainText(harvardReference(source)),
  citedBy: context.catalogue.passagesCiting(source).map(({ id }) => toPassageLink(id, context)),
});

/** Where the shape calls a field otherwise than CSL does. */
const FIELD_NAMES: Readonly<Partial<Record<FieldNotFound, keyof ApiSource>>> = {
  'container-title': 'containerTitle',
  DOI: 'doi',
  URL: 'externalUrl',
};

const toApiName = (name: Name): ApiName =>
  'literal' in name ? { literal: name.literal } : { family: name.family, given: name.given };

function toApiDate(date: CslDate): ApiDate {
  if ('literal' in date) return { literal: date.literal };
  const [year, month, day] = date['date-parts'][0];
  return { year, month, day };
}
