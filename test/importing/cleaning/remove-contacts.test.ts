import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  removeContacts,
  removeContactsFromMarkdown,
} from '../../../scripts/importing/cleaning/remove-contacts.ts';
import { paragraph } from '../../../scripts/importing/draft/make-blocks.ts';
import { lexMarkdown } from '../../../scripts/indexing/passages/lex-markdown.ts';
import { renderMarkdown } from '../../../scripts/indexing/passages/render-markdown.ts';
import { eachGives } from '../each-gives.ts';

const without = (text: string) => removeContacts(text).text;
const withoutInMarkdown = (markdown: string) => removeContactsFromMarkdown(markdown).text;
const isKept = (text: string) => without(text) === text;
const shown = (markdown: string) => renderMarkdown(lexMarkdown(markdown), {}).text;

describe('removeContacts', () => {
  it('takes out email addresses, however they are written', () => {
    eachGives(
      [
        'Write to ada@sample.example today.',
        'Write to ADA@SAMPLE.EXAMPLE today.',
        'Write to ada.sample+rota@mail.sample.example today.',
        'Write to ada_sample-2@sample.example today.',
        'Write to mailto:ada@sample.example today.',
        'Write to siân.sample@sample.example today.',
        'Write to ada [at] sample.example today.',
        'Write to ada (at) sample.example today.',
        'Write to ada[at]sample[dot]example today.',
        'Write to ada (at) sample (dot) example today.',
        'Write to ada at sample dot example today.',
        'Write to ada\\_sample@sample.example today.',
        'Write to ada \\[at\\] sample \\[dot\\] example today.',
      ],
      without,
      'Write to [email removed] today.',
    );
  });

  it('leaves the sentence around an address as it is', () => {
    assert.equal(without('Ada (ada@sample.example), or Ben.'), 'Ada ([email removed]), or Ben.');
    assert.equal(without('Email:ada@sample.example.'), 'Email:[email removed].');
    assert.equal(without('“ada@sample.example”…'), '“[email removed]”…');
    assert.equal(without('**ada@sample.example**'), '**[email removed]**');
  });

  it('keeps what only has an @ in it', () => {
    eachGives(
      [
        'We are @adasample on most sites',
        'Meet @ the hall, @ noon',
        'the hall@ten',
        'meet@10.30',
        'See [the page](https://notes.example/@ada.sample/rota)',
        'we met (at) home and spoke',
        'we met at home dot by dot',
      ],
      isKept,
      true,
    );
  });

  it('takes out phone numbers, however they are written', () => {
    eachGives(
      [
        'Ring 01632 960123 today.',
        'Ring 01632 960 123 today.',
        'Ring 01632960123 today.',
        'Ring 01632-960123 today.',
        'Ring (01632) 960123 today.',
        'Ring 020 7946 0123 today.',
        'Ring (020) 7946 0123 today.',
        'Ring 020-7946-0123 today.',
        'Ring 020.7946.0123 today.',
        'Ring 07700 900123 today.',
        'Ring 07700 900 123 today.',
        'Ring 0808 157 0123 today.',
        'Ring +44 20 7946 0123 today.',
        'Ring +44 (0)20 7946 0123 today.',
        'Ring +44 (0) 20 7946 0123 today.',
        'Ring +44(0)2079460123 today.',
        'Ring +442079460123 today.',
        'Ring (+44) 20 7946 0123 today.',
        'Ring 0044 20 7946 0123 today.',
        'Ring +1 202-555-0123 today.',
        'Ring +1 (202) 555-0123 today.',
        'Ring +353 20 910 0123 today.',
        'Ring +61 2 5550 0123 today.',
      ],
      without,
      'Ring [phone removed] today.',
    );
  });

  it('leaves the sentence around a number as it is', () => {
    assert.equal(without('Ring Ada (01632 960123).'), 'Ring Ada ([phone removed]).');
    assert.equal(without('Ring Ada (on 01632 960123), or Ben.'), 'Ring Ada (on [phone removed]), or Ben.');
    assert.equal(without('Tel:01632 960123.'), 'Tel:[phone removed].');
    assert.equal(without('01632 960123, 01632 960124'), '[phone removed], [phone removed]');
    assert.equal(without('01632 960123 / 01632 960124'), '[phone removed] / [phone removed]');
    assert.equal(without('01632 960123/01632 960124'), '[phone removed]/[phone removed]');
    assert.equal(without('01632 960123\n01632 960124'), '[phone removed]\n[phone removed]');
    assert.equal(without('01632 960123 ext. 12'), '[phone removed] ext. 12');
    assert.equal(without('0808 157 0123 24 hours a day'), '[phone removed] 24 hours a day');
    assert.equal(without('01632 960123 9 to 5'), '[phone removed] 9 to 5');
  });

  it('counts what it took out', () => {
    assert.deepEqual(removeContacts('ada@sample.example, ben@example.example or 01632 960123'), {
      text: '[email removed], [email removed] or [phone removed]',
      emails: 2,
      phones: 1,
    });
    assert.deepEqual(removeContacts('Nothing here.'), { text: 'Nothing here.', emails: 0, phones: 0 });
  });

  it('keeps numbers that are no phone numbers', () => {
    eachGives(
      [
        'in 2014-2016 and 2014–2016',
        'between 2014 and 2016, 2017, 2018, 2019',
        'on 01/02/2014 and 03/04/2014',
        'on 01.02.2014 we met',
        'on 01-02-2014 we met',
        'on 2014-01-02 10:30',
        'from 09.00-17.00 on weekdays',
        'from 09:00 to 17:00',
        '£1,000,000 and £0.5 million',
        '£012345678',
        '1,234,567 people, 12 345 678 visits',
        '0.5, 0.25 and 0.12345678',
        'p = 0.0012345678',
        '0–5, 6–10 and 11–15 years',
        'ring 111, 999 or 112',
        'ISBN 978-0-306-40615-7',
        'ISBN 0-306-40615-2',
        'ISBN 0306406152',
        'ISSN 0968-7599',
        'doi:10.1080/09687599.2014.957925',
        'orcid 0000-0002-1825-0097',
        'company number 01234567',
        'registered charity 1234567',
        'NCT01234567',
        '20,000 to 25,000 of the 100,000 people',
        '4 out of 5; 80%; 12.5%; 1:1; 24/7; 50/50',
        'rooms 001, 002, 003 and 004',
      ],
      isKept,
      true,
    );
  });

  it('keeps links with digits in them', () => {
    eachGives(
      [
        '[the report](https://sample.example/2014/05/03/01632960123)',
        '[the report](https://sample.example/report?id=01632960123)',
        '[the report](https://sample.example/report?a=1&id=01632960123&b=2)',
        '[the report](https://sample.example/report-01632960123.pdf)',
        '[the report](https://sample.example/a_01632960123)',
        '[the report](https://doi.example/10.1080/09687599.2014.957925)',
        '[the report](https://sample.example/a%2001632960123)',
        '[the report](https://sample.example/#01632960123)',
      ],
      (markdown) => withoutInMarkdown(markdown) === markdown,
      true,
    );
  });

  it('leaves a mark that Markdown shows as it is, whatever stands around it', () => {
    eachGives(
      [
        '01632 960123(mobile)',
        'ada@sample.example(work)',
        '01632 960123: mornings',
        'ada@sample.example: Ada',
        '01632 960123[1]',
        '+44 20 7946 0123 or visit',
        '(+44 20 7946 0123) (or visit)',
        '*ada_sample@sample.example*',
        'a_b ada_sample@sample.example a_b',
      ],
      (text) => shown(withoutInMarkdown(paragraph(text, 1).markdown)) === without(text),
      true,
    );
    assert.equal(shown(withoutInMarkdown('[01632 960123](https://sample.example/)')), '[phone removed]');
  });

  it('finds nothing where there are neither digits nor an @', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const plain = text.replace(/[\p{N}@]/gu, '');
        assert.deepEqual(removeContacts(plain), { text: plain, emails: 0, phones: 0 });
      }),
    );
  });

  it('leaves nothing for a second time', () => {
    const part = fc.constantFrom(
      'ada@sample.example',
      '01632 960123',
      '+44 20 7946 0123',
      ',',
      '(',
      ')',
      'or',
      '2014',
      '12',
      '.',
      '-',
      '/',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const once = without(parts.join(' '));
        assert.equal(without(once), once);
      }),
    );
  });

  it('takes no text for too long', () => {
    for (const text of [
      '0 '.repeat(50_000),
      'a.'.repeat(50_000),
      'a@a.'.repeat(25_000),
      '0('.repeat(50_000),
    ]) {
      const started = performance.now();
      removeContacts(text);
      assert.ok(performance.now() - started < 2000, text.slice(0, 4));
    }
  });
});
