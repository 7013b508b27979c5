import type { Catalogue } from '../../domain/catalogue.ts';
import { formatIsoDate } from '../../domain/format.ts';
import type { Addresses } from '../addresses/addresses.ts';
import { drawSquares } from './draw-squares.ts';
import { toTagLink } from './partials/links.ts';
import { toSourceLinks } from './partials/word-view.ts';

/** The timeline by decades, as a list and as a picture: a row for each decade, a numbered square for each event. */
export function toTimelineView(catalogue: Catalogue, address: Addresses) {
  const events = catalogue.corpus.timeline.map(({ id, date, what, sources, concepts }, index) => ({
    id,
    number: index + 1,
    decade: Math.floor(Number(date.slice(0, 4)) / 10) * 10,
    date,
    dateInWords: formatIsoDate(date),
    what,
    sources: toSourceLinks(sources, catalogue, address),
    topics: concepts.map((id) => toTagLink(id, catalogue, address)),
  }));
  const first = events[0]?.decade ?? 0;
  const last = events.at(-1)?.decade ?? first;
  // A decade without events has its row too.
  const decades = Array.from({ length: (last - first) / 10 + 1 }, (_, index) => first + 10 * index).map(
    (decade) => ({ label: `${decade}s`, events: events.filter((event) => event.decade === decade) }),
  );
  const drawing = drawSquares({
    name: 'the decades at a glance',
    columns: [],
    form: 'grid',
    rows: decades.map(({ label, events: ofDecade }) => ({
      mark: label,
      squares: ofDecade.map(({ id, number, dateInWords, what }, column) => ({
        column,
        text: String(number),
        shade: 2,
        href: `#${id}`,
        title: `${number}, ${dateInWords}: ${what}`,
      })),
    })),
  });
  return { decades, drawing };
}
