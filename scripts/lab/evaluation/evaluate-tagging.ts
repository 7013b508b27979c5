import { readFileSync } from 'node:fs';
import { messageOf } from '../../../server/domain/message-of.ts';
import type { Tag } from '../../../server/domain/passage.ts';
import { tagPassage } from '../../indexing/tagging/tag-passage.ts';
import type { TaggingRules } from '../../indexing/tagging/tagging-rules.ts';
import { formatScores, type LabelledPassage, parseLabelled, scoreTagging } from './score-tagging.ts';

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
  const concepts = rules.concepts.map((rule) => rule.concept);
  let labelled: readonly LabelledPassage[];
  let tagged: readonly Tag[][];
  try {
    labelled = parseLabelled(readFileSync(file, 'utf8'));
    tagged = labelled.map(({ text }) => tagPassage(text, rules));
    const scores = scoreTagging(labelled, tagged.map(conceptsOf), concepts);
    console.log(`\n${file}: ${labelled.length} passages\n\n${formatScores(scores)}`);
  } catch (error) {
    return `${file}: ${messageOf(error)}`;
  }
  if (!misses) return undefined;
  for (const [index, passage] of labelled.entries()) {
    const found = conceptsOf(tagged[index] ?? []);
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

const conceptsOf = (tags: readonly Tag[]) => tags.map(({ concept }) => concept);
