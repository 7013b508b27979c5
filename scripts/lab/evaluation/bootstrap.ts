/** Where a figure lies with 95 % confidence. */
export type Interval = { readonly low: number; readonly high: number };

const RESAMPLES = 2_000;
/** Any number will do; always the same one, so that the same run gives the same figures. */
const SEED = 20_261_128;

/**
 * The mean of a few values with its 95 % interval by bootstrap: the values are drawn anew, with replacement, 2,000 times, and
 * the interval is what the means lie in, but for the lowest and highest 2.5 %. Over the differences of pairs, it is a paired
 * bootstrap.
 *
 * @throws Error if there are no values
 */
export function meanInterval(values: readonly number[]): Interval {
  if (values.length === 0) throw new Error('Nothing was measured, so there is no interval');
  const random = randomNumbers(SEED);
  const means = Float64Array.from({ length: RESAMPLES }, () => meanOfResample(values, random)).sort();
  const tail = RESAMPLES * 0.025;
  return { low: means[tail] ?? Number.NaN, high: means[RESAMPLES - 1 - tail] ?? Number.NaN };
}

/** The mean of numbers; 0 of none. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

function meanOfResample(values: readonly number[], random: () => number): number {
  let sum = 0;
  for (let drawn = 0; drawn < values.length; drawn += 1)
    sum += values[Math.floor(random() * values.length)] ?? 0;
  return sum / values.length;
}

/** Pseudo-random numbers from 0 up to 1, the same for the same seed (Mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
