/** The beginning of a text that is longer than so many characters, cut between words. */
export const shorten = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max).replace(/\s\S*$/, '')} …`;
