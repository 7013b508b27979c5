import type { Catalogue } from '../../domain/catalogue.ts';
import type { Concept } from '../../domain/concept.ts';
import type { Passage } from '../../domain/passage.ts';
import type { Perspective } from '../../domain/perspective.ts';
import type { SiteAddresses } from '../addresses/addresses.ts';
import { type PassageView, toPassageView } from './partials/passage-view.ts';

/** Two passages on one topic, one from each side of the table. */
export type TwoViews = { readonly topic: Concept; readonly sides: readonly [PassageView, PassageView] };

/** Those who use services or care for someone, and those who are paid or write about them. */
const SIDES: readonly [readonly Perspective[], readonly Perspective[]] = [
  ['carer', 'disabled-person', 'person-using-services'],
  ['practitioner', 'researcher', 'organisation'],
];

/** Longer passages would make one side of the pair much heavier than the other. */
const MAX_WORDS = 120;

/**
 * The passages that speak most clearly of a topic, one that reports the view of someone who uses services or cares and
 * one that reports a professional's. Nothing if one side is silent: then nothing can be set beside it.
 */
export function findTwoViews(
  topic: Concept,
  catalogue: Catalogue,
  address: SiteAddresses,
): TwoViews | undefined {
  const first = strongest(topic, SIDES[0], catalogue);
  // A second essay, if there is one that speaks of it, is a second voice.
  const second = strongest(topic, SIDES[1], catalogue, first) ?? strongest(topic, SIDES[1], catalogue);
  if (!first || !second) return undefined;
  return {
    topic,
    sides: [toPassageView(first, catalogue, address), toPassageView(second, catalogue, address)],
  };
}

/** The pair of the topic on which the quieter of its two sides speaks most clearly. */
export function findClearestPair(catalogue: Catalogue, address: SiteAddresses): TwoViews | undefined {
  const { concepts } = catalogue.corpus;
  const clarityOf = (topic: Concept) =>
    Math.min(
      ...SIDES.map((side) => {
        const passage = strongest(topic, side, catalogue);
        return passage ? strengthOf(passage, topic) : Number.NEGATIVE_INFINITY;
      }),
    );
  const [clearest] = concepts
    .map((topic) => ({ topic, clarity: clarityOf(topic) }))
    .sort((a, b) => b.clarity - a.clarity);
  return clearest && findTwoViews(clearest.topic, catalogue, address);
}

function strongest(
  topic: Concept,
  side: readonly Perspective[],
  catalogue: Catalogue,
  beside?: Passage,
): Passage | undefined {
  return catalogue
    .passagesOn(topic)
    .filter(
      (passage) =>
        side.includes(passage.perspective) && passage.words <= MAX_WORDS && passage.essay !== beside?.essay,
    )
    .reduce<Passage | undefined>(
      (best, passage) => (best && strengthOf(best, topic) >= strengthOf(passage, topic) ? best : passage),
      undefined,
    );
}

const strengthOf = ({ tags }: Passage, { id }: Concept): number =>
  tags.find(({ concept }) => concept === id)?.strength ?? Number.NEGATIVE_INFINITY;
