import { buildPassageIndex } from '../../scripts/indexing/index-file/build-passage-index.ts';
import type { Concept } from '../../server/domain/concept.ts';
import type { Corpus, Essay } from '../../server/domain/corpus.ts';
import { conceptId, essaySlug, passageId } from '../../server/domain/ids.ts';
import type { Nation } from '../../server/domain/nation.ts';
import type { Passage } from '../../server/domain/passage.ts';
import type { Perspective } from '../../server/domain/perspective.ts';
import type { WordFamily } from '../../server/domain/word-family.ts';
import { loadPassageIndex, type PassageIndex } from '../../server/search/index/passage-index.ts';

/** A passage of a corpus that a test writes out: `p1`, `p2` … in order. */
export type TinyPassage = {
  readonly text: string;
  readonly essay?: string;
  readonly headings?: readonly string[];
  readonly tags?: readonly string[];
  readonly perspective?: Perspective;
  readonly nations?: readonly Nation[];
};

/** What a test says of the rest; what it does not say is empty. */
export type TinyRest = {
  readonly concepts?: readonly (Pick<Concept, 'prefLabel'> & {
    readonly id: string;
    readonly labels?: readonly string[];
  })[];
  readonly wordFamilies?: readonly WordFamily[];
  /** By slug; an essay that is not named has its slug for a title and no author. */
  readonly essays?: Readonly<
    Record<
      string,
      { readonly title?: string; readonly authors?: readonly string[]; readonly kind?: Essay['kind'] }
    >
  >;
};

/** A corpus of a few passages. */
export function tinyCorpus(passages: readonly (string | TinyPassage)[], rest: TinyRest = {}): Corpus {
  const given = passages.map((passage) => (typeof passage === 'string' ? { text: passage } : passage));
  const slugs = [...new Set(given.map(({ essay = 'essay' }) => essay))];
  const idOf = (at: number) => passageId(`p${at + 1}`);
  const essays = slugs.map((slug): Essay => {
    const { title = slug, authors = [], kind = 'guide' } = rest.essays?.[slug] ?? {};
    return {
      slug: essaySlug(slug),
      title,
      kind,
      authors: authors.map((name) => ({ name })),
      updated: '2026-01-01',
      summary: '',
      inShort: [],
      perspective: 'editors',
      rights: { licence: 'CC BY 4.0', holder: 'Nobody' },
      tags: [],
      reviewed: [],
      nations: [],
      sources: [],
      passages: given.flatMap(({ essay = 'essay' }, at) => (essay === slug ? [idOf(at)] : [])),
      words: 0,
    };
  });
  return {
    site: { name: 'Site', tagline: '', responsible: '', contact: '' },
    concepts: (rest.concepts ?? []).map(({ id, prefLabel, labels = [] }) => ({
      id: conceptId(id),
      prefLabel,
      definition: '',
      scopeNote: '',
      broader: [],
      related: [],
      altLabels: labels,
      hiddenLabels: [],
    })),
    stems: [],
    knownWords: [],
    wordFamilies: rest.wordFamilies ?? [],
    essays,
    passages: given.map(
      (
        { text, essay = 'essay', headings = [], tags = [], perspective = 'editors', nations = [] },
        at,
      ): Passage => ({
        id: idOf(at),
        essay: essaySlug(essay),
        position: at + 1,
        locator: { headings, paragraph: at + 1, lastParagraph: at + 1 },
        opens: [],
        text,
        html: `<p>${text}</p>`,
        words: text.split(' ').length,
        perspective,
        nations,
        isQuotable: false,
        isTryThis: false,
        tags: tags.map((id) => ({ concept: conceptId(id), by: 'editor', strength: 2 })),
        sources: [],
      }),
    ),
    questions: [],
    sources: [],
    retired: [],
    glossary: [],
    timeline: [],
  };
}

/** The index of a tiny corpus, as it is once loaded. */
export const tinyIndex = (corpus: Corpus): PassageIndex =>
  loadPassageIndex(buildPassageIndex(corpus), corpus);
