import { findDate } from '../head/parse-date.ts';

/** A text without contact details, and how many were in it. */
export type WithoutContacts = { readonly text: string; readonly emails: number; readonly phones: number };

const EMAIL =
  /(?:mailto:)?[\p{L}\p{N}_.+%\\'’-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.\p{L}{2,24}/giu;
/** An address written so that programs do not see it: `ada [at] example.org`. */
const SPELT_EMAIL =
  /[\w.+-]{1,64}\s?\\?[[(]\s?at\s?\\?[\])]\s?[\w-]{1,63}(?:\s?(?:\.|\\?[[(]\s?dot\s?\\?[\])])\s?[\w-]{1,63}){1,4}|[\w.+-]{1,64} at [\w-]{1,63}(?: dot [\w-]{2,63}){0,3} dot (?:com|org|net|uk|gov|nhs|info|example)\b/gi;
/** British numbers, with the country's code or without, and those of other countries with their code. */
const PHONE =
  /(?<![\w£$€-]|\d\.|\p{L}\/)(?:(?:\(?\+|00)\d{1,3}\)?[ .-]?(?:\(0\))?[ .(-]{0,2}\d(?:[ ().-]{0,2}\d){6,10}|\(?0[1-9](?:[ ().-]{0,2}\d){6,9})(?!\d|[.-]\d)/gu;
/** What stands before a number that is no phone's. */
const OTHER_NUMBER =
  /(?:isbn|issn|doi|\bid|(?:company|charity|registration|registered|reg\.?|account|policy|order|reference|ref\.?)(?: (?:number|no\.?))?)[\s:#-]*$/i;
/** Opening hours. */
const HOURS = /^\d{2}[.:]\d{2} ?[-–] ?\d{2}[.:]\d{2}$/;

/** Takes email addresses and phone numbers out of a text; a mark in square brackets stands for each. */
export function removeContacts(original: string): WithoutContacts {
  let emails = 0;
  let phones = 0;
  const dropEmail = () => {
    emails += 1;
    return '[email removed]';
  };
  const text = original
    .replace(EMAIL, dropEmail)
    .replace(SPELT_EMAIL, dropEmail)
    .replace(PHONE, (number, at: number, whole: string) => {
      const digits = number.replace(/\D/g, '').length;
      const isOther =
        findDate(number) !== undefined ||
        HOURS.test(number) ||
        OTHER_NUMBER.test(whole.slice(Math.max(0, at - 24), at));
      if (digits < 8 || digits > 15 || isOther) return number;
      phones += 1;
      // A bracket that opens before the number and closes after it stays.
      return `${number.startsWith('(') && !number.includes(')') ? '(' : ''}[phone removed]`;
    });
  return { text, emails, phones };
}

/** The same in Markdown, whose addresses of links are left as they are; the marks are escaped. */
export function removeContactsFromMarkdown(markdown: string): WithoutContacts {
  let emails = 0;
  let phones = 0;
  const parts = markdown.split(/(\]\([^)\s]*\))/);
  const text = parts.map((part, index) => {
    if (index % 2 === 1) return part;
    const found = removeContacts(part);
    emails += found.emails;
    phones += found.phones;
    // A mark that was escaped at the start of a line goes with the number that it began.
    return found.text.replace(/\\?\[(email|phone) removed\]/g, '\\[$1 removed\\]');
  });
  return { text: text.join(''), emails, phones };
}
