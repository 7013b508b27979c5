import type { Page } from './parse-page.ts';

/**
 * Undoes what word processors do to the pages that they save, so that these read like any other.
 *
 * @returns whether the page is such a document: all of its body is text then, and nothing is furniture
 */
export function settleMarkup({ document, styles }: Page): boolean {
  const { body } = document;
  const isGoogle =
    /\bdoc-content\b/.test(body.getAttribute('class') ?? '') ||
    body.querySelector('[class*="lst-kix"]') !== null;
  if (isGoogle) settleGoogleDocs(body, styles);
  const generator = document.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? '';
  const isOffice = /^(?:microsoft word|libreoffice|openoffice|apache openoffice)/i.test(generator);
  if (isOffice) {
    for (const part of [
      ...body.querySelectorAll(
        '[style*="mso-element:comment"], [style*="mso-element:header"], [style*="mso-element:footer"], .msocomtxt',
      ),
    ])
      part.remove();
    for (const link of [...body.querySelectorAll('a[href^="#_msocom"], .MsoCommentReference')]) link.remove();
  }
  const title = isOffice ? body.querySelector('p.MsoTitle, p.title') : null;
  if (title) toTitle(title);
  return isGoogle || isOffice;
}

/** Google Docs keeps emphasis in its style sheet, and readers' comments and the page's header in the text. */
function settleGoogleDocs(body: Element, styles: readonly string[]): void {
  const { ownerDocument } = body;
  const classes = (property: RegExp) =>
    styles.flatMap((style) =>
      [...style.matchAll(/\.(c\d+)\s*\{([^}]{0,2000})\}/g)]
        .filter(([, , rules = '']) => property.test(rules))
        .map(([, name = '']) => name),
    );
  for (const link of [...body.querySelectorAll('a[href^="#cmnt"], a[id^="cmnt"]')]) {
    const isNote = link.getAttribute('href')?.startsWith('#cmnt_ref');
    (isNote
      ? (link.closest('body > div') ?? link.closest('div') ?? link)
      : (link.closest('sup') ?? link)
    ).remove();
  }
  const title = body.querySelector('.title');
  const header = body.firstElementChild;
  if (title && header?.tagName === 'DIV' && !header.contains(title)) header.remove();
  for (const [tag, property] of [
    ['strong', /font-weight:\s*(?:700|bold)/],
    ['em', /font-style:\s*italic/],
  ] as const) {
    for (const name of classes(property)) {
      for (const span of [...body.querySelectorAll(`span.${name}`)]) {
        if (span.closest('h1, h2, h3, h4, h5, h6, p.title')) continue;
        const mark = ownerDocument.createElement(tag);
        mark.append(...span.childNodes);
        span.append(mark);
      }
    }
  }
  if (title?.tagName === 'P') toTitle(title);
}

function toTitle(paragraph: Element): void {
  const heading = paragraph.ownerDocument.createElement('h1');
  heading.setAttribute('data-line', paragraph.getAttribute('data-line') ?? '1');
  heading.append(...paragraph.childNodes);
  paragraph.replaceWith(heading);
}
