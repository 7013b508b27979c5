import { readFileSync } from 'node:fs';
import { messageOf } from '../../../server/domain/message-of.ts';
import { tagPassage } from '../../indexing/tagging/tag-passage.ts';
import type { TaggingRules } from '../../indexing/tagging/tagging-rules.ts';
import { formatScores, parseLabelled, scoreTagging } from './score-tagging.ts';

/**
 * Prints how well the rules tag the labelled passages of a file.
 *
 * @returns what is wrong with the file, if it cannot be read
 */
export function evaluateTagging(
  file: string,
  rules: TaggingRules,
  { misses }: { readonly misses: boolean },
): string | undefined {
  let labelled: ReturnType<typeof parseLabelled>;
  try {
    labelled = parseLabelled(readFileSync(file, 'utf8'));
  } catch (error) {
    return `${file}: ${messageOf(error)}`;
  }
  const tagged = labelled.map(({ text }) => tagPassage(text, rules));
  const given = tagged.map((tags) => tags.map(({ concept }) => concept));
  const concepts = rules.concepts.map((rule) => rule.concept);
  console.log(`\n${file}: ${labelled.length} passages\n`);
  console.log(formatScores(scoreTagging(labelled, given, concepts)));
  if (!misses) return undefined;
  for (const [index, passage] of labelled.entries()) {
    const found = given[index] ?? [];
    const missed = passage.tags.filter((tag) => !found.some((other) => other === tag));
    const wrong = found.filter((tag) => !passage.tags.includes(tag) && !passage.maybe.includes(tag));
    if (missed.length + wrong.length === 0) continue;
    const why = (tagged[index] ?? []).flatMap((tag) =>
      tag.by === 'rule' && wrong.includes(tag.concept)
        ? [`${tag.concept} (${tag.evidence.map((evidence) => evidence.words).join(' / ')})`]
        : [],
    );
    console.log(
      `\n${passage.id}  ${missed.map((tag) => `-${tag}`).join(' ')}  ${why.map((tag) => `+${tag}`).join(' ')}`,
    );
    console.log(passage.text);
  }
  return undefined;
}
