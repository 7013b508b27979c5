/** A passage as the fit sees it: how strongly each cue is there (0 if not), and whether people gave it the concept. */
export type Example = { readonly features: ReadonlyMap<number, number>; readonly isPositive: boolean };

/** What a concept's cues weigh. A passage carries the concept when bias plus weights times features is above 0. */
export type Fit = { readonly bias: number; readonly weights: readonly number[] };

/**
 * How firmly a weight is held to what the editor thought it worth; the variance of a Gaussian around it. Of 0.1, 0.3, 1
 * and 3, the value that gave the best micro F1 in cross-validation (`npm run tune` prints it for the one in use).
 */
export const PRIOR_VARIANCE = 0.5;
/** How much more a passage with the concept counts than one without: most passages lack any given concept. */
export const POSITIVE_WEIGHT = 5;

const STEPS = 400;
const TOLERANCE = 1e-5;

/**
 * Fits weights to examples: logistic regression, with each weight held to a prior and never below 0. So a cue that
 * never occurs keeps what the editor thought of it, one that often misleads comes down to nothing, and no cue ever
 * speaks against its concept, which a page could not explain. Coordinate by coordinate, so the same in every run.
 */
export function fitWeights(examples: readonly Example[], priors: readonly number[], priorBias: number): Fit {
  const weights = [...priors];
  let bias = priorBias;
  const scores = examples.map(({ features }) => {
    let score = bias;
    for (const [feature, value] of features) score += value * (weights[feature] ?? 0);
    return score;
  });
  const occurrences: { example: number; value: number }[][] = priors.map(() => []);
  for (const [example, { features }] of examples.entries()) {
    for (const [feature, value] of features) occurrences[feature]?.push({ example, value });
  }
  const everywhere = examples.map((_example, example) => ({ example, value: 1 }));

  /** One Newton step along one coordinate; returns how far it went. */
  const step = (places: readonly { example: number; value: number }[], current: number, prior: number, variance: number, isFree: boolean): number => {
    let gradient = (current - prior) / variance;
    let curvature = 1 / variance;
    for (const { example, value } of places) {
      const score = scores[example] ?? 0;
      const isPositive = examples[example]?.isPositive ?? false;
      const importance = isPositive ? POSITIVE_WEIGHT : 1;
      const probability = 1 / (1 + Math.exp(-score));
      gradient += importance * value * (probability - (isPositive ? 1 : 0));
      curvature += importance * value * value * Math.max(probability * (1 - probability), 0.05);
    }
    const next = current - gradient / curvature;
    return (isFree ? next : Math.max(0, next)) - current;
  };
  const move = (places: readonly { example: number; value: number }[], by: number) => {
    for (const { example, value } of places) scores[example] = (scores[example] ?? 0) + by * value;
  };

  for (let round = 0; round < STEPS; round += 1) {
    let moved = 0;
    const byBias = step(everywhere, bias, priorBias, 1, true);
    bias += byBias;
    move(everywhere, byBias);
    moved = Math.abs(byBias);
    for (const [feature, places] of occurrences.entries()) {
      if (places.length === 0) continue;
      const current = weights[feature] ?? 0;
      const by = step(places, current, priors[feature] ?? 0, PRIOR_VARIANCE, false);
      weights[feature] = current + by;
      move(places, by);
      moved = Math.max(moved, Math.abs(by));
    }
    if (moved < TOLERANCE) break;
  }
  return { bias, weights };
}
