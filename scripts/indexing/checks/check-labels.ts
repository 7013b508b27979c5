import type { ParsedEssay } from '../essays/parse-essay.ts';
import type { ParsedPassage } from '../essays/to-passage.ts';
import type { Problem } from '../problems/problem.ts';

/** So many words a passage may have that is marked as worth quoting: a slide holds no more, and fewer say little. */
export const QUOTABLE_WORDS = { min: 30, max: 60 } as const;

/**
 * Checks what passages are said to be. One that reports somebody's view holds nothing of ours; one to quote is short and whole
 * without its context; advice without a source is our own, cites nothing, and stands once in a section.
 */
export const checkLabels = (essays: readonly ParsedEssay[]): Problem[] =>
  essays
    // An imported text is in its author's words throughout, and they may say "we".
    .filter(({ meta }) => meta.kind !== 'essay')
    .flatMap(({ file, passages }) => [
      ...passages.flatMap((passage) => wrongLabels(passage).map(warningAt(file, passage))),
      ...secondPanels(passages).map((passage) =>
        warningAt(
          file,
          passage,
        )('this section has a ".try-this" already; join the two, or keep the better one'),
      ),
    ]);

const warningAt =
  (file: string, { at }: ParsedPassage) =>
  (reason: string): Problem => ({ file, ...at, reason, severity: 'warning' });

function wrongLabels(passage: ParsedPassage): string[] {
  const { text, words, perspective, isQuotable, isTryThis, sources } = passage;
  const own = ownWords(passage);
  const opening = POINTS_BACK.exec(text)?.[0];
  const { min, max } = QUOTABLE_WORDS;
  return [
    ...(own === undefined
      ? []
      : [
          `"${own}" is ours, and the passage reports another view (${perspective}); part the two, or take the label off`,
        ]),
    ...(isQuotable && (words < min || words > max)
      ? [`a ".quotable" passage has ${min} to ${max} words, and this one ${words}`]
      : []),
    ...(isQuotable && text.includes('\n')
      ? ['a ".quotable" passage is one paragraph; take the class off']
      : []),
    ...(isQuotable && opening !== undefined
      ? [`a ".quotable" passage stands alone, and "${opening}" points to what is before it`]
      : []),
    ...(isTryThis && perspective !== 'editors'
      ? ['a ".try-this" is advice of ours; its perspective is "editors"']
      : []),
    ...(isTryThis && sources.length > 0
      ? ['a ".try-this" is advice that no source carries; tell what the source says in a passage of its own']
      : []),
  ];
}

const POINTS_BACK = /^(?:They|He|She|But|And|So|Also|Both|This is|That is|These are|Those are)\b/;

/** The first words that are ours in a passage that reports another view: any "we" or "our" outside quotation marks. */
export function ownWords({
  text,
  perspective,
}: Pick<ParsedPassage, 'text' | 'perspective'>): string | undefined {
  if (perspective === 'editors' || perspective === 'author') return undefined;
  const said = text.replace(/[“‘"][^“”‘’"]*[”’"]/g, '');
  return /\b(?:[Ww]e|[Oo]urs?|us|[Oo]urselves)\b(?:\s\w+)?/.exec(said)?.[0];
}

/** Panels of advice after the first of their section. */
function secondPanels(passages: readonly ParsedPassage[]): ParsedPassage[] {
  const seen = new Set<string>();
  return passages.filter(({ isTryThis, locator }) => {
    if (!isTryThis) return false;
    const section = locator.headings[0] ?? '';
    if (seen.has(section)) return true;
    seen.add(section);
    return false;
  });
}
