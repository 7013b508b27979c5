import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Problem } from '../../scripts/indexing/problems/problem.ts';
import { readSettings } from '../../scripts/indexing/settings/read-settings.ts';
import { tagPassage } from '../../scripts/indexing/tagging/tag-passage.ts';
import type { TaggingRules } from '../../scripts/indexing/tagging/tagging-rules.ts';
import { SHIPPED_DIR } from '../fixture-app.ts';

/** Made-up passages that say something about a concept, some with its usual words and some without. */
const ABOUT: Readonly<Record<string, string>> = {
  'power-sharing':
    'At first the officers wrote the agenda and took the decisions. Now residents co-chair the board, and the budget cannot be signed off without them.',
  accessibility:
    'Two members could not follow the papers. We now send a version in plain language a week ahead, book the interpreter early and keep the meetings to an hour with a break.',
  tokenism:
    'Carers were invited after the plan had been signed. They were thanked, their comments were written down, and nothing changed. It was a tick-box exercise.',
  grief:
    'A mother whose son had died on the ward came to the group. She was angry, and still grieving, and the meeting had to stop for a while.',
  reciprocity:
    'Every member of the panel is paid for their time, expenses come in cash on the day, and anyone who prefers it can have training instead.',
  'choice-and-control':
    'With a direct payment she employs her own personal assistants and decides for herself when support comes and what it does.',
  carers:
    'Unpaid carers told the council that nobody asks how they are. A carer who works cannot come to a forum at two in the afternoon.',
  definitions:
    'What does co-production mean? It is more than consultation: the word is often used for any kind of involvement, and it should not be.',
};

/** Passages in which the same words mean something else. */
const NOT_ABOUT: Readonly<Record<string, string>> = {
  'a power cut':
    'The power cut lasted four hours. Engineers restored the supply to most streets by midnight and asked people to ring if the lights were still out.',
  'a hay meadow':
    'The diversity of the old meadow is its glory: forty species of plant in a square metre, and bees on all of them in June.',
  'payments to farmers':
    'Direct payments to farmers end in 2027, and the union wants clearer rules on what will take their place for those with hill land.',
  'a film':
    'The film is a co-production between two studios, and was shot over nine weeks with a crew of sixty.',
  'a game': 'Griefing is the chief reason for a ban: breaking what another player has built, even one torch.',
  'a loss in a ledger': 'The firm made a loss last spring, after a fall in sales and the closing of a depot.',
};

/** Characters. A person takes in a line at a glance, not a paragraph of alternatives. */
const MAX_CUE_LENGTH = 120;

describe('the shipped tagging rules', () => {
  let rules: TaggingRules;
  let advice: readonly Problem[];
  before(() => {
    const settings = readSettings([SHIPPED_DIR]);
    assert.ok(settings.kind === 'valid');
    rules = settings.value.rules;
    advice = settings.value.advice;
  });

  it('hold no more cues a topic than a person can keep in mind, and their weights are learnt from these cues', () => {
    const tooMany = rules.concepts.flatMap(({ concept, cues, except }) => {
      const written =
        cues.filter(({ origin }) => origin !== 'label' && origin !== 'learnt').length + except.length;
      return written > 150 ? [`${concept}: ${written}`] : [];
    });
    assert.deepEqual([tooMany, advice], [[], []]);
  });

  it('hold no more plain words a topic than a person can read through', () =>
    assert.deepEqual(
      rules.concepts.flatMap(({ concept, plain }) =>
        plain.length > 60 ? [`${concept}: ${plain.length}`] : [],
      ),
      [],
    ));

  it('hold no cue that is too long to be read aloud', () => {
    const written = rules.concepts.flatMap(({ cues, plain, except }) => [
      ...cues.filter(({ origin }) => origin !== 'label' && origin !== 'learnt').map(({ pattern }) => pattern),
      ...plain.map(({ pattern }) => pattern),
      ...except,
    ]);
    assert.deepEqual(
      written.flatMap(({ source }) => (source.length > MAX_CUE_LENGTH ? [source] : [])),
      [],
    );
  });

  const conceptsOf = (text: string) => tagPassage(text, rules).map(({ concept }) => String(concept));

  for (const [concept, text] of Object.entries(ABOUT)) {
    it(`see ${concept}`, () => assert.ok(conceptsOf(text).includes(concept), conceptsOf(text).join(', ')));
  }
  for (const [name, text] of Object.entries(NOT_ABOUT)) {
    it(`see nothing in ${name}`, () => assert.deepEqual(conceptsOf(text), []));
  }
});
