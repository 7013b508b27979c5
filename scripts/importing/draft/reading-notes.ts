import type { Review } from './draft.ts';

/** The notes on damaged characters: those put right, and those that cannot be. */
export const noteCharacters = (mended: number, lost: number): Review[] => [
  ...(mended === 0
    ? []
    : [
        {
          reason: `${mended === 1 ? 'a damaged character was' : `${mended} damaged characters were`} put right`,
        },
      ]),
  ...(lost === 0
    ? []
    : [
        {
          reason: `${lost === 1 ? 'a character is' : `${lost} characters are`} damaged beyond repair; look for � and odd accents`,
        },
      ]),
];

/** The note on pictures that are not in the essay. */
export const notePictures = (pictures: number): Review[] =>
  pictures === 0
    ? []
    : [
        {
          reason: `${pictures === 1 ? 'a picture was' : `${pictures} pictures were`} left out; say in words what the text needs of ${pictures === 1 ? 'it' : 'them'}`,
        },
      ];
