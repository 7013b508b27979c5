import { isIdIn } from './table.ts';

/**
 * Whose view a passage reports. It says nothing of who wrote the sentences: a reading note by the editors may
 * report a carer's view.
 */
export const PERSPECTIVES = {
  carer: 'a carer’s view',
  'disabled-person': 'a disabled person’s view',
  'person-using-services': 'the view of a person who uses services',
  practitioner: 'a practitioner’s view',
  researcher: 'a researcher’s view',
  organisation: 'the view of an organisation or group',
  editors: 'our own view',
  // Of an imported text, until an editor says whose view it gives.
  author: 'the author’s view',
} as const;

/** The id of a perspective, such as `disabled-person`. */
export type Perspective = keyof typeof PERSPECTIVES;

/** Whether a text is the id of a perspective. */
export const isPerspective = (text: string): text is Perspective => isIdIn(PERSPECTIVES, text);
