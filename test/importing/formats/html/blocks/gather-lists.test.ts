import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { gatherLists } from '../../../../../scripts/importing/formats/html/blocks/gather-lists.ts';
import { parsePage } from '../../../../../scripts/importing/formats/html/parse-page.ts';

const withoutPlaces = (html: string) => html.replace(/ (?:data-line|data-marked|class|style)="[^"]*"/g, '');

/** The page's body once its lists are gathered, without attributes. */
function gathered(html: string): string {
  const { body } = parsePage(html).document;
  gatherLists(body);
  return withoutPlaces(body.innerHTML);
}

describe('paragraphs with marks', () => {
  it('become a list, whatever the mark is', () => {
    for (const mark of ['•', '·', '▪', '◦', '●', '○', '■', '□', '‣', '∙', '§', 'Ø', '–', '-', '*']) {
      assert.equal(
        gathered(
          `<p>We learned:</p><p>${mark} Ask first</p>\n<p>${mark}&nbsp;&nbsp; <b>Pay</b> people</p><p>And so on.</p>`,
        ),
        '<p>We learned:</p><ul><li>Ask first</li><li><b>Pay</b> people</li></ul>\n<p>And so on.</p>',
        mark,
      );
    }
  });

  it('become a numbered list if they count from one', () => {
    for (const [one, two] of [
      ['1.', '2.'],
      ['1)', '2)'],
      ['(1)', '(2)'],
    ]) {
      assert.equal(
        gathered(`<p>${one} Ask first</p><p>${two} Pay people</p>`),
        '<ol><li>Ask first</li><li>Pay people</li></ol>',
      );
    }
  });

  it('may have marks inside elements of their own', () => {
    assert.equal(
      gathered('<p><span>•<span>&nbsp;&nbsp; </span></span>Ask first</p><p><b>•</b> Pay people</p>'),
      '<ul><li><span><span></span></span>Ask first</li><li><b></b>Pay people</li></ul>',
    );
  });

  it('stay where one begins with a dash, or one or other numbers with a number', () => {
    for (const html of [
      '<p>– Who decides? she asked.</p><p>We do.</p>',
      '<p>- Who decides?</p>',
      '<p>1. Ask first</p><p>So we did.</p>',
      '<p>2014. A hard year</p><p>So it was.</p>',
      '<p>12. A house number</p><p>13. Another</p>',
      '<p>1. Ask first</p><p>3. Pay people</p>',
      '<p>1.5 people and no more</p><p>2.5 people</p>',
      '<p>o we go</p>',
      '<p>-5 degrees</p><p>-6 degrees</p>',
      '<p>*asks*</p><p>*answers*</p>',
      '<p>Øystein asked.</p><p>Øystein answered.</p>',
    ]) {
      assert.equal(gathered(html), html);
    }
  });

  it('become a list even if one bullet stands alone', () => {
    assert.equal(
      gathered('<p>• Ask first</p><p>So we did.</p>'),
      '<ul><li>Ask first</li></ul><p>So we did.</p>',
    );
  });

  it('become two lists where text stands between them', () => {
    assert.equal(
      gathered('<p>• One</p><p>• Two</p><p>Text.</p><p>• Three</p><p>• Four</p>'),
      '<ul><li>One</li><li>Two</li></ul><p>Text.</p><ul><li>Three</li><li>Four</li></ul>',
    );
    assert.equal(
      gathered('<div>• One</div>Text.<div>• Two</div>'),
      '<ul><li>One</li></ul>Text.<ul><li>Two</li></ul>',
    );
  });

  it('of Word become lists within lists', () => {
    const word = (text: string, level: number) =>
      `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1">${text}</p>`;
    assert.equal(
      gathered(
        word('·&nbsp;&nbsp; Ask first', 1) +
          word('o&nbsp;&nbsp; who is there', 2) +
          word('§&nbsp;&nbsp; and who is not', 3) +
          word('·&nbsp;&nbsp; Pay people', 1),
      ),
      '<ul><li>Ask first<ul><li>who is there<ul><li>and who is not</li></ul></li></ul></li><li>Pay people</li></ul>',
    );
  });

  it('of Word whose numbers stand beside their entries count on', () => {
    const word = (text: string, level: number) =>
      `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1">${text}</p>`;
    assert.equal(
      gathered(
        word('1.&nbsp;&nbsp; Ask', 1) + word('·&nbsp;&nbsp; early', 2) + word('2.&nbsp;&nbsp; Pay', 1),
      ),
      '<ol><li>Ask<ul><li>early</li></ul></li><li>Pay</li></ol>',
    );
  });
});

describe('lines with marks in one paragraph', () => {
  it('become a list', () => {
    assert.equal(
      gathered('<p>We learned:<br>- ask first<br>- pay people<br>And so on.</p>'),
      '<p>We learned:</p><ul><li>ask first</li><li>pay people</li></ul><p>And so on.</p>',
    );
    assert.equal(
      gathered('<div>• ask <b>first</b><br/>• pay people</div>'),
      '<div><ul><li>ask <b>first</b></li><li>pay people</li></ul></div>',
    );
    assert.equal(
      gathered('<p>1. ask first<br>2. pay people</p>'),
      '<ol><li>ask first</li><li>pay people</li></ol>',
    );
  });

  it('stay lines where fewer than two have marks', () => {
    for (const html of [
      '<p>We met<br>- and left</p>',
      '<p>One Example Street<br>Sampleton</p>',
      '<p>– Who?<br>We.</p>',
    ])
      assert.equal(gathered(html), html);
  });

  it('lose no word to emphasis that spans them', () => {
    const words = (html: string) => html.replace(/<[^>]*>/g, ' ').match(/\w+/g);
    const html = '<p><b>We learned:<br>- ask first<br>- pay people</b></p>';
    assert.deepEqual(words(gathered(html)), ['We', 'learned', 'ask', 'first', 'pay', 'people']);
  });

  it('keep their numbers where these do not count from one', () => {
    for (const html of [
      '<p>15. A house number<br>7. Another</p>',
      '<p>3. Share the minutes<br>4. Go home</p>',
    ]) {
      const numbers = (some: string) => some.match(/\d+/g) ?? [];
      assert.deepEqual(numbers(gathered(html)), numbers(html));
    }
  });
});

describe('lists that stand beside their entries', () => {
  it('go into them', () => {
    assert.equal(
      gathered('<ul><li>Ask first</li><ul><li>who is there</li></ul><li>Pay people</li></ul>'),
      '<ul><li>Ask first<ul><li>who is there</li></ul></li><li>Pay people</li></ul>',
    );
  });

  it('go into them by their level in Google Docs', () => {
    const list = (level: number, ...entries: string[]) =>
      `<ul class="lst-kix_abc123-${level}">${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul>`;
    assert.equal(
      gathered(
        list(0, 'Ask') + list(1, 'early', 'often') + list(2, 'and kindly') + list(0, 'Pay') + list(1, 'well'),
      ),
      '<ul><li>Ask<ul><li>early</li><li>often<ul><li>and kindly</li></ul></li></ul></li><li>Pay<ul><li>well</li></ul></li></ul>',
    );
  });

  it('stay apart if they are two lists', () => {
    const html = '<ul><li>Ask first</li></ul><ul><li>Pay people</li></ul>';
    assert.equal(gathered(html), html);
  });
});

describe('gatherLists', () => {
  it('loses no word, and leaves no list within a paragraph', () => {
    const paragraph = fc.constantFrom(
      '• one',
      '- two',
      '3 three',
      '1. four',
      '2) five',
      'six',
      '– seven',
      'o  eight',
      '<b>• nine</b>',
      '',
      'ten<br>- eleven<br>- twelve',
      '1. a<br>2. b',
      '* c<br>d<br>* e',
      '<i>- f<br>- g</i>',
    );
    const page = fc
      .array(fc.tuple(fc.constantFrom('p', 'p', 'div'), paragraph), { maxLength: 15 })
      .map((parts) => parts.map(([tag, text]) => `<${tag}>${text}</${tag}>`).join(''));
    const words = (html: string) => html.replace(/<[^>]*>/g, ' ').match(/[a-z]{2,}|\b[a-g]\b/g);
    fc.assert(
      fc.property(page, (html) => {
        const after = gathered(html);
        assert.deepEqual(words(after), words(html));
        assert.doesNotMatch(after, /<p>(?:(?!<\/p>).)*<[uo]l>/);
      }),
      { numRuns: 300 },
    );
  });
});
