declare module 'wink-porter2-stemmer' {
  /** Stems one lower-case English word after Porter's second algorithm (https://snowballstem.org/algorithms/english/stemmer.html). */
  const stem: (word: string) => string;
  export default stem;
}
