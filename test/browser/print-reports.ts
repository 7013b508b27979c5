import type { KindReport } from './check-kinds.ts';
import { nameOfSetting, SETTINGS } from './settings.ts';

/** The number of rules of axe that each kind of page breaks in each setting, as a table for the terminal. */
export function axeTable(reports: readonly KindReport[]): string {
  const heads = [
    ['axe violations', ...SETTINGS.map(({ theme }) => theme)],
    ['', ...SETTINGS.map(({ width }) => `${width}`)],
    ['script', ...SETTINGS.map(({ script }) => script)],
  ];
  return table([
    ...heads,
    ...byKind(reports).map(([name, found]) => [
      name,
      ...found.map(({ report }) => `${report.axe.violations.length}`),
    ]),
  ]);
}

/**
 * What a first view of each kind costs, in bytes over the wire in the usual setting, and how it goes by keyboard; with the
 * worst layout shift of all settings, and the most texts whose contrast a person must judge.
 */
export function costTable(reports: readonly KindReport[]): string {
  return table([
    ['bytes', 'document', 'stylesheet', 'script', 'other', 'whole', 'requests', 'shift', 'stops', 'unsure'],
    ...byKind(reports).map(([name, found]) => {
      const usual = found.find(({ report }) => report.stops !== undefined)?.report;
      if (!usual) throw new Error(`Page "${name}": it was not checked thoroughly`);
      const { document, stylesheet, script, image, other, whole, requests } = usual.traffic;
      return [
        name,
        ...[document, stylesheet, script, image + other, whole, requests].map(String),
        Math.max(...found.map(({ report }) => report.shift)).toFixed(3),
        `${usual.stops}`,
        `${Math.max(...found.map(({ report }) => report.axe.unsureContrasts))}`,
      ];
    }),
  ]);
}

/** Every problem once, with its page and the settings that show it. */
export function listProblems(reports: readonly KindReport[]): string[] {
  return byKind(reports).flatMap(([name, found]) => {
    const settings = new Map<string, string[]>();
    for (const { setting, report } of found) {
      for (const problem of report.problems)
        settings.set(problem, [...(settings.get(problem) ?? []), nameOfSetting(setting)]);
    }
    return [...settings].map(([problem, shown]) => {
      const where = shown.length === SETTINGS.length ? 'in every setting' : shown.join('; ');
      return `${name}: ${problem} (${where})`;
    });
  });
}

function byKind(reports: readonly KindReport[]): [string, KindReport[]][] {
  const groups = new Map<string, KindReport[]>();
  for (const report of reports) {
    const { name } = report.kind;
    groups.set(name, [...(groups.get(name) ?? []), report]);
  }
  return [...groups];
}

/** Rows of cells in columns: the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([name = '', ...cells]) =>
      [
        name.padEnd(widths[0] ?? 0),
        ...cells.map((cell, index) => cell.padStart(widths[index + 1] ?? 0)),
      ].join('  '),
    )
    .join('\n');
}
