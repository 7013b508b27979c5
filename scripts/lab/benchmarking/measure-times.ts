import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is measured of one engine over one kind of query, in milliseconds. */
export type Figures = { readonly p50: number; readonly p99: number; readonly worst: number };

/** The worst queries are timed again, so many of them so often, and the median counts: a pause of the machine is no fault. */
const WORST = 20;
const AGAIN = 5;

/** How long some work takes, in milliseconds. */
export async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Times each query once.
 *
 * @param repeatsWorst whether the worst are asked again, or taken as they came
 */
export async function timeQueries(
  queries: readonly string[],
  ask: (text: string) => unknown,
  repeatsWorst: boolean,
): Promise<Figures> {
  collectGarbage();
  const times: number[] = [];
  for (const text of queries) times.push(await timeOf(() => ask(text)));
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    worst: repeatsWorst ? await medianOfWorst(queries, times, ask) : Math.max(...times),
  };
}

/** Memory that is really held, in bytes. */
export function usedMemory(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Collects garbage, so that memory is what is really held and one engine's litter is not another's pause. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The time below which so great a share of them lies. */
const quantile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

/** The greatest of the medians of the worst queries, each asked again. */
async function medianOfWorst(
  queries: readonly string[],
  times: readonly number[],
  ask: (text: string) => unknown,
): Promise<number> {
  const worst = [...times.keys()].sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0)).slice(0, WORST);
  const medians: number[] = [];
  for (const at of worst) {
    const again: number[] = [];
    for (let round = 0; round < AGAIN; round += 1) again.push(await timeOf(() => ask(queries[at] ?? '')));
    medians.push(quantile(again, 0.5));
  }
  return Math.max(...medians);
}
