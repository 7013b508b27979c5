import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lexMarkdown } from '../../scripts/indexing/passages/lex-markdown.ts';
import { renderMarkdown, siteAddress } from '../../scripts/indexing/passages/render-markdown.ts';

const render = (markdown: string) => renderMarkdown(lexMarkdown(markdown), { a2013: 'Sample, 2013' });

describe('renderMarkdown', () => {
  it('renders text with emphasis, and gives its words without markup', () => {
    const { html, text } = render('A *small* **group** & its “agenda”.');
    assert.equal(html, '<p>A <em>small</em> <strong>group</strong> &amp; its “agenda”.</p>');
    assert.equal(text, 'A small group & its “agenda”.');
  });

  it('draws boxes to tick and lines to write on, and keeps in the text what was typed', () => {
    const { html, text } = render('- [ ] open: ____\n- [x] done\n- ☐ mine\n- \\[ ] mine too');
    assert.equal(
      html.replaceAll('\n', ''),
      '<ul><li class="tick">☐ open: <span class="blank" aria-hidden="true">____</span><span class="visually-hidden">(blank)</span></li>' +
        '<li class="tick">☑ done</li><li>☐ mine</li><li>[ ] mine too</li></ul>',
    );
    assert.equal(text, '[ ] open: ____\n[x] done\n☐ mine\n[ ] mine too');
  });

  it('makes a citation a link to its source, and leaves it out of the words', () => {
    const { html, text, references } = render('They decide [@a2013, p. 4; @b2014]. So it is.');
    assert.equal(
      html,
      '<p>They decide <cite>(<a class="citation" href="/sources/a2013">Sample, 2013, p. 4</a>; ' +
        '<a class="citation" href="/sources/b2014">b2014</a>)</cite>. So it is.</p>',
    );
    assert.equal(text, 'They decide. So it is.');
    assert.deepEqual(references, [
      { kind: 'citation', target: 'a2013' },
      { kind: 'citation', target: 'b2014' },
    ]);
  });

  it('turns links between essays into addresses of the site', () => {
    assert.match(render('[x](other.md#k3f9)').html, /href="\/essays\/other#k3f9"/);
    assert.equal(siteAddress('https://example.org/a.md'), 'https://example.org/a.md');
  });

  it('separates list entries, cells and paragraphs in the words', () => {
    assert.equal(render('- one\n- two\n\n| a | b |\n|---|---|\n| c | d |').text, 'one\ntwo\na b\nc d');
  });

  it('takes a line break in the file for a space', () => {
    assert.equal(render('one\ntwo').text, 'one two');
  });

  const hostile = {
    'a script': '<script>alert(1)</script>text',
    'an event handler': '<img src=x onerror=alert(1)><b onclick="alert(1)">text</b>',
    'a javascript: link': '[text](javascript:alert(1))',
    'a data: link': '[text](data:text/html,<script>alert(1)</script>)',
    'a javascript: link in odd case': '[text](JaVaScRiPt:alert(1))',
    'an svg': '<svg><script>alert(1)</script></svg>text',
    'a style': '<style>body{display:none}</style><p style="position:fixed">text</p>',
    'a frame': '<iframe src="https://example.org"></iframe>text',
    'a form': '<form action="https://example.org"><input name=a></form>text',
    'a textarea that hides markup': '<textarea><img src=x onerror=alert(1)></textarea>text',
  };
  for (const [name, markdown] of Object.entries(hostile)) {
    it(`lets nothing through of ${name}`, () => {
      const { html } = render(markdown);
      assert.doesNotMatch(html, /script|onerror|onclick|alert|data:|svg|style|iframe|form|input|textarea/i);
      assert.match(html, /text/);
    });
  }

  it('lets no link run a program whose scheme is written in character codes', () => {
    const href = /href="([^"]*)"/.exec(render('[text](&#106;avascript:alert(1))').html)?.[1] ?? '';
    assert.equal(new URL(href.replace(/&amp;/g, '&'), 'https://example.org').protocol, 'https:');
  });

  it('reports a picture, which could not be shown', () => {
    assert.deepEqual(
      render('![a chart](chart.png)').unsupported.map(({ find }) => find),
      ['chart.png'],
    );
  });

  it('lets no heading inside a quotation break the outline of the page', () => {
    assert.equal(render('> # Loud').html.replace(/\s/g, ''), '<blockquote><p>Loud</p></blockquote>');
  });
});
