import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Example, fitWeights, type Prior } from '../../scripts/lab/tuning/fit-weights.ts';

const cue: Prior = { weight: 1, variance: 1, mayOppose: false };
const term: Prior = { weight: 0, variance: 1, mayOppose: true };
const example = (isPositive: boolean, ...features: number[]): Example => ({
  features: new Map(features.map((feature) => [feature, 1])),
  isPositive,
  importance: 1,
});

describe('fitWeights', () => {
  // Feature 0 comes with the concept, 1 without it, 2 against it, 3 never.
  const examples = [
    ...Array.from({ length: 20 }, () => example(true, 0)),
    ...Array.from({ length: 40 }, () => example(false, 1, 2)),
  ];
  const { weights, bias } = fitWeights(examples, [cue, cue, term, cue], -2);

  it('raises a cue that comes with the concept', () =>
    assert.ok((weights[0] ?? 0) > 1.5, String(weights[0])));
  it('brings a misleading cue down, never below nothing', () =>
    assert.ok((weights[1] ?? 1) < 0.3 && (weights[1] ?? -1) >= 0));
  it('lets a single word speak against', () => assert.ok((weights[2] ?? 0) < -0.3, String(weights[2])));
  it('leaves a cue that never occurs as the editor had it', () => assert.equal(weights[3], 1));
  it('parts the examples', () =>
    assert.ok(bias + (weights[0] ?? 0) > 0 && bias + (weights[1] ?? 0) + (weights[2] ?? 0) < 0));
});
