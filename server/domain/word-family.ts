/** Words that lead a searcher to each other's passages, though their endings do not show it. */
export type WordFamily = {
  /**
   * `alike`: one word in two forms, a single word and a longer form of it, such as an abbreviation and its name. `same`: a reader takes them for the same thing. `near`: one often stands where the other was looked for. */
  readonly closeness: 'alike' | 'same' | 'near';
  /** Two or more words or phrases, the commonest first. */
  readonly members: readonly string[];
  /** Plain words: single words that a passage on the matter would print, whoever wrote it; perhaps none. */
  readonly says: readonly string[];
};
