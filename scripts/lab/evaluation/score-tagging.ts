/** A passage with the concepts that people gave it. */
export type LabelledPassage = {
  readonly id: string;
  readonly text: string;
  /** Concepts that the passage carries. */
  readonly tags: readonly string[];
  /** Concepts that annotators disagreed on: right and wrong both. */
  readonly maybe: readonly string[];
};

/** How often tags were right. Each of the three is 0 to 1, and undefined where it would divide by nothing. */
export type Score = {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  readonly f1: number | undefined;
};

/** Scores of each concept, of named groups of concepts, and over all. */
export type TaggingScores = {
  readonly concepts: ReadonlyMap<string, Score>;
  readonly groups: ReadonlyMap<string, Score>;
  /** Over all decisions together. */
  readonly micro: Score;
  /** Mean F1 of the concepts that somebody or something gave at least once. */
  readonly macroF1: number | undefined;
};

/** Groups of concepts that are measured together. */
const CONCEPT_GROUPS: Readonly<Record<string, readonly string[]>> = {
  'four main': ['power-sharing', 'accessibility', 'tokenism', 'grief'],
  people: ['equality', 'diversity', 'relationships', 'lived-experience', 'carers', 'reciprocity'],
  system: ['choice-and-control', 'commissioning', 'policy-and-law', 'resources', 'culture'],
  knowledge: ['learning', 'evaluation', 'definitions'],
};

/** Reads labelled passages from JSON Lines. @throws Error that names the line, for one that has another form. */
export function parseLabelled(text: string): LabelledPassage[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const fail = (reason: string) => new Error(`line ${index + 1}: ${reason}`);
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw fail('is not JSON');
    }
    const { id, text: words, tags, maybe = [] } = value as Record<string, unknown>;
    const isList = (list: unknown): list is string[] =>
      Array.isArray(list) && list.every((tag) => typeof tag === 'string');
    if (typeof id !== 'string' || typeof words !== 'string') throw fail('needs an "id" and a "text"');
    if (!isList(tags) || !isList(maybe))
      throw fail('needs "tags", and perhaps "maybe", as lists of concept ids');
    return [{ id, text: words, tags, maybe }];
  });
}

/**
 * Scores the concepts given to each passage.
 *
 * @param given concepts for each of the passages, in their order
 * @param concepts the concepts to score; a label outside them is an error of the file
 * @throws Error that names a label that is not a concept
 */
export function scoreTagging(
  labelled: readonly LabelledPassage[],
  given: readonly (readonly string[])[],
  concepts: readonly string[],
): TaggingScores {
  for (const { id, tags, maybe } of labelled) {
    const unknown = [...tags, ...maybe].find((tag) => !concepts.includes(tag));
    if (unknown !== undefined) throw new Error(`passage ${id} carries "${unknown}", which is not a concept`);
  }
  const tally = (ids: readonly string[]): Score => {
    let [truePositives, falsePositives, falseNegatives] = [0, 0, 0];
    for (const [index, { tags, maybe }] of labelled.entries()) {
      for (const concept of ids) {
        if (maybe.includes(concept)) continue;
        const isGiven = given[index]?.includes(concept) ?? false;
        const isRight = tags.includes(concept);
        if (isGiven && isRight) truePositives += 1;
        else if (isGiven) falsePositives += 1;
        else if (isRight) falseNegatives += 1;
      }
    }
    return toScore(truePositives, falsePositives, falseNegatives);
  };
  const byConcept = new Map(concepts.map((concept) => [concept, tally([concept])]));
  const defined = [...byConcept.values()].flatMap(({ f1 }) => (f1 === undefined ? [] : [f1]));
  return {
    concepts: byConcept,
    groups: new Map(Object.entries(CONCEPT_GROUPS).map(([name, ids]) => [name, tally(ids)])),
    micro: tally(concepts),
    macroF1: defined.length > 0 ? defined.reduce((sum, f1) => sum + f1, 0) / defined.length : undefined,
  };
}

function toScore(truePositives: number, falsePositives: number, falseNegatives: number): Score {
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : undefined);
  return {
    truePositives,
    falsePositives,
    falseNegatives,
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1: share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}

/** The scores as a table for the terminal. */
export function formatScores({ concepts, groups, micro, macroF1 }: TaggingScores): string {
  const figure = (value: number | undefined) => (value === undefined ? '   –' : value.toFixed(2).padStart(4));
  const row = (name: string, score: Score) =>
    [
      name.padEnd(20),
      ...[score.precision, score.recall, score.f1].map((value) => `${figure(value)}  `),
      `${score.truePositives} right, ${score.falsePositives} wrong, ${score.falseNegatives} missed`,
    ].join('');
  return [
    `${''.padEnd(20)}prec. recall  F1`,
    ...[...concepts].map(([id, score]) => row(id, score)),
    '',
    ...[...groups].map(([name, score]) => row(name, score)),
    row('all, micro', micro),
    `${'all, macro'.padEnd(20)}${' '.repeat(12)}${figure(macroF1)}`,
  ].join('\n');
}
