import type { GlossaryEntry } from '../../../domain/glossary.ts';
import type { TimelineEntry } from '../../../domain/timeline.ts';
import {
  type ApiEssayLink,
  type ApiLink,
  type ApiTag,
  type ShapeContext,
  toApiTag,
  toGuideLink,
  toSourceLink,
} from './links.ts';

/** A word of the glossary. */
export type ApiWord = {
  readonly id: string;
  readonly term: string;
  /** Other forms that a text may use. */
  readonly also: readonly string[];
  readonly definition: string;
  readonly tags: readonly ApiTag[];
  readonly sources: readonly ApiLink[];
  readonly guide: ApiEssayLink | null;
  readonly url: string;
};

/** An event of the timeline. */
export type ApiEvent = {
  readonly id: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  readonly what: string;
  readonly tags: readonly ApiTag[];
  readonly sources: readonly ApiLink[];
  readonly url: string;
};

/** Makes a word of the glossary. */
export const toApiWord = (entry: GlossaryEntry, context: ShapeContext): ApiWord => ({
  id: entry.id,
  term: entry.term,
  also: entry.also,
  definition: entry.definition,
  tags: entry.concepts.map((id) => toApiTag(id, context)),
  sources: entry.sources.map((id) => toSourceLink(id, context)),
  guide: toGuideLink(entry.guide, context),
  url: context.address.word(entry.id),
});

/** Makes an event of the timeline. */
export const toApiEvent = (event: TimelineEntry, context: ShapeContext): ApiEvent => ({
  id: event.id,
  date: event.date,
  what: event.what,
  tags: event.concepts.map((id) => toApiTag(id, context)),
  sources: event.sources.map((id) => toSourceLink(id, context)),
  url: context.address.event(event.id),
});
