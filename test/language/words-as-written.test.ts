import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { partStems, termsIn } from '../../server/language/split-terms.ts';
import { normalWords } from '../../server/language/split-words.ts';

/** Ways in which one word reaches a box or a text, each kind with what it is compared as. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  coproduction: [
    'co-production',
    'co–production',
    'co—production',
    'co−production',
    'co‑production',
    'co­production',
    'co\u00adproduction',
    'co\u200bproduction',
    'co\u2060production',
    'co/production',
    'co_production',
    'co - production',
    'co -production',
    'co\u00a0production',
    'co\nproduction',
    'CO-PRODUCTION',
    'CoProduction',
    '#CoProduction',
    'ｃｏ－production',
  ],
  carers: ["carers'", 'carers’', 'carers`', 'car\u00aders', 'ｃａｒｅｒｓ', 'carers¹', 'carers²'],
  carer: ["carer's", 'carer’s', 'carer‘s', 'carer`s', 'carer´s', 'carerʼs', 'carer＇s', 'carer′s'],
  dont: ["don't", 'don’t', 'don`t', 'don´t', 'don＇t'],
  finance: ['finance', 'ﬁnance', 'FINANCE'],
  office: ['oﬃce'],
  sian: ['Siân', 'Sia\u0302n', 'SIÂN'],
  strasse: ['straße'],
  aero: ['ærø'],
  istanbul: ['İstanbul', 'ıstanbul'],
  nhs: ['NHS', 'N.H.S.', 'nhs', 'ＮＨＳ'],
  eg: ['e.g.', 'eg'],
  'a&e': ['A&E', 'a&e'],
  and: ['&', 'and'],
  20000: ['20,000', '£20,000', '20\u202f000', '20k', '£20k', '２０，０００'.normalize('NFKC'), '٢٠٠٠٠'],
};

describe('a word as people write it', () => {
  for (const [normal, written] of Object.entries(SAME)) {
    for (const text of written)
      it(`${JSON.stringify(text)} is ${normal}`, () => assert.deepEqual(normalWords(text), [normal]));
  }

  it('is not joined to "co" where it stands for something else', () => {
    assert.deepEqual(normalWords('Smith & Co visited'), ['smith', 'and', 'co', 'visited']);
    assert.deepEqual(normalWords('the shop & co – trade went on'), [
      'the',
      'shop',
      'and',
      'co',
      'trade',
      'went',
      'on',
    ]);
  });

  it('keeps the capitals of an abbreviation that would be another word', () => {
    assert.deepEqual(normalWords('WHO guidance for IT staff in the US'), [
      'WHO',
      'guidance',
      'for',
      'IT',
      'staff',
      'in',
      'the',
      'US',
    ]);
    assert.deepEqual(normalWords('NICE says it is nice'), ['NICE', 'says', 'it', 'is', 'nice']);
    assert.deepEqual(normalWords('WHO IS IN THE ROOM'), ['who', 'is', 'in', 'the', 'room']);
  });

  it('is found in languages that put no spaces between words', () => {
    assert.ok(normalWords('参加型研究').includes('研究'));
    assert.ok(normalWords('การมีส่วนร่วม').length > 1);
    assert.ok(normalWords('みんなの会議').includes('会議'));
  });

  it('is the same in American spelling', () => {
    const pairs = [
      ['behavior', 'behaviour'],
      ['centers', 'centres'],
      ['organization', 'organisation'],
      ['analyzed', 'analysed'],
      ['counseling', 'counselling'],
      ['program', 'programme'],
      ['pediatric', 'paediatric'],
      ['neighborhoods', 'neighbourhoods'],
      ['enrollment', 'enrolment'],
      ['judgment', 'judgement'],
      ['skeptical', 'sceptical'],
      ['mom', 'mum'],
    ] as const;
    for (const [american, british] of pairs) assert.deepEqual(termsIn(american), termsIn(british), american);
  });

  it('is left alone where both spell it alike', () => {
    for (const word of ['laboratory', 'honorary', 'humorous', 'colorado'])
      assert.ok(!termsIn(word)[0]?.includes('our'), word);
  });
});

describe('stems that part company with sense', () => {
  before(() =>
    partStems([
      'experience, experiences | experiment, experiments',
      'past | paste, pasted',
      'university | universe',
    ]),
  );
  after(() => partStems([]));

  it('are other terms, each with its own forms', () => {
    assert.deepEqual(termsIn('experience experiences'), ['experi', 'experi']);
    assert.deepEqual(termsIn('experiment experiments'), ['experiment~', 'experiment~']);
    assert.notDeepEqual(termsIn('past'), termsIn('pasted'));
    assert.notDeepEqual(termsIn('university'), termsIn('universe'));
  });
});
