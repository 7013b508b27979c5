/** A quotation in single marks, or in double ones; `‘Carers’ views’` has none, for the first mark would have to open. */
const IN_SINGLE = /(?<![\p{L}\p{N}])[‘']((?:[^‘’']|(?<=\p{L})[’'](?=\p{L}))+)[’'](?![\p{L}\p{N}])/gu;
const IN_DOUBLE = /[“"]([^“”"]+)[”"]/g;
/** A full stop that ends a sentence and no abbreviation, at the end of a title. */
const LAST_STOP = /(?<!\.|\.\p{L}+|\b(?:etc|inc|ltd|co|jr|sr|al|eds?|vol|pp?))\.$/iu;

/** A title as a reference prints it: without a full stop at its end, for a reference has its own. */
export const withoutStop = (title: string): string => title.replace(LAST_STOP, '');

/** A title in single quotation marks, with quotations within it in double ones: `‘The “good enough” test’`. */
export const inSingleQuotes = (title: string): string =>
  `‘${withoutStop(title).replace(IN_SINGLE, '“$1”').replace(IN_DOUBLE, '“$1”')}’`;

/** A title in double quotation marks, with quotations within it in single ones. */
export const inDoubleQuotes = (title: string): string => `“${withoutStop(title).replace(IN_DOUBLE, '‘$1’')}”`;

/** Ends a sentence: "?" and "!" end it already, within quotation marks too, as does the stop of an abbreviation. */
export const asSentence = (text: string): string => (/[.?!…][’”"'»]*$/u.test(text) ? text : `${text}.`);
