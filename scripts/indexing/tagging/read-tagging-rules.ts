import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Concept } from '../../../server/domain/concept.ts';
import { displayPath } from '../../../server/storage/display-path.ts';
import { decodeText } from '../files/decode-text.ts';
import { isFolder, namesIn, readFirst } from '../files/read-content.ts';
import { type Checked, type Problem, problemOfFile } from '../problems/problem.ts';
import type { CueSets } from './cue-pattern.ts';
import { parseConceptRule, parseCueSets, type WrittenRule } from './parse-tagging-rules.ts';
import { CUE_SETS_ID, type TaggingRules } from './tagging-rules.ts';
import { checkWeights, parseTaggingWeights, type TaggingWeights, withWeights } from './tagging-weights.ts';

/** The folder of rules, one file a concept, within a content folder. */
export const TAGGING_FOLDER = 'tagging';
/** What was learnt about the rules, within their content folder. */
export const TAGGING_WEIGHTS = path.join('generated', 'tagging-weights.json');

/** The rules, and what does not stop indexing but should be known. */
export type TaggingRulesRead = { readonly rules: TaggingRules; readonly advice: readonly Problem[] };

/**
 * Reads the rules of the first content folder that has any, with the weights that stand in the same folder. Without weights,
 * a cue is worth what its list says.
 *
 * @param shippedDir stands in when no content folder has rules; of its rules, those for concepts outside the vocabulary are left
 *   out, while in a folder of one's own they are a slip
 */
export function readTaggingRules(
  contentDirs: readonly string[],
  shippedDir: string,
  concepts: readonly Concept[],
): Checked<TaggingRulesRead> {
  const outdated = contentDirs.flatMap(refuseOldFiles);
  if (outdated.length > 0) return { kind: 'invalid', problems: outdated };
  const dir = contentDirs.find((candidate) => exists(path.join(candidate, TAGGING_FOLDER))) ?? shippedDir;
  const folder = path.join(dir, TAGGING_FOLDER);
  if (!isFolder(folder)) {
    const reason = `there is no folder "${TAGGING_FOLDER}" of rules here, one file a concept`;
    return { kind: 'invalid', problems: [problemOfFile(displayPath(folder), reason)] };
  }
  const isForeign = !contentDirs.includes(dir);
  const written = readFolder(folder, concepts, isForeign);
  const weights = readWeights(dir);
  if (written.kind === 'invalid' || weights.kind === 'invalid') {
    const problems = [written, weights].flatMap((read) => (read.kind === 'invalid' ? read.problems : []));
    return { kind: 'invalid', problems };
  }
  const learnt = weights.value?.concepts;
  const rules = { concepts: written.value.rules.map(({ rule }) => rule) };
  const parted = written.value.rules.flatMap((rule) =>
    // With another vocabulary the shipped weights cannot fit; nobody there could mend them.
    learnt && !isForeign
      ? checkWeights(displayPath(fileOf(folder, rule.rule.concept)), rule, learnt[rule.rule.concept])
      : [],
  );
  const advice = [...written.value.advice, ...parted];
  return { kind: 'valid', value: { rules: learnt ? withWeights(rules, learnt) : rules, advice } };
}

const fileOf = (folder: string, id: string): string => path.join(folder, `${id}.yml`);
const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** Files of the form before this one would have no effect, so they are refused. */
function refuseOldFiles(dir: string): Problem[] {
  const old: Readonly<Record<string, string>> = {
    'tagging.yml': `rules stand in one file a concept now: divide this one into "${TAGGING_FOLDER}/<concept>.yml" (its lists strong, weak, hint, except) and "${TAGGING_FOLDER}/${CUE_SETS_ID}.yml", and delete it`,
    'tagging-weights.json': `learnt weights stand in "${TAGGING_WEIGHTS}" now: delete this file and run "npm run tune"`,
  };
  return Object.entries(old).flatMap(([name, reason]) => {
    const file = path.join(dir, name);
    return exists(file) ? [problemOfFile(displayPath(file), reason)] : [];
  });
}

function readFolder(
  folder: string,
  concepts: readonly Concept[],
  isForeign: boolean,
): Checked<{ rules: readonly WrittenRule[]; advice: readonly Problem[] }> {
  const problems: Problem[] = [];
  const advice: Problem[] = [];
  const keep = <Value>(result: Checked<Value>): Value | undefined => {
    if (result.kind === 'valid') return result.value;
    problems.push(...result.problems);
    return undefined;
  };
  const names = namesIn(folder).filter((name) => !name.startsWith('.'));
  const known = new Map<string, Concept>(concepts.map((concept) => [`${concept.id}.yml`, concept]));
  for (const name of names) {
    if (known.has(name) || name === `${CUE_SETS_ID}.yml`) continue;
    const file = displayPath(path.join(folder, name));
    if (!name.endsWith('.yml')) {
      const reason = 'this file is not read: rules stand in "<concept>.yml"';
      advice.push(problemOfFile(file, reason, 'advice'));
    } else if (!isForeign) {
      const reason = `there is no concept "${name.slice(0, -'.yml'.length)}" in the vocabulary`;
      problems.push(problemOfFile(file, reason));
    }
  }
  const setsText = names.includes(`${CUE_SETS_ID}.yml`)
    ? keep(readText(folder, `${CUE_SETS_ID}.yml`))
    : undefined;
  const sets: CueSets = (setsText && keep(parseCueSets(setsText.file, setsText.text))) ?? {};
  // Every use of a set that could not be read would be a problem of its own.
  if (problems.length > 0) return { kind: 'invalid', problems };
  const rules = [...known].flatMap(([name, concept]): WrittenRule[] => {
    if (!names.includes(name)) return [];
    const text = keep(readText(folder, name));
    const rule = text && keep(parseConceptRule(text.file, text.text, concept, sets));
    return rule ? [rule] : [];
  });
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', value: { rules, advice } };
}

function readWeights(dir: string): Checked<TaggingWeights | undefined> {
  if (!exists(path.join(dir, TAGGING_WEIGHTS))) return { kind: 'valid', value: undefined };
  const text = readText(dir, TAGGING_WEIGHTS);
  return text.kind === 'valid' ? parseTaggingWeights(text.value.file, text.value.text) : text;
}

/** The text of a file that was seen in the folder. */
function readText(folder: string, name: string): Checked<{ readonly file: string; readonly text: string }> {
  const read = readFirst([folder], name);
  if (!read) {
    const file = displayPath(path.join(folder, name));
    return { kind: 'invalid', problems: [problemOfFile(file, 'the file went while it was being read')] };
  }
  if (read.kind === 'invalid') return { kind: 'invalid', problems: [read.problem] };
  const decoded = decodeText(read.file, read.bytes);
  return decoded.kind === 'invalid'
    ? { kind: 'invalid', problems: [decoded.problem] }
    : { kind: 'valid', value: { file: read.file, text: decoded.text } };
}
