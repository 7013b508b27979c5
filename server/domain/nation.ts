import { isIdIn } from './table.ts';

/**
 * The nations whose law, policy, bodies or examples an essay or a passage speaks of. Their names are written to stand within
 * a sentence.
 */
export const NATIONS = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  uk: 'the UK as a whole',
  elsewhere: 'other countries',
} as const;

/** The id of a nation, such as `northern-ireland`. */
export type Nation = keyof typeof NATIONS;

/** Whether a text is the id of a nation. */
export const isNation = (text: string): text is Nation => isIdIn(NATIONS, text);
