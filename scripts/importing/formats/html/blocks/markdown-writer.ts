import TurndownService from 'turndown';
import { escapeMarkdown } from '../../../draft/escape-markdown.ts';

/** Makes the writer of Markdown: in the style of the essays, and so that no word of the text is read as a mark. */
export function createMarkdownWriter(): TurndownService {
  const writer = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    emDelimiter: '*',
    strongDelimiter: '**',
    codeBlockStyle: 'fenced',
    br: '\\',
  });
  // `[@name]`, as the text of a link, would be read as a citation.
  writer.escape = (text) => escapeMarkdown(text).replace(/^@/, '\\@');
  writer.addRule('heading inside', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content) =>
      content.trim() === '' ? '' : `\n\n**${content.trim().replace(/^\*\*(.*)\*\*$/, '$1')}**\n\n`,
  });
  writer.addRule('entry', {
    filter: 'li',
    replacement(content, node, options) {
      const list = node.parentElement;
      const isNumbered = list?.nodeName === 'OL';
      const entries = Array.from(list?.childNodes ?? []).filter((entry) => entry.nodeName === 'LI');
      const start = Number(list?.getAttribute('start') ?? 1) || 1;
      const mark = isNumbered
        ? `${start + entries.indexOf(node as HTMLElement)}. `
        : `${options.bulletListMarker} `;
      const lines = content
        .trim()
        .replace(/\n{2,}/g, '\n')
        .split('\n');
      if (lines.join('').trim() === '') return '';
      const isParagraphs = Array.from(node.childNodes).filter((child) => child.nodeName === 'P').length > 1;
      const body = isParagraphs ? content.trim().split('\n') : lines;
      return `${mark}${body.map((text, index) => (index === 0 || text === '' ? text : ' '.repeat(mark.length) + text)).join('\n')}${entries.indexOf(node as HTMLElement) < entries.length - 1 ? '\n' : ''}`;
    },
  });
  return writer;
}
