import { sourceId } from '../../server/domain/ids.ts';
import type { Source } from '../../server/domain/source.ts';

/** A report without author or date, but for the fields given. */
export const cslSource = (fields: Partial<Source> = {}): Source => ({
  id: sourceId('x'),
  type: 'report',
  title: 'On tables',
  author: [],
  editor: [],
  ...fields,
});

/** A person of the fixtures. */
export const CARLA = { family: 'Sample', given: 'Carla Dee' };

/** A date of which the year is known, and perhaps the month and the day. */
export const dated = (year: number, ...monthAndDay: readonly number[]): Pick<Source, 'issued'> => ({
  issued: { 'date-parts': [[year, ...monthAndDay]] },
});
