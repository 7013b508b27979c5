import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { blocksOf } from '../../../../../scripts/importing/formats/html/blocks/blocks-of.ts';
import { parsePage } from '../../../../../scripts/importing/formats/html/parse-page.ts';
import { lexMarkdown } from '../../../../../scripts/indexing/passages/lex-markdown.ts';
import { renderMarkdown } from '../../../../../scripts/indexing/passages/render-markdown.ts';
import { eachGives } from '../../../each-gives.ts';

const ADDRESS = 'https://sample.example/blog/rota';
const read = (html: string, address: string | undefined = ADDRESS) =>
  blocksOf([parsePage(html).document.body], address);
const markdownOf = (html: string, address?: string) =>
  read(html, address).blocks.map(({ markdown }) => markdown);
const textOf = (html: string) => read(html).blocks.map(({ text }) => text);
const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const shown = (markdown: string) => renderMarkdown(lexMarkdown(markdown), {}).text;

describe('blocks of a page', () => {
  it('have the headings of parts that fold away, though they are buttons', () => {
    const html =
      '<h2><button type="button">How we <b>pay</b></button></h2><p>In cash.</p><button>Print</button>';
    assert.deepEqual(markdownOf(html), ['How we **pay**', 'In cash.']);
  });

  it('keep preformatted words as they stand, whatever marks are in them', () => {
    assert.deepEqual(markdownOf('<pre>We *meet* &lt;here&gt;\n\n    1. ```ask``` first</pre>'), [
      '````\nWe *meet* <here>\n\n    1. ```ask``` first\n````',
    ]);
  });

  it('are parted by line breaks in linear time', () => {
    const breaks = '<br> \n'.repeat(400);
    assert.deepEqual(markdownOf(`<p>${breaks}We met.${breaks}We left.${breaks}</p>`), [
      'We met.',
      'We left.',
    ]);
  });

  it('have the notes that their marks lead to, though these stand outside the text', () => {
    const page =
      '<article><p>We ask first.<a href="#n1">1</a></p></article><ol><li id="n1">On Mondays.</li></ol>';
    const { document } = parsePage(page);
    const { blocks } = blocksOf([document.querySelector('article') as Element], ADDRESS);
    assert.deepEqual(
      blocks.map(({ markdown }) => markdown),
      ['We ask first.\\[1\\]', 'Notes', '1. On Mondays.'],
    );
  });

  it('have a kind, a level, Markdown, words and a line each', () => {
    assert.deepEqual(
      read(
        '<h2>Sharing power</h2>\n<p>We <em>met</em>\n  often.</p>\n<ul><li>Ask</li>\n<li>Pay</li></ul>\n<blockquote><p>Nothing about us.</p></blockquote>',
      ).blocks,
      [
        { kind: 'heading', level: 2, markdown: 'Sharing power', text: 'Sharing power', line: 1 },
        { kind: 'paragraph', level: 0, markdown: 'We *met* often.', text: 'We met often.', line: 2 },
        { kind: 'list', level: 0, markdown: '- Ask\n- Pay', text: 'Ask\nPay', line: 4 },
        { kind: 'quotation', level: 0, markdown: '> Nothing about us.', text: 'Nothing about us.', line: 6 },
      ],
    );
  });

  it('are paragraphs where text stands without a mark, or in elements that mean nothing', () => {
    assert.deepEqual(
      markdownOf('<div>We met.<p>We spoke.</p>We <b>left</b>.<section><div>Home</div></section></div>'),
      ['We met.', 'We spoke.', 'We **left**.', 'Home'],
    );
    assert.deepEqual(markdownOf('<span><p>We met.</p></span><font>We left.</font>'), ['We met.', 'We left.']);
  });

  it('are several where two line breaks part a paragraph, and one where one does', () => {
    assert.deepEqual(markdownOf('<p>We met.<br><br>We spoke.<br/> <br />We left.</p>'), [
      'We met.',
      'We spoke.',
      'We left.',
    ]);
    assert.deepEqual(textOf('<p>1 Example Street<br>Sampleton</p>'), ['1 Example Street\nSampleton']);
    assert.deepEqual(markdownOf('<p>1 Example Street<br>Sampleton</p>'), ['1 Example Street\\\nSampleton']);
    assert.deepEqual(markdownOf('<p><br>We met.<br></p>'), ['We met.']);
    assert.deepEqual(markdownOf('<div>We met.<br><br>We left.</div>'), ['We met.', 'We left.']);
  });

  it('keep emphasis that spans two paragraphs parted by line breaks', () => {
    assert.deepEqual(
      textOf('<p><b>We met.<br><br>We left.</b></p>').join(' ').replace(/\s+/g, ' '),
      'We met. We left.',
    );
    for (const markdown of markdownOf('<p><b>We met.<br><br>We left.</b></p>'))
      assert.match(markdown, /^\*\*.*\*\*$/);
  });

  it('leave out what holds no words', () => {
    assert.deepEqual(markdownOf('<p>&nbsp;</p><hr><p>* * *</p><h2> </h2><ul><li></li></ul><p>We met.</p>'), [
      'We met.',
    ]);
  });

  it('set headings without bold, and terms and summaries in bold', () => {
    assert.deepEqual(markdownOf('<h3><b>Sharing</b> <i>power</i></h3><h3><strong>All bold</strong></h3>'), [
      '**Sharing** *power*',
      'All bold',
    ]);
    assert.deepEqual(markdownOf('<dl><dt>Rota</dt><dd>A list of turns.</dd></dl>'), [
      '**Rota**',
      'A list of turns.',
    ]);
    assert.deepEqual(markdownOf('<details><summary>More</summary><p>Much more.</p></details>'), [
      '**More**',
      'Much more.',
    ]);
  });

  it('keep code as it stands', () => {
    assert.deepEqual(
      read('<pre>if *ask*:\n  pay(_all_)</pre>').blocks.map(({ kind, text }) => [kind, text]),
      [['code', 'if *ask*:\n  pay(_all_)']],
    );
  });

  it('leave pictures out with their captions, and count them', () => {
    const page =
      '<p>We <img src="a.png" alt="a room">met.</p><figure><img src="b.png"><figcaption>The hall</figcaption></figure><p>We left.</p>';
    assert.deepEqual(read(page).pictures, 2);
    assert.deepEqual(markdownOf(page), ['We met.', 'We left.']);
  });
});

describe('lists of a page', () => {
  it('stand within lists', () => {
    assert.deepEqual(
      markdownOf(
        '<ul><li>Ask<ul><li>early</li><li>often<ol><li>kindly</li></ol></li></ul></li><li>Pay</li></ul>',
      ),
      ['- Ask\n  - early\n  - often\n    1. kindly\n- Pay'],
    );
    assert.deepEqual(textOf('<ul><li>Ask<ul><li>early</li></ul></li><li>Pay</li></ul>'), ['Ask\nearly\nPay']);
  });

  it('count from where they start', () => {
    assert.deepEqual(markdownOf('<ol start="9"><li>Ask</li><li>Pay<ul><li>well</li></ul></li></ol>'), [
      '9. Ask\n10. Pay\n    - well',
    ]);
  });

  it('keep the paragraphs of an entry', () => {
    assert.deepEqual(markdownOf('<ul><li><p>Ask.</p><p>Then wait.</p></li><li><p>Pay.</p></li></ul>'), [
      '- Ask.\n\n  Then wait.\n- Pay.',
    ]);
  });

  it('are no lists where their entries are sections of a page', () => {
    assert.deepEqual(
      read('<ul><li><h2>Asking</h2><p>We asked.</p></li></ul>').blocks.map(({ kind, text }) => [kind, text]),
      [
        ['heading', 'Asking'],
        ['paragraph', 'We asked.'],
      ],
    );
  });
});

describe('quotations of a page', () => {
  it('keep their paragraphs and who is quoted', () => {
    assert.deepEqual(
      markdownOf(
        '<figure><blockquote><p>Nothing about us.</p><p>Ever.</p></blockquote><figcaption>Ada Sample, <cite>Notes</cite></figcaption></figure>',
      ),
      ['> Nothing about us.\n>\n> Ever.\n>\n> Ada Sample, Notes'],
    );
    assert.deepEqual(markdownOf('<blockquote>Nothing about us. <footer>Ada Sample</footer></blockquote>'), [
      '> Nothing about us.\n>\n> Ada Sample',
    ]);
  });

  it('hold lists and line breaks', () => {
    assert.deepEqual(
      markdownOf('<blockquote><p>We want<br>to be</p><ul><li>asked</li><li>paid</li></ul></blockquote>'),
      ['> We want\\\n> to be\n>\n> - asked\n> - paid'],
    );
  });

  it('in a line have the marks that a browser would draw', () => {
    assert.deepEqual(markdownOf('<p>She said <q>nothing about us</q>, and <q>“ever”</q>.</p>'), [
      'She said “nothing about us”, and “ever”.',
    ]);
  });
});

describe('tables of a page', () => {
  it('keep rows and columns, with marks in their cells', () => {
    const table =
      '<table><caption>Who came</caption><tr><th>Year</th><th>People</th></tr><tr><td>2014</td><td>5 <b>members</b></td></tr><tr><td>2015</td><td>a | b<br>c</td></tr></table>';
    assert.deepEqual(markdownOf(table), [
      'Who came',
      '| Year | People |\n| --- | --- |\n| 2014 | 5 **members** |\n| 2015 | a \\| b c |',
    ]);
    assert.deepEqual(textOf(table), ['Who came', 'Year People\n2014 5 members\n2015 a | b c']);
  });

  it('are filled where rows are short', () => {
    assert.deepEqual(
      markdownOf(
        '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>',
      ),
      ['| a | b |\n| --- | --- |\n| c |  |\n| d | e |'],
    );
  });

  it('that lay out a page are no tables', () => {
    assert.deepEqual(markdownOf(`<table><tr><td><p>We met.</p><p>We left.</p></td></tr></table>`), [
      'We met.',
      'We left.',
    ]);
  });
});

describe('links of a page', () => {
  it('are made whole by its address', () => {
    assert.deepEqual(
      markdownOf(
        '<p><a href="/a">one</a> <a href="b">two</a> <a href="../c?d=1#e">three</a> <a href="//other.example/f">four</a> <a href="https://other.example/g" title="x">five</a></p>',
      ),
      [
        '[one](https://sample.example/a) [two](https://sample.example/blog/b) [three](https://sample.example/c?d=1#e) [four](https://other.example/f) [five](https://other.example/g)',
      ],
    );
  });

  it('keep only their words where they lead nowhere else', () => {
    eachGives(
      [
        '#part',
        '',
        'mailto:ada@sample.example',
        'tel:+441632960123',
        'javascript:void(0)',
        'data:text/html,x',
        'file:///C:/rota.doc',
        `${ADDRESS}#part`,
        'rota#part',
        'http://',
      ],
      (href) => markdownOf(`<p>See <a href="${href}">the rota</a>.</p>`)[0],
      'See the rota.',
    );
    assert.deepEqual(
      blocksOf([parsePage('<p>See <a href="/a">the rota</a>.</p>').document.body], undefined).blocks.map(
        ({ markdown }) => markdown,
      ),
      ['See the rota.'],
    );
    assert.deepEqual(markdownOf('<p>See <a href="/a"></a><a href="/b"><img src="c.png"></a>the rota.</p>'), [
      'See the rota.',
    ]);
  });

  it('lead to the page itself where Google Docs or an archive stands between', () => {
    assert.deepEqual(
      markdownOf(
        '<p><a href="https://www.google.com/url?q=https://other.example/a%3Fb&amp;sa=D">one</a> <a href="https://web.archive.org/web/20140503101233/http://other.example/b">two</a></p>',
      ),
      ['[one](https://other.example/a?b) [two](http://other.example/b)'],
    );
  });

  it('come out whole in Markdown, whatever they hold', () => {
    for (const href of [
      'https://other.example/a_(b)',
      'https://other.example/a b',
      'https://other.example/a?b=[c]&d=*e*',
      'https://other.example/%28a%29_b_',
    ]) {
      const [markdown = ''] = markdownOf(`<p>See <a href="${escapeHtml(href)}">the [rota] (now)</a>.</p>`);
      const { html, text } = renderMarkdown(lexMarkdown(markdown), {});
      assert.equal(text, 'See the [rota] (now).', href);
      const target = /href="([^"]*)"/.exec(html)?.[1]?.replace(/&amp;/g, '&') ?? '';
      assert.equal(decodeURI(target), decodeURI(new URL(href).href), href);
    }
  });
});

describe('words of a page', () => {
  it('come out as they are, whatever marks are in them', () => {
    eachGives(
      [
        '5 * 4 * 3 and *stars*',
        '**bold**, __bold__, _under_ and snake_case_words',
        '[words] and [words](https://sample.example) and [words][1] and ![picture](a.png)',
        '[1]: https://sample.example',
        '[@source] and [@source, p. 3]',
        '<b>not bold</b> and <ada@sample.example> and <https://sample.example>',
        '1 < 2 > 1 && 2 <3',
        '`code` and ``code`` and ```code',
        '# one',
        '## two ##',
        '1. one',
        '2014. A year',
        '1) one',
        '- one',
        '+ one',
        '* one',
        '> quoted',
        '---',
        'a\n---',
        '=== a',
        '~~struck~~ and ~one~',
        'the end {#id}',
        'the end {tags="grief"}',
        'the end {not attributes}',
        '{#id}',
        '&amp;copy; and &copy; and &#169; and AT&T',
        'back \\ slash \\* and \\',
        'the end \\',
        '| a | b |',
        'a | b\n--- | ---',
        'a | b\n- | -',
        'line\n# two',
        'line\n1. two',
        'line\n- two',
        'line\n> two',
        'line\n```two',
        'line\n===',
        'line\n<div>',
        '<!-- comment -->',
        '*a _b* c_',
        '“*”, ‘_’ and "`"',
        ':::note and $x^2$ and ==marked== and a^2^',
        '[^1] and ^[note]',
        '[x] done and [ ] not done',
        'a  b\tc',
      ].filter((text) => /[\p{L}\p{N}]/u.test(text)),
      (text) => {
        const words = (some: string) => some.replace(/\s+/g, ' ').trim();
        const got = markdownOf(`<p>${escapeHtml(text).replace(/\n/g, '<br>')}</p>`)
          .map(shown)
          .join(' ');
        return words(got) === words(text) ? 'as it is' : got;
      },
      'as it is',
    );
  });

  it('come out as they are in addresses that are no links', () => {
    eachGives(
      [
        'https://sample.example/a_b_c',
        'see https://sample.example/_a_ or www.sample.example/b_c.',
        '(see https://sample.example/a_b)',
        'see [https://sample.example/a] now',
        'https://sample.example/~ada/?a=1&b=2&copy=3',
        '*https://sample.example/a*',
        'ada_b@sample.example',
      ],
      (text) => {
        const got = markdownOf(`<p>${escapeHtml(text)}</p>`)
          .map(shown)
          .join(' ');
        return got === text ? 'as it is' : got;
      },
      'as it is',
    );
  });

  it('come out as they are in entries, headings, quotations and cells', () => {
    const texts = [
      '1. one',
      '- one',
      '# one',
      '> one',
      '*one*',
      'the end {#id}',
      'a | b',
      '[x] done',
      '<b>one',
      '&copy; one',
      '\\ one',
      '+ one',
      '`one',
    ];
    for (const [opening, closing] of [
      ['<ul><li>', '</li><li>more</li></ul>'],
      ['<ul><li>more</li><li>', '</li></ul>'],
      ['<blockquote>', '</blockquote>'],
      ['<h2>', '</h2>'],
      ['<p><b>', '</b></p>'],
      ['<p><i>', '</i> more</p>'],
      ['<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>', '</td></tr></table>'],
    ] as const) {
      eachGives(
        texts,
        (text) => {
          const [block] = read(`${opening}${escapeHtml(text)}${closing}`).blocks;
          const whole = block?.kind === 'heading' ? `## ${block.markdown}` : (block?.markdown ?? '');
          const got = shown(whole).replace(/\s+/g, ' ').trim();
          return got === block?.text.replace(/\s+/g, ' ').trim() && got.includes(text)
            ? 'as it is'
            : `${opening} ${got}`;
        },
        'as it is',
      );
    }
  });

  it('come out as they are where emphasis touches them', () => {
    eachGives(
      [
        '<b>Ask.</b>Then wait.',
        '<b>Ask: </b>then wait',
        'Ask<b> first</b>, then<i> wait</i>.',
        'the <i>“minutes”</i>s end',
        'un<b>(seen)</b>heard',
        'co<i>-</i>production',
        '<b>Ask</b><b>ing</b> <i>peo</i><i>ple</i>',
        '<b><i>Ask</i> first</b> and <i><b>wait</b></i>',
        '<b>Ask <i>first</i></b><i>, then wait</i>',
        '<b>5</b>*<b>4</b>',
        '<b></b>Ask<i> </i>first',
        '<a href="/a"><b>Ask.</b></a><b>Then</b>',
        '<b><a href="/a">Ask</a>.</b>Then',
        'the 1<sup>st</sup> of May, H<sub>2</sub>O',
        '<code>a*b</code>c <code>`</code>',
        '<s>old</s>new <u>under</u>lined',
      ],
      (html) => {
        const expected = parsePage(`<p>${html}</p>`).document.body.textContent?.replace(/\s+/g, ' ').trim();
        const got = markdownOf(`<p>${html}</p>`).map(shown).join(' ').replace(/\s+/g, ' ').trim();
        return got === expected ? 'as it is' : got;
      },
      'as it is',
    );
  });

  it('come out as they are, whatever they are', () => {
    const unit = fc.constantFrom(
      ...'abc12 *_[]()<>#`~{}&;:!|\\/-+=.,"\'@^$%é’“–',
      '\n',
      '[@a]',
      '&lt;',
      '1. ',
    );
    const words = (some: string) => some.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 25 }), (units) => {
        const text = `a${units.join('')}b`;
        const got = markdownOf(`<p>${escapeHtml(text)}</p>`)
          .map(shown)
          .join(' ');
        assert.equal(words(got), words(text));
      }),
      { numRuns: 2000 },
    );
  });
});
