/**
 * American spellings by how a word begins, and the British for that beginning. Only words that differ in nothing but spelling:
 * "check" and "meter" are words of both.
 */
const BEGINNINGS: Readonly<Record<string, string>> = {
  // -er, -re
  caliber: 'calibre',
  center: 'centre',
  fiber: 'fibre',
  luster: 'lustre',
  maneuver: 'manoeuvre',
  meager: 'meagre',
  scepter: 'sceptre',
  somber: 'sombre',
  specter: 'spectre',
  theater: 'theatre',
  // -ense, -ence
  defense: 'defence',
  offense: 'offence',
  pretense: 'pretence',
  // -og, -ogue
  analog: 'analogue',
  catalog: 'catalogue',
  dialog: 'dialogue',
  // ae, oe
  anesthe: 'anaesthe',
  anemi: 'anaemi',
  archeolog: 'archaeolog',
  cesarean: 'caesarean',
  diarrhea: 'diarrhoea',
  encyclopedi: 'encyclopaedi',
  estrogen: 'oestrogen',
  fetal: 'foetal',
  fetus: 'foetus',
  gynecolog: 'gynaecolog',
  hemo: 'haemo',
  hemorr: 'haemorr',
  leukemi: 'leukaemi',
  orthopedic: 'orthopaedic',
  pediatric: 'paediatric',
  toxemi: 'toxaemi',
  // One l or two
  canceled: 'cancelled',
  canceling: 'cancelling',
  channeled: 'channelled',
  channeling: 'channelling',
  counseled: 'counselled',
  counseling: 'counselling',
  counselor: 'counsellor',
  dialed: 'dialled',
  enrollment: 'enrolment',
  fueled: 'fuelled',
  fulfillment: 'fulfilment',
  installment: 'instalment',
  labeled: 'labelled',
  labeling: 'labelling',
  leveled: 'levelled',
  leveling: 'levelling',
  marvelous: 'marvellous',
  modeled: 'modelled',
  modeling: 'modelling',
  signaled: 'signalled',
  signaling: 'signalling',
  skillful: 'skilful',
  totaled: 'totalled',
  traveled: 'travelled',
  traveler: 'traveller',
  traveling: 'travelling',
  willful: 'wilful',
  woolen: 'woollen',
  // Others
  acknowledgment: 'acknowledgement',
  airplane: 'aeroplane',
  aluminum: 'aluminium',
  artifact: 'artefact',
  fulfill: 'fulfil',
  gray: 'grey',
  judgment: 'judgement',
  pajama: 'pyjama',
  plow: 'plough',
  skeptic: 'sceptic',
  sulfur: 'sulphur',
};
/** Words in -or, British -our, without that ending, and what may follow: "humorous" and "honorary" are spelt so by all. */
const OR_WORDS = new Set(
  `arb arm behavi cand col demean endeav fav ferv flav glam harb hon hum lab misdemean neighb od parl ranc rig rum savi sav splend succ tum val vap vig`.split(
    /\s+/,
  ),
);
const OR_WORD =
  /^(\w+)or(s|ed|ing|er|ers|able|ably|ful|fully|less|ite|ites|hood|hoods|al|ally|ly|some|y|ism|ist|ists)?$/;

/** Whole words: as beginnings they would change others. */
const WORDS: Readonly<Record<string, string>> = {
  advisor: 'adviser',
  advisors: 'advisers',
  criterion: 'criteria',
  practise: 'practice',
  practised: 'practiced',
  practises: 'practices',
  practising: 'practicing',
  aging: 'ageing',
  enroll: 'enrol',
  enrolls: 'enrols',
  gray: 'grey',
  instill: 'instil',
  mom: 'mum',
  moms: 'mums',
  mommy: 'mummy',
  program: 'programme',
  programs: 'programmes',
  sulfate: 'sulphate',
  whilst: 'while',
  amongst: 'among',
};

const LONGEST = Math.max(...Object.keys(BEGINNINGS).map((beginning) => beginning.length));
const SHORTEST = 4;

/** A normalised word in British spelling, -ise rather than -ize; a word that has no other spelling as it is. */
export function toBritishSpelling(word: string): string {
  const whole = WORDS[word];
  if (whole !== undefined && Object.hasOwn(WORDS, word)) return whole;
  const spelt = word
    .replace(/(?<=\w{3})iz(e|es|ed|ing|er|ers|ation|ations|ational)$/, 'is$1')
    .replace(/(?<=\w{2})yz(e|es|ed|ing|er|ers)$/, 'ys$1');
  const [, stem = '', ending = ''] = OR_WORD.exec(spelt) ?? [];
  if (OR_WORDS.has(stem)) return `${stem}our${ending}`;
  for (let length = Math.min(LONGEST, spelt.length); length >= SHORTEST; length -= 1) {
    const beginning = spelt.slice(0, length);
    if (Object.hasOwn(BEGINNINGS, beginning)) return `${BEGINNINGS[beginning]}${spelt.slice(length)}`;
  }
  return spelt;
}
