import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Essay } from '../../server/domain/corpus.ts';
import type { Passage } from '../../server/domain/passage.ts';
import type { Facets } from '../../server/search/facets/count-facets.ts';
import type { Filters } from '../../server/search/facets/facets.ts';
import { EMPTY_QUERY, narrow, QUERY_LIMITS, type Query } from '../../server/search/query/query.ts';
import type { Hit, Results, Search } from '../../server/search/search.ts';
import { type Loaded, loadContent, SHIPPED_DIR } from '../fixture-app.ts';

const idsOf = ({ hits }: Results) => hits.map(({ passage }) => String(passage));

/** A query as a test says it: what is not said is as by default. */
type Asked = Partial<Omit<Query, 'filters'>> & Partial<Filters>;
const toQuery = ({ tag, perspective, nation, author, kind, essay, ...rest }: Asked): Query =>
  narrow(
    { ...EMPTY_QUERY, ...rest },
    Object.fromEntries(
      Object.entries({ tag, perspective, nation, author, kind, essay }).filter(([, chosen]) => chosen),
    ),
  );
const asker = (search: Search) => (asked: Asked) => search.find(toQuery(asked));

describe('search over the fixture', () => {
  let ask: ReturnType<typeof asker>;
  let textOf: (hit: Hit | undefined) => string | undefined;
  before(async () => {
    const { search, corpus } = await loadContent();
    ask = asker(search);
    textOf = (hit) => corpus.passages.find(({ id }) => id === hit?.passage)?.text;
  });

  it('finds passages by their words, in any form', async () => {
    assert.deepEqual(idsOf(await ask({ text: 'griefs', sort: 'essay' })), ['ccc1', 'ccc3']);
  });

  it('finds and marks the very form only that an exact search asks for', async () => {
    assert.deepEqual(idsOf(await ask({ text: 'griefs', isExact: true })), []);
    const { hits } = await ask({ text: 'grief', isExact: true, sort: 'essay' });
    assert.deepEqual(
      hits.map(({ passage }) => passage),
      ['ccc1', 'ccc3'],
    );
    const marked = hits[0]?.snippet.filter(({ isMatch }) => isMatch).map(({ text }) => text);
    assert.deepEqual(marked, ['Grief']);
  });

  it('finds co-production under all its spellings, and not under “production”', async () => {
    for (const text of ['co-production', 'coproduction', 'co production', 'co-produce', 'co-produced']) {
      assert.deepEqual(new Set(idsOf(await ask({ text }))).size, 3, text);
    }
    assert.deepEqual(idsOf(await ask({ text: 'production', isExact: true })), []);
  });

  it('finds an essay by its title, a heading, an author and whom it is about', async () => {
    assert.deepEqual(idsOf(await ask({ text: 'kitchen' })).length, 4);
    assert.deepEqual(idsOf(await ask({ text: 'before meeting' }))[0], 'aaa2');
    assert.deepEqual(idsOf(await ask({ text: 'Sample' })).length, 1);
    assert.deepEqual(idsOf(await ask({ text: 'Ada' })).length, 3);
  });

  it('takes an author whose name holds all the words', async () => {
    assert.deepEqual(idsOf(await ask({ author: ['example'] })), ['ccc1', 'ccc2', 'ccc3']);
    assert.deepEqual(idsOf(await ask({ author: ['Ada Sample'] })), []);
  });

  it('combines tags with “and”, or with “or” when asked', async () => {
    assert.deepEqual(idsOf(await ask({ tag: ['grief', 'carers'], sort: 'essay' })), ['ccc1', 'ccc2']);
    assert.deepEqual(idsOf(await ask({ tag: ['grief', 'tokenism'], tagMode: 'any' })).includes('aaa4'), true);
  });

  it('meets text and filters together', async () => {
    assert.deepEqual(idsOf(await ask({ text: 'anger', tag: ['commissioning'] })), ['ccc2']);
    assert.deepEqual(idsOf(await ask({ text: 'agenda', perspective: ['practitioner'] })), ['aaa3']);
    assert.deepEqual(idsOf(await ask({ text: 'rubber stamp', kind: ['essay'] })).length, 1);
    assert.deepEqual(idsOf(await ask({ text: 'grief', essay: ['kitchen-table'] })), []);
  });

  it('puts an editor’s tag before a rule’s when only tags are asked for', async () => {
    assert.equal(idsOf(await ask({ tag: ['tokenism'] }))[0], 'aaa4');
  });

  it('ranks passages with more of the words first, and tells how many have all', async () => {
    const results = await ask({ text: 'rubber stamp co-production' });
    assert.equal(idsOf(results)[0], 'aaa4');
    assert.deepEqual([results.total, results.totalMatchingAll, results.facetsCount], [3, 2, 'matchingAll']);
    const all = await ask({ text: 'rubber stamp co-production', match: 'all' });
    assert.deepEqual([all.total, all.totalMatchingAll], [2, 2]);
  });

  it('counts facets among passages with some of the words when none has all', async () => {
    const results = await ask({ text: 'kitchen bereavement' });
    assert.deepEqual([results.total, results.totalMatchingAll, results.facetsCount], [6, 0, 'matchingSome']);
    assert.deepEqual(
      results.facets.kind.map(({ id, count }) => [id, count]),
      [
        ['guide', 4],
        ['reading-note', 2],
      ],
    );
  });

  it('orders by essay and by date, unknown dates last', async () => {
    const text = 'co-production rubber grief';
    const inOrder = idsOf(await ask({ text, sort: 'essay', isExact: true }));
    assert.deepEqual(inOrder.slice(0, 3), ['ccc1', 'ccc3', 'aaa4']);
    assert.match(inOrder[3] ?? '', /^p/);
    const newest = idsOf(await ask({ text, sort: 'newest', isExact: true }));
    assert.equal(newest[0], 'aaa4');
    assert.match(newest.at(-1) ?? '', /^p/);
  });

  it('divides results into pages that join to the whole', async () => {
    const whole = idsOf(await ask({ text: 'agenda grief carers' }));
    const pages = [];
    for (let page = 1; page <= whole.length; page += 1)
      pages.push(...idsOf(await ask({ text: 'agenda grief carers', page, perPage: 1 })));
    assert.deepEqual(pages, whole);
  });

  it('marks every form of the words in the snippet, whose pieces join to the text', async () => {
    const [hit] = (await ask({ text: 'grieving' })).hits;
    assert.deepEqual(
      hit?.snippet.filter(({ isMatch }) => isMatch).map(({ text }) => text),
      ['grieve'],
    );
    assert.equal(hit?.snippet.map(({ text }) => text).join(''), textOf(hit));
  });

  const ODD = [
    '',
    '   ',
    '???',
    '"',
    '“',
    '-',
    '*',
    '\\',
    '<script>',
    '😀',
    '\u0000',
    'the of and',
    '((((',
    'tag:',
    '%',
    'a'.repeat(400),
  ];
  for (const text of ODD) {
    it(`answers the odd query ${JSON.stringify(text.slice(0, 12))} and explains itself where nothing is found`, async () => {
      const { total, notice } = await ask({ text });
      assert.ok(total > 0 || (notice ?? '').length > 20);
    });
  }

  it('finds the words that there are among a hundred that there are not', async () => {
    const text = `${Array.from({ length: 100 }, (_, index) => `x${index}y`).join(' ')} grief`;
    const { total, hits } = await ask({ text, isExact: true });
    assert.equal(total, 2);
    assert.ok(hits.every(({ matchedWords }) => matchedWords.length <= QUERY_LIMITS.terms));
  });

  it('finds other words of the family, and says so', async () => {
    const results = await ask({ text: 'bereavement', sort: 'essay' });
    assert.deepEqual(idsOf(results), ['ccc1', 'ccc3']);
    assert.deepEqual(results.alsoSearched, [
      { kind: 'family', id: 'bereavement', label: 'bereavement' },
      { kind: 'word', id: 'grief', label: 'grief', because: 'bereavement' },
    ]);
    assert.deepEqual(idsOf(await ask({ text: 'bereavement', isExact: true })), []);
  });

  it('finds passages on a concept by everyday words that none of them holds', async () => {
    const results = await ask({ text: 'who calls the shots' });
    assert.equal(idsOf(results)[0], 'aaa1');
    assert.deepEqual([results.totalMatchingAll, results.hits[0]?.matchedWords], [0, []]);
    assert.deepEqual(results.alsoSearched, [
      { kind: 'concept', id: 'power-sharing', label: 'Sharing power' },
    ]);
    assert.ok(!idsOf(await ask({ text: 'who calls the shots', isExact: true })).includes('aaa1'));
  });

  it('corrects a word that nothing holds, says so, and never one that is there', async () => {
    const results = await ask({ text: 'respiet carers' });
    assert.deepEqual(results.corrections, [{ from: 'respiet', to: 'respite' }]);
    assert.equal(idsOf(results)[0], 'ccc2');
    assert.deepEqual((await ask({ text: 'respite week' })).corrections, []);
    assert.deepEqual((await ask({ text: 'respiet', isExact: true })).total, 0);
  });

  it('finds phrases word for word, and leaves out what is excluded', async () => {
    assert.deepEqual(idsOf(await ask({ text: '"rubber stamp"', sort: 'essay' })).slice(0, 1), ['aaa4']);
    assert.deepEqual(idsOf(await ask({ text: '"stamp rubber"', isExact: true })), []);
    assert.deepEqual(idsOf(await ask({ text: 'loss -group', sort: 'essay', isExact: true })), [
      'ccc1',
      'ccc3',
    ]);
    assert.deepEqual(idsOf(await ask({ text: 'grief -"grief, she says"', isExact: true })), ['ccc3']);
  });

  it('lists those that print a phrase, and then the nearest', async () => {
    const { hits, total, totalNear, totalMatchingAll } = await ask({ text: '"plan services"' });
    assert.deepEqual([hits[0]?.passage, total - totalNear, totalMatchingAll], ['ccc1', 1, 1]);
    assert.deepEqual(idsOf(await ask({ text: '"plan services"', isExact: true })), ['ccc1']);
  });

  it('looks for the nearest when nothing prints a phrase, other endings of its words first, and says so', async () => {
    const other = await ask({ text: '"plans services"' });
    assert.equal(other.hits[0]?.passage, 'ccc1');
    assert.ok((other.hits[0]?.score ?? 0) > (other.hits[1]?.score ?? 0) + 1);
    const { notice, hits } = await ask({ text: '"stamp rubber"' });
    assert.equal(hits[0]?.passage, 'aaa4');
    assert.match(notice ?? '', /^No passage prints the words in quotation marks in this order/);
    assert.deepEqual(idsOf(await ask({ text: '"plans services"', isExact: true })), []);
  });

  it('says what to take away when a filter or a minus leaves nothing', async () => {
    assert.match(
      (await ask({ text: 'rubber -stamp -tokenism', isExact: true })).notice ?? '',
      /Take a minus away/,
    );
    assert.match((await ask({ text: 'rubber tag:grief', isExact: true })).notice ?? '', /Take a filter away/);
  });

  it('finds a topic in the box by a word of its name', async () => {
    const byName = await ask({ text: 'tag:loss', sort: 'essay' });
    assert.deepEqual(idsOf(byName), idsOf(await ask({ tag: ['grief'], sort: 'essay' })));
  });

  it('takes the first eight phrases of many, and says so', async () => {
    const text = Array.from({ length: 9 }, (_, at) => `-"grief ${at}"`).join(' ');
    assert.match((await ask({ text: `grief ${text}` })).notice ?? '', /used the first 8/);
  });

  it('reads two words written as one, and spelling by ear, but leaves English words alone', async () => {
    assert.deepEqual((await ask({ text: 'carersgroup' })).corrections, [
      { from: 'carersgroup', to: 'carers group' },
    ]);
    assert.deepEqual((await ask({ text: 'koprodukshun' })).corrections, [
      { from: 'koprodukshun', to: 'coproduction' },
    ]);
    assert.deepEqual((await ask({ text: 'bereevment' })).corrections, [
      { from: 'bereevment', to: 'bereavement' },
    ]);
    assert.deepEqual((await ask({ text: 'stump' })).corrections, []);
  });

  it('takes filters in the box for filters', async () => {
    assert.deepEqual(idsOf(await ask({ text: 'anger tag:grief author:example' })), ['ccc2']);
    assert.deepEqual(idsOf(await ask({ text: 'grief in:"a long loss"', sort: 'essay' })), ['ccc1', 'ccc3']);
    assert.deepEqual(idsOf(await ask({ text: 'tag:tokenism in:kitchen' })), ['aaa4']);
    assert.match((await ask({ text: 'grief tag:greif' })).notice ?? '', /nothing that fits “tag:greif”/);
    assert.match(
      (await ask({ text: 'grief author:nobody' })).notice ?? '',
      /nothing that fits “author:nobody”/,
    );
    assert.deepEqual(idsOf(await ask({ text: 'agenda -tag:power-sharing', isExact: true, sort: 'essay' })), [
      'ccc3',
    ]);
    assert.deepEqual(idsOf(await ask({ text: 'grief -author:example', isExact: true })), []);
    assert.match((await ask({ text: '-tag:grief' })).notice ?? '', /only says what to leave out/);
  });
});

describe('facets over the shipped content', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent(SHIPPED_DIR);
  });

  function passageOf({ passage }: Hit): Passage {
    return loaded.corpus.passages.find(({ id }) => id === passage) ?? assert.fail(passage);
  }
  function essayOf(hit: Hit): Essay {
    return loaded.corpus.essays.find(({ slug }) => slug === passageOf(hit).essay) ?? assert.fail(hit.passage);
  }

  /** All hits of a query, over its pages. */
  async function allHits(query: Asked): Promise<Results['hits']> {
    const hits = [];
    for (let page = 1; ; page += 1) {
      const results = await loaded.search.find(toQuery({ ...query, page, perPage: 50 }));
      hits.push(...results.hits);
      if (hits.length >= results.total) return hits;
    }
  }

  const CASES: Readonly<Record<string, Asked>> = {
    'q=grief&match=all': { text: 'grief', match: 'all' },
    'tag=tokenism&q=commissioning&match=all': {
      text: 'commissioning',
      tag: ['tokenism'],
      match: 'all',
    },
    'tag=grief&tag=carers': { tag: ['grief', 'carers'] },
    'q=share power&match=all': { text: 'share power', match: 'all' },
  };
  for (const [name, query] of Object.entries(CASES)) {
    it(`count what ${name} really gives`, async () => {
      const { facets } = await loaded.search.find(toQuery(query));
      const hits = await allHits(query);
      const recount = (of: (hit: Results['hits'][number]) => readonly string[]) => {
        const counts: Record<string, number> = {};
        for (const hit of hits) for (const id of of(hit)) counts[id] = (counts[id] ?? 0) + 1;
        return counts;
      };
      const counted = (values: Facets['tag']) =>
        Object.fromEntries(values.map(({ id, count }) => [id, count]));
      assert.deepEqual(
        counted(facets.tag),
        recount((hit) => passageOf(hit).tags.map(({ concept }) => concept)),
      );
      assert.deepEqual(
        counted(facets.perspective),
        recount((hit) => [passageOf(hit).perspective]),
      );
      assert.deepEqual(
        counted(facets.kind),
        recount((hit) => [essayOf(hit).kind]),
      );
      assert.deepEqual(
        counted(facets.essay),
        recount((hit) => [passageOf(hit).essay]),
      );
    });
  }

  it('list every passage that holds the commonest word of all', async () => {
    const words = await loaded.search.find({ ...EMPTY_QUERY, text: 'people' });
    const exact = await loaded.search.find({ ...EMPTY_QUERY, text: 'people', isExact: true });
    assert.ok(exact.total > loaded.corpus.passages.length / 2);
    assert.ok(words.total >= exact.total && words.totalMatchingAll >= exact.total);
  });

  it('promise for each tag what choosing it gives', async () => {
    const query: Asked = { text: 'power', perspective: ['editors'] };
    const { facets } = await loaded.search.find(toQuery(query));
    assert.ok(facets.tag.length > 3);
    for (const { id, count } of facets.tag) {
      assert.equal((await loaded.search.find(toQuery({ ...query, tag: [id] }))).totalMatchingAll, count, id);
    }
    for (const { id, count } of facets.perspective) {
      assert.equal(
        (await loaded.search.find(toQuery({ ...query, perspective: [id] }))).totalMatchingAll,
        count,
        id,
      );
    }
  });
});
