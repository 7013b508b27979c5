import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { settleNotes } from '../../../../../scripts/importing/formats/html/blocks/settle-notes.ts';
import { parsePage } from '../../../../../scripts/importing/formats/html/parse-page.ts';

/** The page's body once its notes are settled, without attributes, empty elements and white space that says nothing. */
function settled(html: string): string {
  const { body } = parsePage(html).document;
  settleNotes(body);
  return body.innerHTML
    .replace(/ (?:data-line|id|class|role|name|start)="[^"]*"/g, '')
    .replace(/<(a|span|sup)><\/\1>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=<\/(?:li|p|ol|div)>)|(?<=<(?:li|p)>) | (?=<(?:li|ol|p|h\d|div)>)/g, '')
    .trim();
}

const SETTLED =
  '<p>We asked[1] and paid[2].</p><h2>Notes</h2><ol><li>In the hall.</li><li>In cash.</li></ol>';

describe('settleNotes', () => {
  it('makes plain the notes of Markdown and WordPress', () => {
    assert.equal(
      settled(`<p>We asked<sup id="r1"><a href="#n1">1</a></sup> and paid<sup id="r2"><a href="#n2">2</a></sup>.</p>
        <ol><li id="n1">In the hall. <a href="#r1">↩</a></li><li id="n2">In cash. <a href="#r2">↩︎</a></li></ol>`),
      SETTLED,
    );
  });

  it('makes plain the notes of Word', () => {
    assert.equal(
      settled(`<p>We asked<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> and paid<a href="#_ftn2" name="_ftnref2">[2]</a>.</p>
        <div><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> In the hall.</p></div><div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> In cash.</p></div></div>`).replace(
        /<\/?div>/g,
        '',
      ),
      SETTLED,
    );
  });

  it('makes plain notes that are paragraphs with a number before them', () => {
    assert.equal(
      settled(`<p>We asked<a href="#n1"><sup>1</sup></a> and paid<a href="#n2"><sup>2</sup></a>.</p>
        <p id="n1"><sup>1</sup> In the hall.</p><p id="n2"><sup>2</sup> In cash.</p>`),
      SETTLED,
    );
  });

  it('makes plain notes whose numbers lead back', () => {
    assert.equal(
      settled(`<p>We asked<sup><a id="r1" href="#n1">1</a></sup> and paid<sup><a id="r2" href="#n2">2</a></sup>.</p>
        <p><a id="n1" href="#r1">1</a> In the hall.</p><p><a id="n2" href="#r2">2</a> In cash.</p>`),
      SETTLED,
    );
  });

  it('numbers notes in the order of their marks', () => {
    assert.equal(
      settled(`<p>We asked<a href="#n7">*</a> and paid<a href="#n3">†</a>.</p>
        <p id="n3">In cash.</p><p id="n7">In the hall.</p>`),
      SETTLED,
    );
  });

  it('gives marks the numbers that their notes have in a list', () => {
    assert.equal(
      settled(`<p>We asked<a href="#n2">2</a> and paid<a href="#n1">1</a>.</p>
        <ol><li id="n1">In cash.</li><li id="n2">In the hall.</li></ol>`),
      '<p>We asked[2] and paid[1].</p><h2>Notes</h2><ol><li>In cash.</li><li>In the hall.</li></ol>',
    );
    assert.equal(
      settled(`<p>We asked<a href="#n3">3</a>.</p>
        <h2>Sources</h2><ol><li id="n1">Minutes.</li><li id="n2">Rotas.</li><li id="n3">Letters.</li></ol>`),
      '<p>We asked[3].</p><h2>Sources</h2><ol><li>Minutes.</li><li>Rotas.</li><li>Letters.</li></ol>',
    );
  });

  it('marks a note that is named twice with its number twice', () => {
    assert.equal(
      settled(
        `<p>We asked<a href="#n1">1</a>, and asked again<a href="#n1">1</a>.</p><p id="n1">In the hall. <a href="#r1">Back to text</a></p>`,
      ),
      '<p>We asked[1], and asked again[1].</p><h2>Notes</h2><ol><li>In the hall.</li></ol>',
    );
  });

  it('keeps the heading that notes have, and gives one of the text’s own level to those that have none', () => {
    const notes = '<p id="n1">In the hall.</p>';
    assert.equal(
      settled(`<p>We asked<a href="#n1">1</a>.</p><h3>Sources</h3>${notes}`),
      '<p>We asked[1].</p><h3>Sources</h3><ol><li>In the hall.</li></ol>',
    );
    assert.equal(
      settled(`<h1>Asking</h1><h3>First</h3><p>We asked<a href="#n1">1</a>.</p>${notes}`),
      '<h1>Asking</h1><h3>First</h3><p>We asked[1].</p><h3>Notes</h3><ol><li>In the hall.</li></ol>',
    );
    assert.equal(
      settled(`<p>We asked<a href="#n1">1</a>.</p><p>Notes</p>${notes}`),
      '<p>We asked[1].</p><p>Notes</p><ol><li>In the hall.</li></ol>',
    );
  });

  it('keeps a note of several paragraphs whole', () => {
    assert.equal(
      settled(
        `<p>We asked<a href="#n1">1</a>.</p><ol><li id="n1"><p>In the hall.</p><p>It was cold. <a href="#r1">↩</a></p></li></ol>`,
      ),
      '<p>We asked[1].</p><h2>Notes</h2><ol><li><p>In the hall.</p><p>It was cold.</p></li></ol>',
    );
  });

  it('keeps the links and the emphasis of a note', () => {
    assert.equal(
      settled(
        `<p>We asked<a href="#n1">1</a>.</p><p id="n1"><a href="#r1">[1]</a> See <a href="https://sample.example/">the <i>minutes</i></a>.</p>`,
      ),
      '<p>We asked[1].</p><h2>Notes</h2><ol><li>See <a href="https://sample.example/">the <i>minutes</i></a>.</li></ol>',
    );
  });

  it('lets links that are no marks of notes be', () => {
    for (const html of [
      '<p>See <a href="#part">part 2</a>.</p><h2>Part 2</h2>',
      '<p>See page <a href="https://sample.example/#n1">1</a>.</p>',
      '<p>In <a href="#missing">2</a> of three.</p>',
      '<p><a href="#two">2</a></p><p>Text.</p>',
      '<p>Text <a href="#">1</a>.</p>',
    ]) {
      assert.equal(settled(html), html);
    }
  });

  it('lets a table of contents in numbers be', () => {
    const html =
      '<ul><li><a href="#one">1</a></li><li><a href="#two">2</a></li></ul><h2>One</h2><p>Text.</p><h2>Two</h2><p>Text.</p>';
    assert.equal(
      settled(html.replace('<h2>One', '<h2 id="one">One').replace('<h2>Two', '<h2 id="two">Two')),
      html,
    );
  });

  it('lets words of the text be that mean going back', () => {
    const html =
      '<p>There is no <a href="https://sample.example/way">way back</a>, and no <a href="https://sample.example/back">back</a>.</p>';
    assert.equal(settled(html), html);
  });

  it('does not fail on addresses that are badly encoded', () => {
    assert.equal(
      settled('<p>We asked<a href="#%E0%A4%A">1</a>.</p>'),
      '<p>We asked<a href="#%E0%A4%A">1</a>.</p>',
    );
  });
});
