import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isAsWritten, sealEssay } from '../../../scripts/importing/composing/seal.ts';

describe('the seal of an essay', () => {
  const text = sealEssay(
    '---\ntitle: The rota\noriginal:\n  file: rota.txt\n---\n\nWe met in the hall, and whoever came wrote.\n',
  );

  it('holds while nobody changes the file', () => {
    assert.equal(isAsWritten(text), true);
  });

  it('breaks with any change, of the text, the front matter or itself', () => {
    assert.equal(isAsWritten(text.replace('hall', 'church')), false);
    assert.equal(isAsWritten(text.replace('The rota', 'A rota')), false);
    assert.equal(isAsWritten(`${text}\n`), false);
    assert.equal(isAsWritten(text.replace(/written: ./, 'written: x')), false);
    assert.equal(isAsWritten(text.replace(/ {2}written: .*\n/, '')), false);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('x', '\n', ' ', '0'), (at, character) => {
        fc.pre(text[at] !== character);
        assert.equal(isAsWritten(text.slice(0, at) + character + text.slice(at + 1)), false);
      }),
    );
  });

  it('is put into front matter once, and not into text that looks like it', () => {
    const quoted = 'a\n\noriginal:\n  written: nothing\n';
    const sealed = sealEssay(`---\noriginal:\n  file: a\n---\n\n${quoted}`);
    assert.equal(isAsWritten(sealed), true);
    assert.ok(sealed.endsWith(quoted));
  });

  it('is missing from a file that nobody sealed', () => {
    assert.equal(isAsWritten('---\ntitle: The rota\n---\n\nText.\n'), false);
    assert.equal(isAsWritten(''), false);
  });

  it('holds though a program changes the line ends', () => {
    assert.equal(isAsWritten(text.replace(/\n/g, '\r\n')), true);
    assert.equal(isAsWritten(text.replace('hall', 'church').replace(/\n/g, '\r\n')), false);
  });
});
