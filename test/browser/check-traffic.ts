import type { Traffic } from './record-traffic.ts';

/**
 * The most that a first view may weigh, in bytes. Many readers pay for data, and a page of 40 KB is there in two seconds
 * on a slow telephone line (about 20 KB a second).
 */
const WEIGHT_LIMITS = {
  /** Everything over the wire. */
  whole: 40 * 1024,
  /** All scripts over the wire. */
  script: 10 * 1024,
  /** The stylesheet as it is joined, before compression: what a browser has to read before it shows anything. */
  stylesheetFile: 20 * 1024,
} as const;

const NAMES = {
  whole: 'the first view',
  script: 'the script',
  stylesheetFile: 'the stylesheet file',
} as const;

/** What is heavier than it may be. */
export function checkTraffic(traffic: Traffic): string[] {
  return (Object.keys(WEIGHT_LIMITS) as (keyof typeof WEIGHT_LIMITS)[])
    .filter((part) => traffic[part] >= WEIGHT_LIMITS[part])
    .map((part) => `${NAMES[part]} weighs ${traffic[part]} bytes, of ${WEIGHT_LIMITS[part]} allowed`);
}
