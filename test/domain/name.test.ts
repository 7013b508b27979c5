import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  isFamilyOf,
  isPersonName,
  nameWithFamily,
  parseName,
  splitNames,
  withoutTitle,
} from '../../server/domain/name.ts';
import { BODY_NAMES, PERSON_NAMES } from './printed-names.ts';

describe('isPersonName', () => {
  it('knows the names of people of many places', () => {
    assert.deepEqual(PERSON_NAMES.filter(isPersonName), PERSON_NAMES);
  });

  it('knows them with titles', () => {
    for (const title of [
      'Dr',
      'Dr.',
      'Prof.',
      'Professor',
      'Mr',
      'Mrs',
      'Ms',
      'Mx',
      'Sir',
      'Dame',
      'Rev.',
      'Cllr',
    ])
      assert.equal(isPersonName(`${title} Ada Sample`), true, title);
    assert.equal(isPersonName('Professor Dame Ada Sample'), true);
  });

  it('takes no body, job or sentence for a person', () => {
    const texts = [
      'Sampleton Council',
      'The Sampleton Carers Forum',
      'Example Trust',
      'NHS England',
      'University of Sampleton',
      'Policy Manager',
      'Peer Support Worker',
      'Lived Experience Lead',
      'Sampleton People First',
      'the group met',
      'Sharing power',
      'Ada',
      'We met',
      'Councillors do',
      '',
      'Ada Sample is here',
      'Ada Sample, carer',
    ];
    assert.deepEqual(texts.filter(isPersonName), []);
  });

  it('knows no title of an essay as a person', () => {
    const texts = [
      'Sharing Power',
      'Making Change',
      'Nothing About Us',
      'Why Words Matter',
      'Lessons Learned',
      'Our Story',
      'The Rota',
      'Next Steps',
      'Key Messages',
      'Final Thoughts',
      'Further Reading',
      'Executive Summary',
      'Who Decides',
      'What Next',
    ];
    assert.deepEqual(texts.filter(isPersonName), []);
  });

  it('takes no body for a person', () => {
    assert.deepEqual(BODY_NAMES.filter(isPersonName), []);
  });
});

describe('parseName', () => {
  it('gives the parts of a person’s name', () => {
    assert.deepEqual(parseName('Ada Sample'), { family: 'Sample', given: 'Ada' });
    assert.deepEqual(parseName(' Dr  Ben  Michael O’Sample '), { family: 'O’Sample', given: 'Ben Michael' });
    assert.deepEqual(parseName('Jan van der Example'), { family: 'van der Example', given: 'Jan' });
    assert.deepEqual(parseName('van Example'), { family: 'van Example' });
    assert.deepEqual(parseName('Al Sample'), { family: 'Sample', given: 'Al' });
    assert.deepEqual(parseName('Ada Sample, Jr.'), { family: 'Sample', given: 'Ada', suffix: 'Jr' });
    assert.deepEqual(parseName('Rt Hon Ada Sample MP'), { family: 'Sample', given: 'Ada' });
    assert.deepEqual(parseName('Jane St. Sample'), { family: 'St. Sample', given: 'Jane' });
    assert.deepEqual(parseName('Irving Sample'), { family: 'Sample', given: 'Irving' });
  });

  it('gives a body’s name whole', () => {
    for (const literal of BODY_NAMES) assert.deepEqual(parseName(literal), { literal });
  });

  it('gives a single name whole, and without its title', () => {
    assert.deepEqual(parseName('Ada'), { literal: 'Ada' });
    assert.deepEqual(parseName('Dr Sample'), { family: 'Sample' });
    assert.deepEqual(parseName('Lord Sample'), { family: 'Sample' });
  });

  it('keeps a peer’s place with the family name', () => {
    assert.deepEqual(parseName('Baroness Sample of Exampleton'), { family: 'Sample of Exampleton' });
    assert.deepEqual(parseName('Baroness Ada Sample of Exampleton'), {
      family: 'Sample of Exampleton',
      given: 'Ada',
    });
  });

  it('lets a title tell a person whose family name is a word that bodies have', () => {
    assert.deepEqual(parseName('Sir Ben Nurse'), { family: 'Nurse', given: 'Ben' });
    assert.deepEqual(parseName('Dr Ada Wales'), { family: 'Wales', given: 'Ada' });
    assert.deepEqual(parseName('Example Wales'), { literal: 'Example Wales' });
  });

  it('turns round no name whose family name is hidden', () => {
    assert.deepEqual(parseName('Ada S.'), { family: 'Ada S.' });
    assert.deepEqual(parseName('Ada S'), { family: 'Ada S' });
  });

  it('loses no letter of any text that it does not take for a person', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const name = parseName(text);
        if ('literal' in name) assert.equal(name.literal, text.trim().replace(/\s+/g, ' '));
        else assert.notEqual(name.family, '');
      }),
    );
  });
});

describe('withoutTitle', () => {
  it('takes titles off, but leaves one to a single word', () => {
    assert.deepEqual(['Professor Dame Ada Sample', 'Dr Sample', ' Ada Sample'].map(withoutTitle), [
      'Ada Sample',
      'Dr Sample',
      'Ada Sample',
    ]);
  });
});

describe('splitNames', () => {
  it('parts the people of one byline', () => {
    assert.deepEqual(splitNames('Ada Sample, Ben Example, and Jan van der Example'), [
      'Ada Sample',
      'Ben Example',
      'Jan van der Example',
    ]);
    assert.deepEqual(splitNames('Ada Sample; Ben Example & Cara Instance'), [
      'Ada Sample',
      'Ben Example',
      'Cara Instance',
    ]);
    assert.deepEqual(splitNames('Ada Sample, PhD, and Ben Example, MBE'), ['Ada Sample', 'Ben Example']);
  });

  it('leaves the name of a body whole, whatever commas it has', () => {
    for (const name of [
      'Health and Care Sampleton',
      'Department for Tables, Chairs and Beds',
      'Ada and Ben Sample',
      'Ada Sample, carer',
      '',
    ]) {
      assert.deepEqual(splitNames(name), [name]);
    }
  });
});

describe('nameWithFamily', () => {
  it('takes an editor’s word for what the name does not show', () => {
    assert.deepEqual(nameWithFamily('bell hooks', 'hooks'), { family: 'hooks', given: 'bell' });
    assert.deepEqual(nameWithFamily('Nguyễn Thị Mẫu', 'Nguyễn'), { family: 'Nguyễn', given: 'Thị Mẫu' });
    assert.deepEqual(nameWithFamily('Dr Ada Wales, MBE', 'Wales'), { family: 'Wales', given: 'Ada' });
    assert.deepEqual(nameWithFamily('Gabriel Ejemplo Muestra', 'Ejemplo Muestra'), {
      family: 'Ejemplo Muestra',
      given: 'Gabriel',
    });
    assert.deepEqual(nameWithFamily('Sample', 'Sample'), { family: 'Sample' });
    assert.deepEqual(nameWithFamily('Rowan Tree', 'none'), { literal: 'Rowan Tree' });
  });

  it('knows which words of a name can be its family name', () => {
    assert.deepEqual(
      ['hooks', 'bell', 'ooks', 'Hooks', 'none'].map((family) => isFamilyOf('bell hooks', family)),
      [true, true, false, false, true],
    );
  });
});
