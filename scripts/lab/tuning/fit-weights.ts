/** A passage as the fit sees it. */
export type Example = {
  /** How strongly each feature is there, by its place among the priors; absent features are 0. */
  readonly features: ReadonlyMap<number, number>;
  /** Whether people gave the passage the concept. */
  readonly isPositive: boolean;
  /** How much the example counts, beside others. */
  readonly importance: number;
};

/** What a feature is worth before any example is seen. */
export type Prior = {
  readonly weight: number;
  /** How easily examples change the weight: the variance of a Gaussian around it. */
  readonly variance: number;
  /** Whether the weight may fall below 0. */
  readonly mayOppose: boolean;
};

/** A passage carries the concept when bias plus weights times features is above 0. */
export type Fit = { readonly bias: number; readonly weights: readonly number[] };

/** How much more a passage with the concept counts than one without: most passages lack any given concept. */
const POSITIVE_IMPORTANCE = 3;
const BIAS_VARIANCE = 1;
const MAX_ROUNDS = 60;
const TOLERANCE = 5e-3;

/**
 * Fits weights to examples: logistic regression in which each weight is held to a prior. A feature that no example has
 * keeps its prior; one that often misleads comes down. Newton steps, one weight after the other, so the same examples
 * give the same weights in every run.
 */
export function fitWeights(examples: readonly Example[], priors: readonly Prior[], priorBias: number): Fit {
  const weights = priors.map(({ weight }) => weight);
  let bias = priorBias;
  const scores = examples.map(({ features }) => {
    let score = bias;
    for (const [feature, value] of features) score += value * (weights[feature] ?? 0);
    return score;
  });
  const everywhere = examples.map((_example, example): Place => ({ example, value: 1 }));
  const placesOf: Place[][] = priors.map(() => []);
  for (const [example, { features }] of examples.entries()) {
    for (const [feature, value] of features) placesOf[feature]?.push({ example, value });
  }

  const biasPrior: Prior = { weight: priorBias, variance: BIAS_VARIANCE, mayOppose: true };
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let moved = 0;
    const move = (places: readonly Place[], current: number, prior: Prior): number => {
      const next = newtonStep(places, current, prior, examples, scores);
      for (const { example, value } of places)
        scores[example] = (scores[example] ?? 0) + (next - current) * value;
      moved = Math.max(moved, Math.abs(next - current));
      return next;
    };
    bias = move(everywhere, bias, biasPrior);
    for (const [feature, prior] of priors.entries()) {
      const places = placesOf[feature];
      if (places && places.length > 0) weights[feature] = move(places, weights[feature] ?? 0, prior);
    }
    if (moved < TOLERANCE) break;
  }
  return { bias, weights };
}

/** An example that has a feature, and how strongly. */
type Place = { readonly example: number; readonly value: number };

/** The weight after one step towards what its examples and its prior together want. */
function newtonStep(
  places: readonly Place[],
  current: number,
  { weight, variance, mayOppose }: Prior,
  examples: readonly Example[],
  scores: readonly number[],
): number {
  let gradient = (current - weight) / variance;
  let curvature = 1 / variance;
  for (const { example, value } of places) {
    const { isPositive = false, importance: ofExample = 0 } = examples[example] ?? {};
    const importance = ofExample * (isPositive ? POSITIVE_IMPORTANCE : 1);
    const probability = 1 / (1 + Math.exp(-(scores[example] ?? 0)));
    gradient += importance * value * (probability - (isPositive ? 1 : 0));
    // Held off 0, so that a step never overshoots where the examples are all but settled.
    curvature += importance * value * value * Math.max(probability * (1 - probability), 0.05);
  }
  const next = current - gradient / curvature;
  return mayOppose ? next : Math.max(0, next);
}
