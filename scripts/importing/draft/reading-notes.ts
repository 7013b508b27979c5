import type { Review } from './draft.ts';

/** The notes on damaged characters: those put right, and those that cannot be. */
export function noteCharacters(mended: number, lost: number): Review[] {
  const notes: Review[] = [];
  if (mended > 0) {
    const what = mended === 1 ? 'a damaged character was' : `${mended} damaged characters were`;
    notes.push({ reason: `${what} put right` });
  }
  if (lost > 0) {
    const what = lost === 1 ? 'a character is' : `${lost} characters are`;
    notes.push({ reason: `${what} damaged beyond repair; look for � and odd accents` });
  }
  return notes;
}

/** The note on pictures that are not in the essay. */
export function notePictures(pictures: number): Review[] {
  if (pictures === 0) return [];
  const [what, them] = pictures === 1 ? ['a picture was', 'it'] : [`${pictures} pictures were`, 'them'];
  return [{ reason: `${what} left out; say in words what the text needs of ${them}` }];
}
