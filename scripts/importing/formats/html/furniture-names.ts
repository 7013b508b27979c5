/** Ids that themes and systems give to parts of every page. */
const FURNITURE_IDS = ['footer', 'header', 'sidebar', 'comments', 'respond', 'disqus_thread', 'toc'];

/**
 * What pages carry besides the text: by element and role, and by the words that themes, widgets and systems use in
 * class names and ids. Matched as whole words of a name: `post-share` is furniture, `shared-living` is not.
 */
export const FURNITURE_SELECTOR = [
  'nav',
  'form',
  'dialog',
  'aside',
  'menu',
  'figure figcaption',
  '[role="navigation"]',
  '[role="complementary"]',
  '[role="banner"]',
  '[role="contentinfo"]',
  '[role="search"]',
  '[role="dialog"]',
  '[role="alert"]',
  '[role="menu"]',
  '[role="button"]',
  '[hidden]',
  '[aria-hidden="true"]',
  '[aria-label*="hare"][role="group"]',
  'body > footer',
  'body > header',
  '#wm-ipp-base',
  '#wm-ipp',
  '#donato',
  ...FURNITURE_IDS.map((id) => `#${id}`),
  '.sharedaddy',
  '.jp-relatedposts',
  '.sd-block',
  '.addtoany_share_save_container',
  '.a2a_kit',
  '.gem-c-contents-list',
  '.gem-c-feedback',
  '.gem-c-print-link',
  '.gem-c-metadata',
  '.gem-c-published-dates',
  '.govuk-breadcrumbs',
  '.govuk-skip-link',
  '.wp-caption-text',
  '.tr-caption-container',
  '.post-footer',
  '.entry-footer',
  '.blog-pager',
  '.blog-feeds',
  '.post-feeds',
  '.subscription-widget-wrap',
  '.subscription-widget',
  '.pencraft.button',
  '.mw-editsection',
  '.reflist-actions',
  '.gem-c-lead-paragraph',
  '.toc',
].join(',');

const FURNITURE_WORD = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'shar(?:e|ing)(?:[_-]?(?:bar|buttons?|links?|icons?|this|block|widget|tools|list|wrapper))?',
    'social(?:[_-]?(?:media|links?|icons?|buttons?|share|sharing|nav|bar|wrapper|list))?',
    'addthis\\w*|addtoany\\w*|sharethis\\w*|shareaholic\\w*',
    '(?:related|recommended|similar|recent|popular|latest|more|featured)[_-]?(?:posts?|articles?|content|stories|news|pages?|items?|links?|blogs?|reading|navigation)?',
    'comments?(?:[_-]?(?:list|area|form|section|respond|wrapper|template|link|links|count|thread|s))?|commentlist|disqus\\w*|respond|reply',
    'cookies?(?:[_-]?\\w+)*|consent|gdpr|ccm',
    'breadcrumbs?|breadcrumb-trail|crumbs?',
    'nav(?:igation)?|navbar|menu|submenu|pagination|pager|paging|page-?links|prev-?next|post-?nav(?:igation)?|nav-?links',
    'newsletter\\w*|subscri(?:be|ption)\\w*|sign-?up\\w*|mailing-?list|mc4wp\\w*|mailchimp\\w*',
    'donat\\w+|fundrais\\w+|promo\\w*|advert\\w*|ads?|adsbygoogle|sponsor\\w*|banner|cta|call-?to-?action',
    'sidebar|side-?bar|widget-?area|widget|secondary-?content',
    'feedback|helpful|page-?rating|rate-?this|survey',
    'skip-?links?|screen-?reader-?text|visually-?hidden|sr-?only|assistive-?text|print-?only|no-?print|offscreen',
    'print-?(?:link|button|page)|toolbar|page-?tools|page-?actions|post-?actions|post-?meta-?bottom',
    'tag-?(?:list|links|cloud)|tags(?:-links)?|cat-?links|post-?tags|entry-?tags|post-?categories|categories|labels|post-?labels',
    'article-?info|edit-?link|posted-?in|filed-?under|wp-?caption|caption|photo-?credit|image-?credit|credit-?line',
    'pull-?quote|pullquote|callout-?quote|tweet-?this|click-?to-?tweet',
    'contact-?(?:box|panel|block|card|details|form)|opening-?hours',
    'author-?(?:box|bio|info|card|description|profile|details)|about-?(?:the-?)?author|post-?author-?box|bio(?:graphy)?',
    'modal|popup|pop-?up|lightbox|overlay|tooltip|toast',
    'site-?(?:header|footer|nav|navigation|branding|info|search)|footer|masthead|colophon|copyright|search-?(?:form|box|bar)?',
    'table-?of-?contents|contents-?list|on-?this-?page|in-?this-?(?:article|section|page)|jump-?(?:links|menu)',
    'reading-?time|read-?time|min-?read|claps?|likes?|post-?likes?|reactions?|views?-?count|wpulike\\w*',
  ].join(
    '|',
  )})(?=$|[\\s_]|-(?!(?:layout|page|template|enabled|true|yes|no|right|left|none|content-area|single|closed|open)))`,
  'i',
);
/** Ids that are furniture, whole: `sharing-power` and `consent` are sections of a text. */
const FURNITURE_ID = new RegExp(
  `^(?:${[
    ...FURNITURE_IDS,
    'comment|comments?(?:-area|-section)',
    'sidebar\\d',
    'nav(?:igation|bar)?',
    'menu',
    'breadcrumbs?',
    'share(?:-buttons)?',
    'social(?:-share)?',
    'related(?:-posts|-content)?',
    'cookie[\\w-]*',
    'newsletter[\\w-]*',
    'mc_embed_signup|page-feedback|sliding-popup',
  ].join('|')})$`,
  'i',
);
/** Never furniture, whatever they are called: the page, and what holds the text. */
export const NEVER_FURNITURE = /^(?:html|body|main|article|h[1-6]|p|li|td|tr|tbody|table)$/i;

/** Whether an element's class, or its whole id, says that it is furniture; ids of sections are made of their words. */
export function isNamedFurniture(element: Element): boolean {
  const id = element.getAttribute('id') ?? '';
  return FURNITURE_WORD.test(classOf(element)) || FURNITURE_ID.test(id);
}

/** An element's classes. Page builders call every part of a text a widget. */
export const classOf = (element: Element): string =>
  (element.getAttribute('class') ?? '').replace(
    /\b(?:elementor|et_pb|fl|siteorigin|so|wpb)[\w-]*?[-_](?:widget|module)\b/g,
    'builder',
  );

/** Whether an element's names, or those of what it stands in, say that it is furniture. */
export const isFurniture = (element: Element): boolean => {
  for (let node: Element | null = element; node; node = node.parentElement) {
    if (NEVER_FURNITURE.test(node.tagName)) continue;
    if (node.matches(FURNITURE_SELECTOR) || isNamedFurniture(node)) return true;
  }
  return false;
};
