const SITES =
  'facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|tumblr|instagram|youtube|email|e-mail|print|more|mastodon|bluesky|telegram|copy link';
/** What the noun is that a site adds to "related", "more" and the like. */
const PIECES = 'posts?|articles?|content|stories|news|pages|blogs?';

/** Headings of readers' comments, and the words of forms for them. All below them is left out. */
const ENDS_IN_COMMENTS = [
  /^(?:(?:no|one|\d+)\s+comments?|\d+\s+(?:responses?|replies|reply|thoughts?)|comments?)(?:\s*\(\d*\))?\s*:?$/i,
  /^one response$/i,
  /^(?:one|two|three|four|five|\d+)\s+(?:thoughts?|responses?|comments?|replies)\s+(?:on|to)\s+[“"‘']/i,
  /^\d+\s+(?:thoughts?|responses?|comments?|replies)\s+(?:on|to)\s/i,
  /^(?:leave|post|add|write|make|submit)\s+(?:a|your)\s+(?:reply|comment|response)(?: cancel reply| on this (?:post|article|page|blog)| below)?\s*(?:…|\.\.\.|:)?$/i,
  /^(?:cancel reply|join the (?:conversation|discussion)|have your say|reader(?:s['’]|'s|’s)? comments|comments are (?:closed|off)\.?|leave this field empty)$/i,
  /^your email address will not be published\b/i,
  /^fill in your details below\b/i,
  /^you(?: are|['’]re) commenting using\b/i,
  /^posted on by\b/i,
];

/** Headings and lines that sites put under a text: other posts, the author's card, feedback, newsletters, rights. */
const ENDS = [
  new RegExp(
    `^(?:related|similar|recent|popular|recommended|featured)\\s+(?:${PIECES})(?:\\s*:.{0,160})?$`,
    'i',
  ),
  new RegExp(`^(?:latest|more|other|previous|next)\\s+(?:${PIECES})(?:\\s*:.{0,160})?$`, 'i'),
  /^more (?:from|on|like) (?:the|this|our) (?:blog|site|author|series|topic|website|section|category)$/i,
  /^more like this$/i,
  /^you (?:may|might) (?:also (?:like|be interested in)|be interested in)\b.{0,40}$/i,
  /^(?:read next|up next|what to read next|see also on this site|keep reading|don['’]t miss)\s*:?$/i,
  /^(?:about|more about|meet) the (?:authors?|writers?|bloggers?)\s*:?$/i,
  /^(?:about me|about us|blog archive|archives|labels|categories|tag cloud|followers|subscribe(?: to)?|blogroll|site ?map)\s*:?$/i,
  /^(?:cite this(?: (?:article|page|report))?|how to cite(?: this.{0,30})?|explore our work|discover more|download the (?:full )?report)\s*:?$/i,
  /^(?:(?:is|was) this (?:page|article|information|content) (?:useful|helpful)|how (?:useful|helpful) was this (?:page|article))\s*\??$/i,
  /^(?:help us improve (?:gov\.uk|this (?:site|page|website)|our (?:site|website))|report a problem with this page|feedback on this page)$/i,
  /^(?:subscribe|sign up|join)\b(?: to| for)?(?: receive)? ?(?:our|the|my)?\b.{0,30}\b(?:newsletter|mailing list|bulletin|updates by e-?mail|e-?mail updates)$/i,
  /^(?:©|copyright\s+(?:©|\(c\)|(?:.{1,60}\s)?(?:19|20)\d{2}\b|(?:19|20)\d{2}))(?:\s.{0,100})?$/i,
  /^\(c\)\s+(?:copyright\b|(?:19|20)\d{2}\b).{0,100}$/i,
  /^(?:all rights reserved|powered by (?:blogger|wordpress|squarespace|wix|drupal)|theme images by .{1,60}|proudly powered by .{1,40})\.?$/i,
  /^(?:← ?)?(?:newer posts?|older posts?)(?: ?→)?(?: home)?(?: older posts?)?$/i,
  /^home older posts?$|^subscribe to:? post/i,
];

/** Lines that go, while the text may go on after them. */
const LINES = [
  /^(?:share|tweet|pin|print|email)(?: (?:this|it))?(?: (?:post|page|article|blog))?\s*:?$/i,
  new RegExp(
    `^(?:share|tweet|pin|email|follow(?: us| me)?)(?: this)? (?:on|via|to|by) (?:${SITES})(?: \\(opens? in (?:a )?new (?:window|tab)\\))?$`,
    'i',
  ),
  new RegExp(`^(?:${SITES}|link copied)(?:[ ,|·/]+(?:${SITES}))*$`, 'i'),
  /^(?:follow|like|like this:?|like loading\W*|loading\W*|blogthis!|click to (?:share|email|print)\b.{0,80})$/i,
  /^(?:skip to (?:main )?(?:content|navigation)|skip navigation|(?:back|return|go) to top|top of page|main menu|menu|toggle navigation|search|search this (?:site|blog)|close|home|contact|breadcrumb|you are here:.{0,80}|accessibility links)$/i,
  /^home\s*[>»›/]\s*.{0,200}$/i,
  /^(?:posted (?:in|under)|filed under|categories|category|tagged(?: with)?|tags|labels|posted at)\s*:.{0,200}$/i,
  /^posted by\s.{1,60}\bat \d{1,2}[:.]\d{2}.{0,40}$/i,
  /^posted by:?\s(?:\p{Lu}[\p{L}'’-]*\s?){1,4}$/u,
  /^posted in\s(?:\p{Lu}[\p{L}'’-]*,?\s?){1,6}$/iu,
  /^(?:you can (?:follow|leave|skip|trackback)\b.{0,60}\b(?:responses?|feed|trackback)|both comments and pings are|responses are currently closed)\b.{0,300}$/i,
  /^(?:filed under|this entry was posted)\b.{0,500}$/i,
  /^(?:technorati|flickr|del\.icio\.us) tags?\b.{0,200}$/i,
  /^(?:reblog|trackbacks?|permalink|bookmark the permalink\.?|hits:? ?[\d,]+)$/i,
  /^(?:photo|photograph|image|picture|illustration)s?\s*(?:credits?\s*:?|©|courtesy of)\s*.{1,120}$/i,
  /^(?:photo|photograph|image|picture|illustration)s?\s*:\s*[^.!?]{1,60}$/i,
  /^(?:Photo|Photograph|Image|Picture|Illustration) by \p{Lu}\p{L}+ [^.!?]{1,80}$/u,
  /^(?:credit|caption)\s*:[^.!?]{0,140}$/i,
  /^(?:advertisement|advert|sponsored content|promoted)$/i,
  /^(?:we use cookies|this (?:web)?site uses cookies|by (?:using|continuing to (?:use|browse)) (?:this|our) (?:web)?site)\b.{0,300}$/i,
  /^(?:(?:accept|reject)(?: all)? cookies|manage cookies|cookie (?:settings|policy|preferences))$/i,
  /^Cookies on \p{Lu}\S*(?: \S+){0,3}$/u,
  /^(?:read more|continue reading|view (?:all posts by .{1,60}|original|full (?:post|article|site))|download this (?:page|pdf|document)|print this (?:page|article|post)|listen to this (?:page|article)|edit this (?:post|page|entry))\s*(?:»|›|→|\.\.\.|…)?$/i,
  /^(?:page )?(?:last|next) (?:reviewed|updated?|review due)(?: on)?\s*(?::.{0,60}|\s\d.{0,30})$/i,
  /^(?:press enter or click to view image.{0,30}|top highlight|image \d+ of \d+|this slideshow requires javascript\.?|thanks for reading\b.{0,40}\bsubscribe\b.{0,40}|(?:read|open) in app|\d+ claps?)$/i,
  /^(?:less than a|one|\d{1,3})[ -]min(?:ute)?s?[ -]read(?:ing time)?$/i,
  /^(?:estimated )?reading time:?\s.{0,30}$/i,
  /^page \d{1,3}(?: of \d{1,3})?$|^\d{1,2}$/i,
  /^(?:log ?in|sign ?in|register|my account|basket|donate(?: now)?|contact us|subscribe|sign up)$/i,
];

/** Above a text, a page says what kind of text follows; lower down the same words are a heading. */
const KICKER =
  /^(?:guest )?(?:blog|blog post|guest post|opinion|comment|news|feature|article|case study|story|interview|long read|viewpoint|insight)s?$/i;

const isOneOf = (line: string, patterns: readonly RegExp[], longest: number): boolean => {
  const text = line.trim();
  return text.length <= longest && patterns.some((pattern) => pattern.test(text));
};

/** Whether a line ends an essay's text because readers' comments begin. */
export const startsComments = (line: string): boolean => isOneOf(line, ENDS_IN_COMMENTS, 160);

/** Whether a line ends an essay's text: it heads comments, or what sites put below a text. */
export const endsEssay = (line: string): boolean => startsComments(line) || isOneOf(line, ENDS, 200);

/** Whether a line belongs to the page and not to the essay. */
export const isFurnitureLine = (line: string): boolean => isOneOf(line, LINES, 560);

/** Whether a line above a text says what kind of text it is. */
export const isKicker = (line: string): boolean => isOneOf(line, [KICKER], 40);
