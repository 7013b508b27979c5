import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeOriginal } from '../../../scripts/importing/characters/decode-original.ts';
import { mendCharacters } from '../../../scripts/importing/characters/mend-characters.ts';
import { tidyCharacters } from '../../../scripts/importing/characters/tidy-characters.ts';
import { UnreadableOriginal } from '../../../scripts/importing/originals/unreadable-original.ts';

const PAGES = ['win1252', 'win1250', 'macintosh'] as const;
const mend = (text: string) => mendCharacters(text).text;

/** Reads UTF-8 in another code page. Bytes that stand for nothing there come through as control characters. */
const misread = (text: string, page: string): string =>
  [...Buffer.from(text)]
    .map((byte) => {
      const character = iconv.decode(Buffer.from([byte]), page);
      return character === '\ufffd' ? String.fromCharCode(byte) : character;
    })
    .join('');

/** Words of English prose, with the accents and signs that occur there. */
const WORDS = `
  people the co‑production carers’ don’t I’m café CAFÉ cliché naïve Zoë fête déjà à façade mañana
  Malmö Siân Røst Ångström Æthelred œuvre São Łódź Dvořák Ştefan Ångström über Straße ÎLE Éire Òran
  Ímpar £20 €5 ½ 20° 50p © ™ • … – — → ✓ 👍 1,000
`
  .trim()
  .split(/[ \n]+/);
const prose = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '‘', '“', '(', '“‘'),
      fc.constantFrom(...WORDS),
      fc.constantFrom('', '', '’', '”', ')', '.', ',', '!”', '…', '…”', '’s', '’”', '”—'),
      fc.constantFrom(' ', ' ', '\n', '\u00a0'),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.map((parts) => parts.join('')).join(''));

describe('mendCharacters', () => {
  it('mends UTF-8 that was read as windows-1252', () => {
    assert.deepEqual(mendCharacters('Itâ€™s a clichÃ© â€“ â€œno decision about usâ€\u009d â€¦ Â£20'), {
      text: 'It’s a cliché – “no decision about us” … £20',
      mended: 7,
      lost: 0,
    });
  });

  it('mends what was read as windows-1250 and as Mac Roman', () => {
    assert.equal(mend('clichĂ© Â£20 donâ€™t'), 'cliché £20 don’t');
    assert.equal(mend('don‚Äôt ‚Äì ‚Äúclich√©‚Äù ¬£20'), 'don’t – “cliché” £20');
  });

  it('mends what was misread twice', () => {
    assert.equal(mend('donÃ¢â‚¬â„¢t ÃƒÂ© Ã‚Â£20'), 'don’t é £20');
    assert.equal(mend('clichÄ‚Â©'), 'cliché');
    assert.equal(mend('don‚Äö√Ñ√¥t'), 'don’t');
  });

  for (const page of PAGES) {
    it(`mends prose that was once read as ${page}`, () => {
      fc.assert(
        fc.property(prose, (text) => assert.equal(mend(misread(text, page)), text)),
        { numRuns: 300 },
      );
    });

    it(`mends prose that was twice read as ${page}`, () => {
      fc.assert(
        fc.property(prose, (text) => assert.equal(mend(misread(misread(text, page), page)), text)),
        { numRuns: 300 },
      );
    });
  }

  it('leaves right text as it is', () => {
    fc.assert(
      fc.property(prose, (text) => {
        assert.deepEqual(mendCharacters(text), { text, mended: 0, lost: 0 });
      }),
      { numRuns: 1000 },
    );
  });

  it('mends damaged text beside right text, and leaves the right text as it is', () => {
    assert.equal(
      mend('“Right”, and â€œwrongâ€\u009d: CAFÉ and cafÃ©'),
      '“Right”, and “wrong”: CAFÉ and café',
    );
    fc.assert(
      fc.property(prose, prose, fc.constantFrom(...PAGES), (right, damaged, page) => {
        assert.equal(mend(`${right} ${misread(damaged, page)}`), `${right} ${damaged}`);
      }),
      { numRuns: 300 },
    );
  });

  it('mends a closing quotation mark and a hard space that lost their last bytes', () => {
    assert.equal(
      mend('â€œNothing about us without us,â€ they said.'),
      '“Nothing about us without us,” they said.',
    );
    assert.equal(mend('â€œWe askedâ€. They left.'), '“We asked”. They left.');
    assert.equal(mend('They met.Â  Then they left.'), 'They met.  Then they left.');
    assert.equal(mend('five peopleÂ in one room'), 'five people in one room');
    assert.equal(mend('(â€œmembersâ€)'), '(“members”)');
    assert.equal(mend('â€œmembersâ€—all of them'), '“members”—all of them');
  });

  it('mends an à whose hard space became a plain one', () => {
    assert.equal(mend('vis-Ã -vis'), 'vis-à-vis');
    assert.equal(mend('voilÃ , the rota'), 'voilà, the rota');
  });

  it('reads windows-1252 that was taken for Latin-1', () => {
    assert.deepEqual(mendCharacters('don\u0092t \u0096 \u0093us\u0094'), {
      text: 'don’t – “us”',
      mended: 0,
      lost: 0,
    });
  });

  it('counts the characters whose bytes are gone', () => {
    assert.deepEqual(mendCharacters('don\ufffdt, can\ufffdt'), {
      text: 'don\ufffdt, can\ufffdt',
      mended: 0,
      lost: 2,
    });
    assert.equal(mendCharacters('â€œweâ€ and theyâ€re').lost, 1);
  });

  it('leaves letters beside quotation marks alone', () => {
    for (const text of [
      '“CAFÉ” opens at ten',
      'the letter „Ä“ and the letter “Å”',
      'Ä’ and Å’',
      'the sign ‘Â’ and the sign “Ã”',
      'IRMÃ’S and “MAÇÔ',
      '“GRĂDINĂ”',
      '“SÃO PAULO”',
      'Â… and then',
    ]) {
      assert.equal(mend(text), text);
    }
  });

  it('leaves words of other languages alone', () => {
    for (const text of [
      'Mulțumesc, Ștefan: câine, pâine, românesc, ÎNCĂ o dată',
      'Zażółć gęślą jaźń; ŁÓDŹ; Świętokrzyskie',
      'Příliš žluťoučký kůň úpěl ďábelské ódy',
      'Grüße aus Köln: „Äpfel“, ÖPNV, Straße, »Übung«',
      'L’été à l’Île-d’Yeu: « ça va », ŒUVRE, Noël, où ?',
      'São Paulo, Lisboã, coração, MAÇÃ, IRMÃ, JOÃO, ÂNGELA',
      'Llŷr a Siân; tŷ bach; Ŵyn',
      'Nguyễn Thị Ánh; Trần Đức',
      'Þórr, Æsir, Åse, Ærø',
      '£5, €10, 20°C, 5 × 4, ½, §3, ±2',
      '日本語 and Ελληνικά and русский and العربية',
      '👍🏽 👩‍🦽 ❤️ ✓ → ★',
    ]) {
      assert.deepEqual(mendCharacters(text), { text, mended: 0, lost: 0 });
    }
  });

  it('never changes plain ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 200 }), (text) => {
        assert.deepEqual(mendCharacters(text), { text, mended: 0, lost: 0 });
      }),
    );
  });

  it('mends what it has mended no further', () => {
    fc.assert(
      fc.property(prose, fc.constantFrom(...PAGES), (text, page) => {
        const once = mend(misread(text, page));
        assert.equal(mend(once), once);
      }),
    );
  });
});

describe('tidyCharacters', () => {
  it('drops what cannot be seen, and makes all spaces plain', () => {
    assert.equal(
      tidyCharacters('co\u00adproduc\u200btion\ufeff\u0007 of\u00a0the\u2003group\u202f!'),
      'coproduction of the group !',
    );
  });

  it('keeps tabs and line ends, and composes letters', () => {
    assert.equal(tidyCharacters('cafe\u0301\tand\nback'), 'café\tand\nback');
  });

  it('keeps an emoji whose parts are joined', () => {
    assert.equal(tidyCharacters('👩\u200d🦽'), '👩\u200d🦽');
  });

  it('is done the first time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        const once = tidyCharacters(text);
        assert.equal(tidyCharacters(once), once);
      }),
    );
  });
});

describe('decodeOriginal', () => {
  const text = 'It’s “our” café – £20, naïve…\n';
  const encode = (encoding: string, some = text, addBOM = false) => iconv.encode(some, encoding, { addBOM });

  it('reads UTF-8 with a byte-order mark or without', () => {
    assert.equal(decodeOriginal(encode('utf8')), text);
    assert.equal(decodeOriginal(encode('utf8', text, true)), text);
  });

  it('reads UTF-16 in both orders, with a byte-order mark or without', () => {
    for (const encoding of ['utf16-le', 'utf16-be']) {
      assert.equal(decodeOriginal(encode(encoding, text, true)), text, `${encoding}, marked`);
      assert.equal(decodeOriginal(encode(encoding)), text, encoding);
    }
  });

  it('reads windows-1252 that nothing declares', () => {
    assert.equal(decodeOriginal(encode('win1252')), text);
  });

  it('reads what is declared as Latin-1 or ASCII as the windows-1252 that it is', () => {
    for (const declared of ['iso-8859-1', 'ISO8859-1', 'latin1', 'us-ascii', 'windows-1252']) {
      const page = `<meta charset="${declared}"><p>${text}</p>`;
      assert.equal(decodeOriginal(encode('win1252', page)), page);
    }
  });

  it('reads a page in UTF-8 as that, whatever it declares', () => {
    for (const declared of ['windows-1252', 'iso-8859-1', 'utf-16', 'no-such-encoding']) {
      const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${declared}"></head><p>${text}`;
      assert.equal(decodeOriginal(encode('utf8', page)), page);
    }
  });

  it('reads a page in the encoding that it declares', () => {
    const polish = '<?xml version="1.0" encoding="iso-8859-2"?><p>Zażółć gęślą jaźń</p>';
    assert.equal(decodeOriginal(encode('iso-8859-2', polish)), polish);
    const japanese = '<meta charset="shift_jis"><p>日本語</p>';
    assert.equal(decodeOriginal(encode('shift_jis', japanese)), japanese);
  });

  it('reads Mac Roman by its apostrophe, which no other encoding has inside a word', () => {
    const mac = 'It’s ours, and we don’t “share” it – not a café.\n';
    assert.equal(decodeOriginal(encode('macintosh', mac)), mac);
  });

  it('reads lines in UTF-8 and in windows-1252 that were pasted into one file', () => {
    const mixed = Buffer.concat([encode('utf8'), encode('win1252'), encode('utf8')]);
    assert.equal(decodeOriginal(mixed), text.repeat(3));
  });

  it('makes every line end a line feed', () => {
    assert.equal(decodeOriginal(Buffer.from('a\r\nb\rc\u2028d\u2029e\n')), 'a\nb\nc\nd\ne\n');
  });

  it('leaves the control characters that stand for marks of windows-1252, to be mended', () => {
    const decoded = decodeOriginal(Buffer.from('We waited\u0085 and didn\u0092t know'));
    assert.equal(mendCharacters(decoded).text, 'We waited… and didn’t know');
  });

  it('reads a line end of windows-1252 text that stands for an ellipsis as an ellipsis', () => {
    assert.equal(decodeOriginal(Buffer.from([0x57, 0x65, 0x85, 0x0a, 0x92])), 'We…\n’');
  });

  it('reads any text in UTF-8, UTF-16 or windows-1252 back', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefg ABC.,-\n’“”é£–'),
      minLength: 20,
      maxLength: 80,
    });
    fc.assert(
      fc.property(letters, fc.constantFrom('utf8', 'utf16-le', 'utf16-be', 'win1252'), (some, encoding) => {
        fc.pre(encoding !== 'win1252' || !/[’“”é£–]{2}/.test(some));
        const marked = encoding.startsWith('utf16');
        assert.equal(decodeOriginal(encode(encoding, some, marked)), some);
      }),
    );
  });

  it('refuses what is not text', () => {
    const noText = Buffer.from(Array.from({ length: 4000 }, (_none, index) => (index * 37) % 256));
    for (const bytes of [
      noText,
      Buffer.alloc(500),
      Buffer.from('\u0000\u0001\u0002 word \u0003'.repeat(20)),
    ]) {
      assert.throws(() => decodeOriginal(bytes), UnreadableOriginal);
    }
  });

  it('reads nothing as nothing', () => {
    assert.equal(decodeOriginal(Buffer.alloc(0)), '');
  });
});
