import type { GlossaryEntry } from '../../domain/glossary.ts';
import { wordAnchor } from '../addresses/addresses.ts';

/** Puts links to explanations into an essay, passage by passage. */
export type WordExplainer = {
  /** The passage's HTML with links where a word of the glossary stands for the first time in the essay. */
  readonly explain: (html: string, passage: number) => string;
  /** The words that were linked so far, in the order of the glossary, each with the number of its passage. */
  readonly listWords: () => readonly { readonly entry: GlossaryEntry; readonly passage: number }[];
};

/**
 * Makes the explainer for one essay, which links each word of the glossary once, at its first mention. Words within
 * links and citations stay as they are. A name, which has capitals beyond its first letter, such as "Making it Real" or
 * "PPI", is found only as it is written.
 */
export function createWordExplainer(glossary: readonly GlossaryEntry[]): WordExplainer {
  const { byForm, pattern } = formsOf(glossary);
  const found = new Map<GlossaryEntry, number>();

  return {
    explain(html, passage) {
      let result = '';
      let at = 0;
      const text = blankMarkup(html);
      for (const { index, 0: words } of text.matchAll(pattern)) {
        const name = words.replace(/’/g, "'");
        const written = byForm.get(name) ?? byForm.get(name.replace(/s$/, ''));
        // A word of every day with a capital within a sentence belongs to a name: "the Framework for Involvement".
        const entry =
          written ??
          (isAtStart(text.slice(0, index))
            ? (byForm.get(keyOf(name)) ?? byForm.get(keyOf(name.replace(/s$/, ''))))
            : undefined);
        if (!entry || found.has(entry)) continue;
        found.set(entry, passage);
        result += `${html.slice(at, index)}<a class="word" href="#${wordAnchor(entry.id)}">${words}</a>`;
        at = index + words.length;
      }
      return result + html.slice(at);
    },
    listWords: () =>
      glossary.flatMap((entry) => {
        const passage = found.get(entry);
        return passage === undefined ? [] : [{ entry, passage }];
      }),
  };
}

/** The entries of a glossary by their forms, and the pattern that finds these. */
type Forms = { readonly byForm: ReadonlyMap<string, GlossaryEntry>; readonly pattern: RegExp };

/** Made once a glossary: making the pattern takes several times as long as finding the words of an essay. */
const formsByGlossary = new WeakMap<readonly GlossaryEntry[], Forms>();

function formsOf(glossary: readonly GlossaryEntry[]): Forms {
  const made = formsByGlossary.get(glossary);
  if (made) return made;
  const byForm = new Map<string, GlossaryEntry>();
  for (const entry of glossary)
    for (const form of [entry.term, ...entry.also]) byForm.set(keyOf(form), entry);
  const forms = { byForm, pattern: patternOf([...byForm.keys()]) };
  formsByGlossary.set(glossary, forms);
  return forms;
}

/** Whether a sentence, a list entry or the like begins after a text; blanked tags are white space of three or more. */
const isAtStart = (before: string): boolean => /(?:^|[.!?:“"(]|\s{3})\s*$/u.test(before);

/** Forms without capitals are found with a capital too, as at the start of a sentence. */
const keyOf = (form: string): string =>
  /\p{Lu}.*\p{Lu}|^\p{Ll}.*\p{Lu}/u.test(form) ? form : form.toLowerCase();

/** Finds any of the forms as whole words, also with a plural s; of two that begin alike the longer. */
function patternOf(forms: readonly string[]): RegExp {
  if (forms.length === 0) return /(?!)/g;
  const alternatives = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => {
      const escaped = form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/'/g, "['’]");
      const first = /^\p{Ll}/u.exec(escaped)?.[0];
      return first ? `[${first}${first.toUpperCase()}]${escaped.slice(first.length)}` : escaped;
    });
  return new RegExp(
    `(?<![\\p{L}\\p{N}\\u2010\\u2011-])(?:${alternatives.join('|')})s?(?![\\p{L}\\p{N}\\u2010\\u2011-])`,
    'gu',
  );
}

/**
 * Sanitised HTML with its tags, entities, links and citations blanked, so that offsets stay and no word lies across.
 */
const blankMarkup = (html: string): string =>
  html.replace(/<(a|cite)\b[^>]*>[\s\S]*?<\/\1>|<[^>]*>|&#?\w+;/g, (markup) => ' '.repeat(markup.length));
