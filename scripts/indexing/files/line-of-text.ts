import { z } from 'zod';

/** A text that stands on one line of a page: single spaces, none at its ends, at most so many characters. */
export const lineOfText = (max: number) =>
  z
    .string('must be a text; put it in quotation marks')
    .trim()
    .min(1, 'is empty')
    .max(max, `is longer than ${max} characters`)
    .transform((text) => text.replace(/\s+/g, ' '));
