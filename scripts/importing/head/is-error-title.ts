/** Titles of error pages, of forms and of lists of results. */
const ERRORS = [
  /^(?:error\s*:?\s*)?(?:40[0-9]|50[0-9])(?:\s*[:–-]?\s*(?:not found|page not found|forbidden|unauthori[sz]ed|bad gateway|internal server error|service unavailable|error))?$/i,
  /^(?:sorry,? |oops[!.]? )*(?:this |the |that )?page (?:can(?:no|['’])t|could not|was not|wasn['’]t|isn['’]t|is not|not) (?:be )?(?:found|available)\b.{0,60}$/i,
  /^(?:sorry,? |oops[!.]? )*(?:this |the |that )?page (?:doesn['’]t|does not) exist\b.{0,60}$/i,
  /^(?:not found|access denied|forbidden|log ?in|sign ?in|are you a robot\??|before you continue|oops[.!]*|just a moment\W*)(?:\s*[|–—-]\s.{0,60})?$/i,
  /^(?:log ?in|sign ?in) to (?:your )?\p{Lu}?\S+(?: \S+)?$/iu,
  /^attention required\b/i,
  /^search results(?: for .{0,60})?$|^you searched for\b/i,
  /\b(?:page not found|404 error|error 404|page cannot be found)\b/i,
];

/** Whether a title says that its page is no essay: an error, a form, a listing. */
export const isErrorTitle = (title: string): boolean =>
  title.trim().length <= 100 && ERRORS.some((pattern) => pattern.test(title.trim()));
