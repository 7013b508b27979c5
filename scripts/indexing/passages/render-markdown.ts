import { Marked, type Token } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { type CitationToken, citations } from './lex-markdown.ts';
import { textOfHtml } from './text-of-html.ts';

/** A link or citation as it stands in the text, for checking against the rest of the content. */
export type Reference = {
  readonly kind: 'link' | 'citation';
  /** The link's address, or the source's id. */
  readonly target: string;
};

/** What a rendered piece of Markdown comes to. */
export type Rendered = {
  /** Sanitised: may be printed as it is. */
  readonly html: string;
  /** The words without markup or citation marks (see {@link textOfHtml}). */
  readonly text: string;
  readonly references: readonly Reference[];
  /** What the text holds that cannot be shown, each a reason for a problem, with the words to find it by. */
  readonly unsupported: readonly { readonly find: string; readonly reason: string }[];
};

/** A comment of the editor's, which is not shown. */
export const COMMENT = /<!--[\s\S]*?-->/g;

/** The words that stand for a source in the text, such as "Boyle and Harris, 2009", by source id. */
export type CitationLabels = Readonly<Record<string, string>>;

/**
 * Renders tokens to HTML that is safe to print, and to plain text. Links between essays (`other-essay.md#k3f9`) become
 * addresses of the site; a citation becomes a link to its source.
 */
export function renderMarkdown(tokens: Token[], labels: CitationLabels): Rendered {
  const references: Reference[] = [];
  const unsupported: { find: string; reason: string }[] = [];
  const marked = new Marked({ gfm: true });
  marked.use({
    extensions: [
      {
        ...citations,
        renderer(token) {
          const links = (token as CitationToken).cited.map(({ id, locator }) => {
            references.push({ kind: 'citation', target: id });
            const label = escapeHtml(
              `${Object.hasOwn(labels, id) ? labels[id] : id}${locator ? `, ${locator}` : ''}`,
            );
            return `<a class="citation" href="/sources/${id}">${label}</a>`;
          });
          // Brackets within the mark, so that the plain text can leave the whole of it out.
          return `<cite>(${links.join('; ')})</cite>`;
        },
      },
    ],
    renderer: {
      link({ href, title, tokens: inside }) {
        references.push({ kind: 'link', target: href });
        const words = this.parser.parseInline(inside);
        if (words.trim() === '')
          unsupported.push({ find: href, reason: 'the link has no words; write them between [ and ]' });
        const hint = title ? ` title="${escapeHtml(title)}"` : '';
        return `<a href="${escapeHtml(siteAddress(href))}"${hint}>${words}</a>`;
      },
      html({ text, raw }) {
        if (raw.replace(COMMENT, '').trim() !== '') {
          const reason = 'HTML is not read here; write it in Markdown, or \\< for the sign itself';
          unsupported.push({ find: raw.trim().slice(0, 40), reason });
        }
        return text;
      },
      // Told apart from brackets of the author's, until it is drawn.
      checkbox: ({ checked }) => `<span class="box">${checked ? '[x]' : '[ ]'}</span> `,
      image({ text, href }) {
        unsupported.push({
          find: href,
          reason: 'pictures cannot be shown; say in words what the picture shows',
        });
        return escapeHtml(text);
      },
    },
  });
  const read = framingTables(sanitise(marked.parser(tokens)));
  return { html: drawingForms(read), text: textOfHtml(read), references, unsupported };
}

/**
 * The site's address for a link as written in content: `other.md#k3f9` is `/essays/other#k3f9`, and `../tools/agenda.md`, from
 * the folder of essays or of tools, is `/tools/agenda`.
 */
export function siteAddress(href: string): string {
  const essay = /^(?:\.\/|\.\.\/(essays|tools)\/)?([^/\\:#?]+)\.md(#.*)?$/i.exec(href);
  return essay ? `/${essay[1] ?? 'essays'}/${essay[2]}${essay[3] ?? ''}` : href;
}

const ALLOWED =
  'p ul ol li blockquote pre code table thead tbody tr th td br a em strong del sup sub abbr cite q span'.split(
    ' ',
  );

/** HTML with the tags and attributes that a page may show, and no other. */
export function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: ALLOWED,
    allowedAttributes: { a: ['href', 'title', 'class'], ol: ['start'], th: ['scope'], abbr: ['title'] },
    allowedClasses: { a: ['citation'], span: ['box'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      th: (_tag, attribs) => ({ tagName: 'th', attribs: { ...attribs, scope: 'col' } }),
      // A heading inside a quotation or list would break the outline of the page around it.
      ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'p'])),
    },
  }).trim();
}

/** Tables in frames that scroll by themselves, by keyboard too: words in narrow columns would be broken on a small screen. */
const framingTables = (html: string): string =>
  html
    .replaceAll('<table>', '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');

/**
 * What is filled in by hand, as it is drawn; the text keeps what was typed. A run of underscores is a line to write on: whoever
 * does not see it hears its name once, and not every underscore. A box to tick is a sign that screen readers know, and its
 * entry needs no bullet.
 */
const drawingForms = (html: string): string =>
  html
    .replace(
      /<li>(<p>)?<span class="box">\[([ x])\]<\/span>/g,
      (_box, paragraph = '', mark) => `<li class="tick">${paragraph}${mark === 'x' ? '☑' : '☐'}`,
    )
    .replace(/(<[^>]*>)|_{4,}/g, (found, tag) =>
      tag === undefined
        ? `<span class="blank" aria-hidden="true">${found}</span><span class="visually-hidden">(blank)</span>`
        : found,
    );

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '"': '&quot;', '&': '&amp;' };
  return text.replace(/[<>"&]/g, (character) => names[character] ?? '');
}
