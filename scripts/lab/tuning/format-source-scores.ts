import type { Score, TaggingScores } from '../evaluation/score-tagging.ts';

/** F1 on each source of weights learnt from the others, as a table for the terminal: a column a source. */
export function formatSourceScores(scores: ReadonlyMap<string, TaggingScores>): string {
  const width = Math.max(...[...scores.keys()].map(({ length }) => length), 4) + 2;
  const row = (name: string, scoreOf: (scores: TaggingScores) => Score | undefined): string => {
    const figures = [...scores.values()].map((of) => scoreOf(of)?.f1?.toFixed(2) ?? '–');
    return name.padEnd(20) + figures.map((figure) => figure.padStart(width)).join('');
  };
  const [first] = scores.values();
  return [
    ' '.repeat(20) + [...scores.keys()].map((source) => source.padStart(width)).join(''),
    ...[...(first?.concepts.keys() ?? [])].map((id) => row(id, ({ concepts }) => concepts.get(id))),
    '',
    ...[...(first?.groups.keys() ?? [])].map((name) => row(name, ({ groups }) => groups.get(name))),
    row('all, micro', ({ micro }) => micro),
  ].join('\n');
}
