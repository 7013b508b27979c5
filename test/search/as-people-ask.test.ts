import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { EMPTY_QUERY, type Query } from '../../server/search/query/query.ts';
import type { Results } from '../../server/search/search.ts';
import { loadContent, SHIPPED_DIR } from '../fixture-app.ts';

/** Searches of the shipped library that went wrong once. */
describe('the library, asked as people ask', () => {
  let ask: (text: string, query?: Partial<Query>) => Promise<Results>;
  let essayOf: (id: string) => string;
  let textOf: (id: string) => string;
  before(async () => {
    const { corpus, search } = await loadContent(SHIPPED_DIR);
    const passages = new Map(corpus.passages.map((passage) => [String(passage.id), passage]));
    ask = (text, query = {}) => search.find({ ...EMPTY_QUERY, ...query, text, perPage: 10 });
    essayOf = (id) => passages.get(id)?.essay ?? '';
    textOf = (id) => passages.get(id)?.text ?? '';
  });
  const essays = async (text: string) => (await ask(text)).hits.map(({ passage }) => essayOf(passage));
  const idsOf = ({ hits }: Results) => hits.map(({ passage }) => String(passage));

  it('leads everyday words to the guide that speaks of the matter in others', async () => {
    const CASES: Readonly<Record<string, string>> = {
      'will I lose my PIP if they give me a gift card': 'paying-people',
      'someone burst into tears in the meeting': 'when-grief-and-anger-come-into-the-room',
      'boss won’t let go': 'sharing-power',
      'inmates helping run the wing': 'prison-and-probation',
      'I live in the sticks no bus': 'rural-places',
    };
    for (const [text, slug] of Object.entries(CASES))
      assert.ok((await essays(text)).slice(0, 10).includes(slug), `${text}: ${await essays(text)}`);
  });

  it('puts the passage first that answers a question, and says which', async () => {
    for (const text of [
      'what is co-production',
      'how much should we pay people',
      'are parent forums in law',
    ]) {
      const [first] = (await ask(text)).hits;
      assert.equal(first?.answers?.toLowerCase(), text);
    }
    const { hits } = await ask('why should we not pay people');
    assert.ok(hits.every(({ answers }) => answers === undefined || /not|never|without/.test(answers)));
  });

  it('announces no topic that words merely lean to, nor one whose word stands in an idiom or a name', async () => {
    const topics = async (text: string) =>
      (await ask(text)).alsoSearched.filter(({ kind }) => kind === 'concept').map(({ id }) => id);
    for (const text of [
      'race to the bottom',
      'bang for your buck',
      'NHS foundation trust',
      'conflict of interest',
    ])
      assert.deepEqual(await topics(text), [], text);
    assert.deepEqual(await topics('trust'), ['relationships']);
  });

  it('finds one word in all its forms', async () => {
    const SAME = [
      [
        'co-production training',
        'co–production training',
        'co\u00adproduction training',
        'co_production training',
      ],
      ['carer’s views', 'carer`s views', 'carerʼs views'],
      ['organisation culture', 'organization culture'],
      ['Tokenism', 'tokenism'],
      ['wellbeing', 'well-being', 'well being'],
      ['e-mail', 'email'],
      ['GP', 'GPs'],
    ];
    for (const [one = '', ...others] of SAME)
      for (const other of others) assert.deepEqual(idsOf(await ask(other)), idsOf(await ask(one)), other);
  });

  it('takes an abbreviation and its name for the same', async () => {
    for (const [short, long] of [
      ['SCIE', 'Social Care Institute for Excellence'],
      ['TLAP', 'Think Local Act Personal'],
      ['PPG', 'patient participation group'],
      ['EHCP', 'education, health and care plan'],
    ] as const) {
      const [a, b] = [await ask(short), await ask(long)];
      assert.ok(a.totalMatchingAll > 0, short);
      assert.ok(idsOf(b).includes(idsOf(a)[0] ?? ''), `${short} and ${long}`);
    }
  });

  it('knows abbreviations that are also words by their capitals', async () => {
    assert.ok((await ask('NICE guidance')).hits.some(({ passage }) => /NICE/.test(textOf(passage))));
    assert.ok((await ask('the US')).total > 0);
  });

  it('does not take one word for another of the same stem', async () => {
    const { hits } = await ask('experiment', { isExact: true });
    assert.ok(hits.every(({ passage }) => /experiment\b/i.test(textOf(passage))));
    assert.equal((await ask('import', { isExact: true })).total, 0);
    const marks = (await ask('experiment')).hits.flatMap(({ snippet }) =>
      snippet.filter(({ isMatch }) => isMatch),
    );
    assert.ok(marks.every(({ text }) => !/^experience/i.test(text)));
  });

  it('leaves right words alone, and reads slips by ear', async () => {
    for (const text of ['niamh', 'ealing', 'allistic', 'tourettes', 'co-lead', 'co-host', 'copd'])
      assert.deepEqual((await ask(text)).corrections, [], text);
    const to = async (text: string) =>
      (await ask(text)).corrections.map((correction) => correction.to).join(' ');
    assert.equal(await to('sykiatrist'), 'psychiatrist');
    assert.equal(await to('hlep'), 'help');
    assert.equal(await to('accessable'), 'accessible');
  });

  it('does what AND, OR, NOT and single quotation marks say', async () => {
    const both = await ask('trust AND money');
    assert.equal(both.total, both.totalMatchingAll);
    assert.ok((await ask('trust OR "share power"')).totalMatchingAll > 50);
    assert.ok(
      (await ask('trust NOT money')).hits.every(({ passage }) => !/\bmoney\b/i.test(textOf(passage))),
    );
    assert.deepEqual(idsOf(await ask('‘share power’')), idsOf(await ask('"share power"')));
    assert.match(
      (await ask('site:scie.org.uk easy read')).notice ?? '',
      /“site:scie\.org\.uk” means nothing/,
    );
  });

  it('lists those that print a phrase first, and then the nearest', async () => {
    const { hits, total, totalNear } = await ask('"share power"');
    const printing = hits.slice(0, total - totalNear);
    assert.ok(printing.length > 0 && totalNear > 0);
    assert.ok(printing.every(({ passage }) => /share power/i.test(textOf(passage))));
    assert.match((await ask('"when grief and anger come into the room"')).notice ?? '', /title of/);
  });

  it('puts passages that print a name before those with a part of it', async () => {
    const printing = /King['’]s Fund/;
    const { hits } = await ask("King's Fund");
    assert.ok(printing.test(textOf(hits[0]?.passage ?? '')));
    const [first] = (await ask('trust')).hits;
    assert.ok(!/Carers Trust/.test(textOf(first?.passage ?? '')));
  });

  it('recommends the guide whose passages answer, not that of a topic', async () => {
    for (const [text, guide] of [
      ['chairing meetings', 'chairing-together'],
      ['does co-production save money', 'did-it-work'],
      ['paying people on benefits', 'paying-people'],
    ] as const)
      assert.ok((await ask(text)).guides.map(String).includes(guide), `${text}: ${(await ask(text)).guides}`);
  });

  it('leaves out the words that the reader leaves out', async () => {
    const words = async (without: string[]) =>
      (await ask('note taker', { without })).alsoSearched.flatMap((also) =>
        also.kind === 'word' ? [also.id] : [],
      );
    assert.ok((await words([])).includes('minutes'));
    assert.ok(!(await words(['minutes'])).includes('minutes'));
  });
});
