import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  cleanAuthors,
  parseByline,
  parseIntroduction,
  parseNameLine,
  readNames,
  readRole,
  withoutDate,
} from '../../../scripts/importing/head/parse-byline.ts';
import { PERSON_NAMES } from '../../domain/printed-names.ts';
import { eachGives } from '../each-gives.ts';

describe('parseByline', () => {
  it('reads one author after all that bylines begin with', () => {
    const openings = [
      'By',
      'by',
      'BY',
      'By:',
      'Words by',
      'Words:',
      'Text by',
      'Written by',
      'Written by:',
      'Posted by',
      'Published by',
      'Blog by',
      'Blog post by',
      'Guest blog by',
      'Guest post by',
      'Guest blog post by',
      'A guest blog by',
      'A blog by',
      'This blog by',
      'Article by',
      'Story by',
      'Contributed by',
      'Author:',
      'Author: ',
      'Authors:',
    ];
    eachGives(openings, (opening) => parseByline(`${opening} Ada Sample`), [{ name: 'Ada Sample' }]);
  });

  it('reads what the author is', () => {
    const ada = [{ name: 'Ada Sample', role: 'manager at Example Council' }];
    eachGives(
      [
        'By Ada Sample, manager at Example Council',
        'By Ada Sample, manager at Example Council.',
        'By Ada Sample – manager at Example Council',
        'By Ada Sample - manager at Example Council',
        'By Ada Sample (manager at Example Council)',
        'By Ada Sample | manager at Example Council',
        'By Dr Ada Sample, manager at Example Council',
      ],
      parseByline,
      ada,
    );
  });

  it('keeps a role whole that has commas, “and” or brackets in it', () => {
    for (const role of [
      'carer and trustee',
      'Policy and Strategy Manager, Example Council',
      'Head of Engagement and Involvement at Sampleton Health and Care Trust',
      'parent, carer and campaigner',
      'co-chair (with others) of the panel',
      'Professor of Social Work, University of Sampleton',
      'a member of the Sampleton Carers Forum and of the Example Board',
      'Research & Policy Officer',
    ]) {
      assert.deepEqual(parseByline(`By Ada Sample, ${role}`), [{ name: 'Ada Sample', role }], role);
    }
  });

  it('reads several authors, with roles and without', () => {
    eachGives(
      [
        'By Ada Sample and Ben Example',
        'By Ada Sample & Ben Example',
        'By Ada Sample, Ben Example',
        'By Ada Sample; Ben Example',
        'By Ada Sample with Ben Example',
        'By Dr Ada Sample and Professor Ben Example',
      ],
      parseByline,
      [{ name: 'Ada Sample' }, { name: 'Ben Example' }],
    );
    assert.deepEqual(parseByline('By Ada Sample, Ben Example and Cara Instance'), [
      { name: 'Ada Sample' },
      { name: 'Ben Example' },
      { name: 'Cara Instance' },
    ]);
    const both = [
      { name: 'Ada Sample', role: 'carer and trustee' },
      { name: 'Ben Example', role: 'manager at Example Council' },
    ];
    eachGives(
      [
        'By Ada Sample, carer and trustee, and Ben Example, manager at Example Council',
        'By Ada Sample, carer and trustee and Ben Example, manager at Example Council',
        'By Ada Sample (carer and trustee) and Ben Example (manager at Example Council)',
        'By Ada Sample, carer and trustee; Ben Example, manager at Example Council',
        'By Ada Sample – carer and trustee – and Ben Example – manager at Example Council',
      ],
      parseByline,
      both,
    );
  });

  it('reads every name whole', () => {
    eachGives(PERSON_NAMES, (name) => parseByline(`By ${name}`)?.map((author) => author.name === name), [
      true,
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...PERSON_NAMES), fc.constantFrom(...PERSON_NAMES), (one, other) => {
        assert.deepEqual(parseByline(`By ${one} and ${other}`), [{ name: one }, { name: other }]);
        assert.deepEqual(parseByline(`By ${one}, carer, and ${other}, manager`), [
          { name: one, role: 'carer' },
          { name: other, role: 'manager' },
        ]);
      }),
    );
  });

  it('leaves the date out', () => {
    eachGives(
      [
        'By Ada Sample, 3 May 2014',
        'By Ada Sample on 3 May 2014',
        'Posted by Ada Sample on Saturday, 3 May 2014 at 10:12',
        'By Ada Sample | 3 May 2014',
        'By Ada Sample – May 3, 2014',
      ],
      parseByline,
      [{ name: 'Ada Sample' }],
    );
  });

  it('reads a body as an author', () => {
    assert.deepEqual(parseByline('By the Sampleton Carers Forum'), [{ name: 'The Sampleton Carers Forum' }]);
    assert.deepEqual(parseByline('By Example Council'), [{ name: 'Example Council' }]);
    assert.deepEqual(parseByline('Written by members of the Sampleton Panel'), [
      { name: 'members of the Sampleton Panel' },
    ]);
    assert.deepEqual(parseByline('By Sampleton People First'), [{ name: 'Sampleton People First' }]);
  });

  it('names nobody where only an account is named', () => {
    eachGives(
      ['Posted by admin', 'By admin', 'by Administrator', 'Posted by: webteam', 'By guest author'],
      parseByline,
      [],
    );
  });

  it('takes no sentence that begins with “By” for a byline', () => {
    eachGives(
      [
        'By the time we met, the rota was done.',
        'By the time Ada arrived we had begun',
        'By working together we found a way.',
        'By working with the Council we found a way',
        'By Monday the group had a name.',
        'By Monday the group had a name',
        'By Friday, everyone knew.',
        'By Friday everyone knew',
        'By 2014 we had five members',
        'By March 2014 the panel had met twice.',
        'By March we were tired',
        'By then, Ada had left.',
        'By contrast, Example Council asked first.',
        'By Christmas we were a team',
        'By listening to Ada, we learned',
        'By and large, the Council listened',
        'By the end of May the Council agreed to pay',
        'By far the hardest thing about Sampleton',
        'By law, the Council must ask',
        'By asking Ada Sample and Ben Example',
        'By any measure, the Forum failed',
        'By day Ada works for the Trust',
        'By whom? By Ada, it turned out',
        'By June 2015 Ada and Ben ran the panel',
        'By Easter Sunday, the hall stood empty',
        'Words: why they matter',
        'Text: Genesis to Revelation',
        'Bystanders',
      ],
      parseByline,
      undefined,
    );
  });

  it('takes no line without an opening for a byline', () => {
    eachGives(['Ada Sample', 'Sharing power', 'Written in haste', 'A story', ''], parseByline, undefined);
  });

  it('never throws, and never gives an empty name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        for (const author of parseByline(`By ${text}`) ?? []) {
          assert.notEqual(author.name.trim(), '');
          assert.notEqual(author.role?.trim(), '');
        }
      }),
    );
  });
});

describe('withoutDate', () => {
  it('ends before the date and what leads to it', () => {
    assert.equal(withoutDate('Ada Sample, posted on 3 May 2014'), 'Ada Sample');
    assert.equal(withoutDate('Ada Sample (3 May 2014)'), 'Ada Sample');
    assert.equal(withoutDate('Ada Sample'), 'Ada Sample');
    assert.equal(withoutDate('3 May 2014'), '');
  });
});

describe('readNames', () => {
  it('reads names and roles without an opening', () => {
    assert.deepEqual(readNames('Ada Sample, carer, and Ben Example'), [
      { name: 'Ada Sample', role: 'carer' },
      { name: 'Ben Example' },
    ]);
  });

  it('gives back the brackets that a role has', () => {
    assert.deepEqual(readNames('Ada Sample, Chair, Sampleton Carers Forum (SCF)'), [
      { name: 'Ada Sample', role: 'Chair, Sampleton Carers Forum (SCF)' },
    ]);
  });

  it('reads nothing that does not begin with a name', () => {
    eachGives(
      ['the panel and Ada Sample', 'carer, Ada Sample', '', ' and ', 'a panel'],
      readNames,
      undefined,
    );
  });
});

describe('parseNameLine', () => {
  it('reads a name, alone or with a role', () => {
    assert.deepEqual(parseNameLine('Ada Sample'), { name: 'Ada Sample' });
    assert.deepEqual(parseNameLine('Dr Ada Sample'), { name: 'Ada Sample' });
    assert.deepEqual(parseNameLine('Ada Sample, Example Council'), {
      name: 'Ada Sample',
      role: 'Example Council',
    });
    assert.deepEqual(parseNameLine('Ada Sample – carer, trustee and campaigner'), {
      name: 'Ada Sample',
      role: 'carer, trustee and campaigner',
    });
    assert.deepEqual(parseNameLine('Ada Sample | Chair, Sampleton Carers Forum (SCF)'), {
      name: 'Ada Sample',
      role: 'Chair, Sampleton Carers Forum (SCF)',
    });
  });

  it('reads no heading, sentence or body as a name', () => {
    eachGives(
      [
        'Ada Sample is a carer',
        'Ada Sample, who chairs the panel, agrees',
        'Ada Sample: a life',
        'Sampleton Council, Example Street',
        'Power, and who has it',
        'What next, Ada Sample?',
        'Ada Sample was here. she left',
        'Introduction',
        '',
      ],
      parseNameLine,
      undefined,
    );
  });
});

describe('cleanAuthors', () => {
  const names = (...some: string[]) => cleanAuthors(some).map(({ name }) => name);

  it('leaves out accounts, addresses, titles and the same name twice', () => {
    assert.deepEqual(
      names('admin', 'Dr Ada Sample', 'ada sample', 'ada@sample.example', 'https://a.example/ada'),
      ['Ada Sample'],
    );
    assert.deepEqual(names('By Ada Sample', 'Posted by Ben Example,', ' Cara  Instance '), [
      'Ada Sample',
      'Ben Example',
      'Cara Instance',
    ]);
  });

  it('parts names that stand in one', () => {
    assert.deepEqual(names('Ada Sample, Ben Example'), ['Ada Sample', 'Ben Example']);
    assert.deepEqual(names('Ada Sample and Ben Example'), ['Ada Sample', 'Ben Example']);
    assert.deepEqual(names('Ada Sample & Ben Example'), ['Ada Sample', 'Ben Example']);
    assert.deepEqual(names('Ada Sample, Ben Example and Cara Instance'), [
      'Ada Sample',
      'Ben Example',
      'Cara Instance',
    ]);
    assert.deepEqual(names('By Ada Sample and Ben Example'), ['Ada Sample', 'Ben Example']);
  });

  it('leaves the name of a body whole, and drops the site where people are named beside it', () => {
    assert.deepEqual(names('Health and Care Sampleton'), ['Health and Care Sampleton']);
    assert.deepEqual(cleanAuthors(['Ada Sample', 'Example Trust'], 'Example Trust'), [
      { name: 'Ada Sample' },
    ]);
    assert.deepEqual(cleanAuthors(['Example Trust'], 'Example Trust'), [{ name: 'Example Trust' }]);
  });
});

describe('readRole', () => {
  it('reads what a sentence says somebody is', () => {
    for (const [sentence, role] of [
      ['Ada Sample is a manager at Example Council.', 'manager at Example Council'],
      ['Ada Sample is an adviser. She writes.', 'adviser'],
      ['Dr Ada Sample is the chair of the panel and has two dogs.', 'chair of the panel'],
      ['Ada Sample (she/her) is a carer who lives in Sampleton', 'carer'],
      ['Ada Sample, carer and trustee', 'carer and trustee'],
      ['Ada Sample – Policy Manager, Example Council', 'Policy Manager, Example Council'],
    ] as const) {
      assert.equal(readRole(sentence, 'Ada Sample'), role, sentence);
    }
  });

  it('reads none where there is none, or where somebody else is meant', () => {
    for (const sentence of [
      'Ada Sample has written for us before.',
      'Ben Example is a manager.',
      'Ada Sampleton is a manager.',
      'We asked Ada Sample.',
      'Ada Sample',
    ]) {
      assert.equal(readRole(sentence, 'Ada Sample'), undefined, sentence);
    }
  });
});

describe('parseIntroduction', () => {
  it('reads who is introduced, and as what', () => {
    assert.deepEqual(parseIntroduction('Ada Sample reflects on her time as a member of the panel.'), {
      name: 'Ada Sample',
      role: 'member of the panel',
    });
    assert.deepEqual(parseIntroduction('Dr Ben Example has written about pay. Here is his blog.'), {
      name: 'Ben Example',
    });
    assert.deepEqual(parseIntroduction('Ada Sample, who chairs the panel, explains why it began.'), {
      name: 'Ada Sample',
    });
    assert.deepEqual(parseIntroduction('Ada Sample is a carer and works for Example Trust.'), {
      name: 'Ada Sample',
      role: 'carer',
    });
  });

  it('reads nobody from other sentences', () => {
    eachGives(
      [
        'The panel reflects on its first year.',
        'Sampleton Council explains its policy.',
        'We met Ada Sample, who writes.',
        'Co-production is a long word.',
        'Power Is Shared',
        'Nothing Much has changed.',
        'Last Monday was a good day.',
      ],
      parseIntroduction,
      undefined,
    );
  });
});
