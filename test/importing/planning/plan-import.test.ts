import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ComposedEssay, composeEssay } from '../../../scripts/importing/composing/compose-essay.ts';
import { paragraph } from '../../../scripts/importing/draft/make-blocks.ts';
import { planImport, type ReadFile, type Step } from '../../../scripts/importing/planning/plan-import.ts';

const TERMS = { licence: 'permission unknown', today: '2026-01-01' };

/** Words that no two essays share, so that only what is meant to be a duplicate is one. */
const wordsOf = (subject: string, count = 60) =>
  Array.from({ length: count }, (_none, index) => `${subject}${index}`).join(' ');

function makeEssay(
  title: string,
  text: string,
  { file = 'blog.txt', sha = 'a', post }: { file?: string; sha?: string; post?: number } = {},
): ComposedEssay {
  const draft = { title, authors: [{ name: 'Ada Sample' }], blocks: [paragraph(text, 1)], reviews: [] };
  const origin = {
    file,
    sha256: sha.repeat(64),
    lineUnit: 'line' as const,
    ...(post !== undefined && { post }),
  };
  return composeEssay(draft, origin, TERMS);
}
const read = (...essays: ComposedEssay[]): ReadFile[] =>
  [...new Set(essays.map(({ origin }) => origin.file))].map((file) => ({
    file,
    essays: essays.filter(({ origin }) => origin.file === file),
  }));
const kinds = (steps: readonly Step[]) => steps.map(({ kind, slug }) => `${kind} ${slug}`);
const asFiles = (steps: readonly Step[]) => steps.map(({ slug, essay }) => ({ slug, text: essay.text }));

const TEA = makeEssay('Tea', wordsOf('tea'), { post: 1 });
const CAKE = makeEssay('Cake', wordsOf('cake'), { post: 2 });

describe('the plan of an import', () => {
  it('gives new essays the slugs of their titles', () => {
    assert.deepEqual(kinds(planImport(read(TEA, CAKE), [], new Set())), ['new tea', 'new cake']);
  });

  it('takes no slug that another essay has: the author, the date or a number tells them apart', () => {
    const again = makeEssay('Tea', wordsOf('other'), { file: 'b.txt' });
    const third = makeEssay('Tea', wordsOf('third'), { file: 'c.txt' });
    const steps = planImport(read(TEA, again, third), [], new Set());
    assert.deepEqual(kinds(steps), ['new tea', 'new tea-sample', 'new tea-2']);
    assert.deepEqual(kinds(planImport(read(TEA), [], new Set(['tea']))), ['new tea-sample']);
  });

  it('cuts long slugs at a word, and finds one for a title without letters', () => {
    const long = makeEssay(
      'On being asked for my views, in writing, by noon, about the door that is shut',
      wordsOf('long'),
    );
    const none = makeEssay('？！', wordsOf('none'));
    assert.deepEqual(kinds(planImport(read(long, none), [], new Set())), [
      'new on-being-asked-for-my-views-in-writing-by-noon-about-the',
      'new essay',
    ]);
  });

  it('changes nothing when the originals are the same', () => {
    const first = planImport(read(TEA, CAKE), [], new Set());
    assert.deepEqual(kinds(planImport(read(TEA, CAKE), asFiles(first), new Set())), [
      'unchanged tea',
      'unchanged cake',
    ]);
  });

  it('knows posts again when newer ones were put above them', () => {
    const first = asFiles(planImport(read(TEA, CAKE), [], new Set()));
    const posts = [
      makeEssay('Soup', wordsOf('soup'), { sha: 'b', post: 1 }),
      makeEssay('Tea', wordsOf('tea'), { sha: 'b', post: 2 }),
      makeEssay('Cake', wordsOf('cake'), { sha: 'b', post: 3 }),
    ];
    assert.deepEqual(kinds(planImport(read(...posts), first, new Set())), [
      'new soup',
      'update tea',
      'update cake',
    ]);
  });

  it('does not take another essay for the old one because its file has the same name', () => {
    const first = asFiles(
      planImport(read(makeEssay('Tea', wordsOf('tea'), { file: 'index.html' })), [], new Set()),
    );
    const other = makeEssay('Soup', wordsOf('soup'), { file: 'index.html', sha: 'b' });
    assert.deepEqual(kinds(planImport(read(other), first, new Set())), ['new soup']);
  });

  it('puts a new version beside an essay that somebody changed', () => {
    const [tea] = asFiles(planImport(read(TEA), [], new Set()));
    const edited = { slug: 'tea', text: (tea?.text ?? '').replace('permission unknown', 'CC BY 4.0') };
    const renewed = makeEssay('Tea', `${wordsOf('tea')} and more`, { sha: 'b', post: 1 });
    assert.deepEqual(kinds(planImport(read(renewed), [edited], new Set())), ['beside tea']);
  });

  it('keeps the longer of two copies in one import, the first of two that are as long', () => {
    const short = makeEssay('Tea', wordsOf('tea', 50), { file: 'short.txt' });
    const steps = planImport(read(short, TEA), [], new Set());
    assert.deepEqual(kinds(steps), ['new tea', 'duplicate tea']);
    assert.equal(steps[1]?.file, 'short.txt');
    const copy = makeEssay('Tea', wordsOf('tea'), { file: 'copy.txt' });
    assert.deepEqual(
      planImport(read(TEA, copy), [], new Set()).map(({ file }) => file),
      ['blog.txt', 'copy.txt'],
    );
  });
});
