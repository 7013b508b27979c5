import type { Response } from 'express';
import { shorten } from '../../domain/format.ts';
import { PAGES, type PageId } from '../../domain/pages.ts';

/** What the frame of a page needs to know of the page. */
export type PageFrame = {
  /** The name of the page, for the window's title and for those who share its address. */
  readonly title: string;
  /** A sentence or two for search engines and previews; cut to {@link DESCRIPTION_LENGTH} characters. */
  readonly description?: string;
  /** The page's one whole address; none for what is not a page, such as an error. */
  readonly canonical?: string;
  /** The fixed page that it is, or belongs to: it is marked in the navigation. */
  readonly section?: PageId;
  /** Scripts in `views/assets` that make the page quicker to use; it must work without them. */
  readonly scripts?: readonly string[];
  /** Whether search engines should leave the page out: results, and pages that are not there. */
  readonly isUnlisted?: boolean;
};

/** Previews show no more. */
const DESCRIPTION_LENGTH = 200;

/** Pages with a search box in their text; all others have one in their head. */
const WITH_SEARCH_BOX = ['home', 'search', 'error'];

/** Scripts that every page has: a key that leads to the search box, and suggestions in it. */
const EVERYWHERE = ['keys.js', 'suggest.js'];

/** Renders a template of `views/` inside the frame that all pages share. */
export function renderPage(response: Response, template: string, frame: PageFrame, view: object): void {
  response.render(template, {
    page: {
      ...frame,
      ...(frame.description && {
        description: shorten(frame.description.replace(/\s+/g, ' '), DESCRIPTION_LENGTH),
      }),
      isSection: frame.section === template,
      isArticle: template === 'essay',
      hasSearchBox: WITH_SEARCH_BOX.includes(template),
      scripts: [...EVERYWHERE, ...(frame.scripts ?? [])],
    },
    view,
  });
}

/** Renders a fixed page: its name, description and place in the navigation are those of the list, unless the frame has others. */
export function renderFixedPage(
  response: Response,
  id: PageId,
  frame: Partial<PageFrame> & Pick<PageFrame, 'canonical'>,
  view: object = {},
): void {
  const { title, description } = PAGES[id];
  renderPage(response, id, { title, description, section: id, ...frame }, view);
}

/** What a page says that cannot be shown as asked, with passages that may be what was looked for. */
export type ErrorView = {
  readonly heading: string;
  readonly message: string;
  /** The essay that a passage stood in. */
  readonly essay?: { readonly href: string; readonly title: string };
  /** A search for the words of the address. */
  readonly instead?: { readonly text: string; readonly href: string; readonly hits: readonly object[] };
};

/** Answers with a page that says what is wrong, and where to go instead. */
export function renderError(response: Response, status: number, view: ErrorView): void {
  response.status(status);
  renderPage(response, 'error', { title: view.heading, isUnlisted: true }, view);
}
