import type { Corpus } from '../../server/domain/corpus.ts';
import { type EssayPlainness, PLAINNESS } from './checks/check-plainness.ts';
import type { StandardsMeasured } from './checks/check-standards.ts';
import { formatProblem, type Problem } from './problems/problem.ts';

/** What the corpus holds, in a few lines for a person: essays, passages, and how often each tag was given. */
export function describeCorpus(corpus: Corpus): string {
  const words = corpus.passages.reduce((sum, passage) => sum + passage.words, 0);
  const tagged = corpus.passages.filter(({ tags }) => tags.length > 0).length;
  const rows = corpus.concepts.map(({ id }) => {
    const given = corpus.passages.flatMap(({ tags }) => tags.filter(({ concept }) => concept === id));
    const byEditor = given.filter(({ by }) => by === 'editor').length;
    const note = byEditor > 0 ? `  (${byEditor} by the editor)` : '';
    return `  ${id.padEnd(22)}${String(given.length).padStart(4)}${note}`;
  });
  return [
    `${count(corpus.essays.length, 'essay')}, ${count(corpus.passages.length, 'passage')}, ${words.toLocaleString('en-GB')} words`,
    `${count(tagged, 'passage')} with a tag:`,
    ...rows,
  ].join('\n');
}

/** How plain each essay is; a star where it misses an aim. */
export function describePlainness(measured: readonly EssayPlainness[]): string {
  const figure = (value: number, misses: boolean) => `${value.toFixed(1)}${misses ? '*' : ' '}`.padStart(10);
  const rows = measured.map(({ slug, words, text, inShort }) => {
    const { sentenceLength, readingEase, inShortEase } = PLAINNESS;
    return [
      `  ${slug.padEnd(50)}${String(words).padStart(6)}`,
      figure(text.sentenceLength, text.sentenceLength > sentenceLength.aim),
      figure(text.readingEase, text.readingEase < readingEase.aim),
      inShort ? figure(inShort.readingEase, inShort.readingEase < inShortEase.aim) : '',
    ].join('');
  });
  const head = `  ${''.padEnd(50)}${'words'.padStart(6)}${'sentence'.padStart(10)}${'ease'.padStart(10)}${'in short'.padStart(10)}`;
  return [
    'How plain: words a sentence, and reading ease (higher is easier) of the text and of "in short":',
    head,
    ...rows,
  ].join('\n');
}

/** How far the library keeps its own standards: labels, questions, sources, stories. */
export function describeStandards(measured: StandardsMeasured): string {
  const { kinds, quotable, tryThis, stockPhrases, ownWords, questions, sources, stories } = measured;
  const lacking = listCounts(measured.sourcesLacking);
  const unknown = listCounts(measured.sourcesUnknown);
  const told = stories.filter(({ passages }) => passages.length > 0);
  return [
    `By kind: ${[...kinds].map(([kind, essays]) => `${kind} ${essays}`).join(', ')}`,
    `${count(quotable, 'quotable passage')}, ${count(tryThis, 'panel')} of advice ("Try this")`,
    `"Our suggestion" and the like: ${stockPhrases}; words of ours under other labels: ${ownWords}`,
    `${count(questions.asked, 'question')} that ${count(questions.passages, 'passage')} answer; ${questions.without} without any`,
    `${count(sources, 'source')}; lacking what their types need: ${lacking}; looked for and not found out: ${unknown}`,
    ...(told.length === 0 ? [] : ['Stories, by how often they are told:']),
    ...told.map(
      ({ name, times, passages }) =>
        `  ${name.padEnd(50)}${String(times).padStart(3)}  ${passages.join(' ')}`,
    ),
  ].join('\n');
}

/** `author 3, volume 2`, the commonest first. */
const listCounts = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([field, times]) => `${field} ${times}`)
    .join(', ') || 'none';

/** Problems of one file that are printed; whoever mends these sees the others next time. */
const MAX_SHOWN = 50;

/** Problems, one a line, and how many of each kind there are. */
export function describeProblems(problems: readonly Problem[]): string {
  const number = (severity: Problem['severity'], name: string, plural?: string) => {
    const found = problems.filter((problem) => problem.severity === severity).length;
    return found > 0 ? [count(found, name, plural)] : [];
  };
  const counts = [
    ...number('error', 'error'),
    ...number('warning', 'warning'),
    ...number('advice', 'piece of advice', 'pieces of advice'),
  ];
  const seen = new Map<string, number>();
  const shown = problems.flatMap((problem) => {
    const number = (seen.get(problem.file) ?? 0) + 1;
    seen.set(problem.file, number);
    return number <= MAX_SHOWN ? [formatProblem(problem)] : [];
  });
  const hidden = [...seen].flatMap(([file, found]) =>
    found > MAX_SHOWN ? [`${file}: and ${found - MAX_SHOWN} more`] : [],
  );
  return [...shown, ...hidden, counts.join(', ')].join('\n');
}

/** `1 essay`, `2 essays`. */
export const count = (number: number, name: string, plural = `${name}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? name : plural}`;
