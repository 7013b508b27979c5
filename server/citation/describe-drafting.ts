import type { Essay } from '../domain/corpus.ts';
import type { Review } from '../domain/essay.ts';
import { formatIsoDate } from '../domain/format.ts';
import { joinNames } from './format-names.ts';

type Drafting = Pick<Essay, 'drafted' | 'reviewed'>;

/**
 * Who or what drafted an essay's words and which people have checked them, as a sentence that fits a credit; undefined where
 * its byline says it all.
 *
 *     Drafted by an AI language model; checked by no person yet.
 */
export function draftingLine({ drafted, reviewed }: Drafting): string | undefined {
  if (drafted === undefined) return undefined;
  const people = [...new Set(reviewed.filter(({ kind }) => kind === 'person').map(({ by }) => by))];
  return `Drafted by ${drafted}; checked by ${people.length === 0 ? 'no person yet' : joinNames(people)}.`;
}

/**
 * What drafted an essay, and who read it against its sources since, a sentence a reading; empty where nothing is said.
 *
 *     Drafted by an AI language model from the sources named. Read by a language model against excerpts of its sources on
 *     28 November 2026. No person has checked it yet.
 */
export function draftingInFull({ drafted, reviewed }: Drafting): string {
  const isUnchecked = drafted !== undefined && reviewed.every(({ kind }) => kind !== 'person');
  return [
    ...(drafted === undefined ? [] : [`Drafted by ${drafted} from the sources named.`]),
    ...reviewed.map(reviewLine),
    ...(isUnchecked ? ['No person has checked it yet.'] : []),
  ].join(' ');
}

/**
 * The same of all essays together, for the foot of every page; undefined where none of them says what drafted it.
 *
 *     Drafted by an AI language model from the sources named. No person has checked it yet.
 */
export function draftingOfAll(essays: readonly Drafting[]): string | undefined {
  const drafted = essays.filter((essay) => essay.drafted !== undefined);
  if (drafted.length === 0) return undefined;
  const by = [...new Set(drafted.map((essay) => essay.drafted ?? ''))];
  const checked = drafted.filter(({ reviewed }) => reviewed.some(({ kind }) => kind === 'person')).length;
  const who =
    checked === 0
      ? 'No person has checked it yet'
      : `People have checked ${checked} of ${drafted.length} essays`;
  return `Drafted by ${joinNames(by)} from the sources named. ${who}.`;
}

const reviewLine = ({ by, kind, on, against = 'its sources' }: Review): string =>
  `${kind === 'person' ? 'Checked' : 'Read'} by ${by} against ${against} on ${formatIsoDate(on)}.`;
