/**
 * Words that are left out of a query, unless it holds no others: they stand in most passages and say nothing of what is
 * looked for. Dropping them is part of a recipe measured on public test collections. Normalised, not stemmed;
 * words that this field lives by ("we", "us", "together", "own") are kept.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after all also am an and any are arent as at be because been before being but by can cannot cant could
  couldnt did didnt do does doesnt doing dont for from get give go goes going gone got getting had has hasnt have havent having he her hers him his how
  i id if ill im in into is isnt it its ive just let lets like made make makes many may me might more most much must my
  need no not of off on one only or other others our out over please said same say says she should shouldnt so some such than
  that thats the their theirs them then there these they this those through to too under until up use used using very
  was wasnt were werent what whats when where which while who whom whos whose why will with without wont would wouldnt
  you your yours`.split(/\s+/),
);
