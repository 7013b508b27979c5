import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCatalogue } from '../../server/domain/catalogue.ts';
import { createAddresses } from '../../server/http/addresses/addresses.ts';
import { toEssayView } from '../../server/http/views/essay-view.ts';
import { toPassagePage } from '../../server/http/views/passage-page.ts';
import { loadContent } from '../fixture-app.ts';

const { corpus } = await loadContent();
const [essay] = corpus.essays;
assert.ok(essay);
const imported = {
  ...essay,
  kind: 'essay' as const,
  authors: [{ name: 'Ada Sample' }, { name: 'Ben Sample Jr.' }],
  rights: { licence: 'All rights reserved.', holder: 'Table Press Ltd.' },
  about: {
    title: 'Tables',
    authors: [{ name: 'Cara Sample', role: 'carer' }, { name: 'Ben Sample Jr.' }],
    publisher: 'Table Press Ltd.',
  },
  original: { publisher: 'Table Press Ltd.', file: 'tables.html', sha256: '0'.repeat(64) },
};
const changed = { ...corpus, essays: corpus.essays.map((one) => (one === essay ? imported : one)) };
const catalogue = createCatalogue(changed);
const address = createAddresses('https://example.org');

describe('a name that ends in a full stop', () => {
  it('ends its sentence on the page of an essay, without a second one', async () => {
    const { by, rights, about, original } = await toEssayView(imported, catalogue, address);
    assert.deepEqual(
      { by, rights, credit: about?.credit, published: original?.published },
      {
        by: 'By Ada Sample and Ben Sample Jr.',
        rights: 'All rights reserved. Rights holder: Table Press Ltd.',
        credit: 'by Cara Sample, carer and Ben Sample Jr. Date not known. Table Press Ltd.',
        published: 'It was published by Table Press Ltd.',
      },
    );
  });

  it('does so on the page of a passage', async () => {
    const [passage] = catalogue.passagesOf(imported);
    assert.ok(passage);
    const { rights } = await toPassagePage(passage, catalogue, address, { marker: undefined, related: [] });
    assert.equal(rights, 'Rights: Table Press Ltd., All rights reserved.');
  });
});

it('the page of an essay lists authors and nations as a sentence does, however many there are', async () => {
  const viewOf = async (names: readonly string[], nations: typeof essay.nations) => {
    const about = { title: 'On loss', authors: names.map((name) => ({ name })) };
    const view = await toEssayView({ ...essay, nations, about }, createCatalogue(corpus), address);
    return { credit: view.about?.credit, nations: view.nations };
  };
  assert.deepEqual(await viewOf(['Ada', 'Ben', 'Cleo'], ['wales', 'scotland', 'uk']), {
    credit: 'by Ada, Ben and Cleo. Date not known. Publisher not known.',
    nations: 'Speaks of Wales, Scotland and the UK as a whole',
  });
  assert.deepEqual(await viewOf(['Ada'], []), {
    credit: 'by Ada. Date not known. Publisher not known.',
    nations: undefined,
  });
});
