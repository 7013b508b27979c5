import path from 'node:path';
import { formatIsoDate } from '../../server/domain/format.ts';
import { displayPath } from '../../server/storage/display-path.ts';
import { count } from '../indexing/report.ts';
import type { Remark } from './originals/collect-originals.ts';
import type { ImportPlan } from './plan-essays.ts';
import type { Step } from './planning/plan-import.ts';
import { fileOfStep } from './writing/write-essays.ts';

/** Says what an import does, or on a dry run would do: one part for each thing that can become of a file. */
export function describeImport(plan: ImportPlan, folder: string, isDryRun: boolean): string {
  const of = (kind: Step['kind']) => plan.steps.filter((step) => step.kind === kind);
  const essays = [...of('new'), ...of('update'), ...of('beside')];
  const would = isDryRun ? 'Would be ' : '';
  const name = (text: string) => (isDryRun ? `${would}${text.toLowerCase()}` : text);
  const parts = [
    part(name('Imported'), of('new'), (step) => describeStep(step, folder)),
    part(name('Written anew, because the original changed'), of('update'), (step) =>
      describeStep(step, folder),
    ),
    part(name('Put beside your changed essay, which stays as it is: compare the two'), of('beside'), (step) =>
      describeStep(step, folder),
    ),
    part('Still to be compared: a newer version lies beside your changed essay', of('waiting'), (step) => [
      `${step.slug}.md and ${step.slug}.md.new, from ${shown(step.file)}`,
    ]),
    part('Unchanged', of('unchanged'), (step) => [`${step.slug}.md, from ${shown(step.file)}`]),
    part('Duplicates', of('duplicate'), (step) => [
      `${shown(step.file)}: “${step.essay.title}” is the same as ${
        step.keptFile === undefined
          ? `${step.slug}.md, which stays${step.longerBy === undefined ? '' : `, though this one is ${count(step.longerBy, 'word')} longer`}`
          : `in ${shown(step.keptFile)}, kept as ${step.slug}.md`
      }`,
    ]),
    part('Skipped', plan.skipped, describeRemark),
    part('Failed', plan.failed, describeRemark),
    part(
      'To review',
      essays.filter(({ essay }) => essay.reviews.length > 0),
      (step) => [`${step.slug}.md`, ...step.essay.reviews.map((review) => `  ${review}`)],
    ),
  ];
  const notes = essays.reduce((sum, { essay }) => sum + essay.reviews.length, 0);
  const totals = [
    count(plan.files, 'file'),
    `${count(of('new').length, 'essay')} ${isDryRun ? 'would be ' : ''}imported`,
    ...(of('update').length + of('beside').length > 0
      ? [`${of('update').length + of('beside').length} written anew`]
      : []),
    ...(of('unchanged').length > 0 ? [`${of('unchanged').length} unchanged`] : []),
    count(of('duplicate').length, 'duplicate'),
    `${plan.skipped.length} skipped`,
    `${plan.failed.length} failed`,
    `${count(notes, 'note')} to review`,
  ];
  return [...parts.filter((text) => text !== ''), `${totals.join(', ')}.`].join('\n\n');
}

function part<One>(
  title: string,
  entries: readonly One[],
  describe: (entry: One) => readonly string[],
): string {
  if (entries.length === 0) return '';
  return [`${title} (${entries.length}):`, ...entries.flatMap(describe).map((line) => `  ${line}`)].join(
    '\n',
  );
}

/** A file's path on one line: some names hold line feeds, and marks that would move the cursor. */
const shown = (file: string): string => displayPath(file).replace(/\p{Cc}/gu, '�');

const describeRemark = ({ file, title, reason }: Remark): string[] => [
  `${shown(file)}: ${title === undefined ? '' : `“${title}”: `}${reason}`,
];

function describeStep(step: Step, folder: string): string[] {
  const { essay } = step;
  const date = essay.published ? formatIsoDate(essay.published) : 'no date';
  const post = essay.origin.post === undefined ? '' : `, post ${essay.origin.post}`;
  return [
    `${path.basename(fileOfStep(step, folder) ?? step.slug)}`,
    `  “${essay.title}”, ${essay.authors}, ${date}, ${count(essay.words, 'word')}; from ${shown(step.file)}${post}`,
  ];
}
