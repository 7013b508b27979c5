import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KindReport } from './check-kinds.ts';
import { axeTable, costTable, listProblems } from './print-reports.ts';
import { SETTINGS } from './settings.ts';

const traffic = {
  document: 2000,
  stylesheet: 3000,
  script: 400,
  image: 50,
  other: 6,
  whole: 5456,
  stylesheetFile: 9000,
  requests: 4,
};
const reports = SETTINGS.map((setting, index): KindReport => {
  const violations = index === 11 ? ['label: #field'] : [];
  const problems = ['too wide', ...violations.map((violation) => `axe: ${violation}`)];
  return {
    kind: { name: 'home', address: () => '/' },
    setting,
    report: {
      axe: { violations, unsureContrasts: index },
      traffic,
      shift: index / 100,
      problems,
      ...(index === 0 && { stops: 7 }),
    },
  };
});

describe('the report of a check of pages', () => {
  it('says every problem once, with its page and settings', () => {
    assert.deepEqual(listProblems(reports), [
      'home: too wide (in every setting)',
      'home: axe: label: #field (dark, 1280 px, script off)',
    ]);
  });
  it('counts the rules broken in each setting', () => {
    assert.equal(
      axeTable(reports).split('\n').at(-1),
      'home                0      0      0      0      0      0     0     0     0     0     0     1',
    );
  });
  it('gives the cost in the usual setting, and the worst shift of all', () => {
    assert.equal(
      costTable(reports),
      [
        'bytes  document  stylesheet  script  other  whole  requests  shift  stops  unsure',
        'home       2000        3000     400     56   5456         4  0.110      7      11',
      ].join('\n'),
    );
  });
});
