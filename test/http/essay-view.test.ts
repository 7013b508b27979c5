import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createCatalogue } from '../../server/domain/catalogue.ts';
import { createAddresses } from '../../server/http/addresses/addresses.ts';
import { toEssayView } from '../../server/http/views/essay-view.ts';
import { loadContent } from '../fixture-app.ts';

it('the page of an essay lists authors and nations as a sentence does, however many there are', async () => {
  const { corpus } = await loadContent();
  const catalogue = createCatalogue(corpus);
  const note = corpus.essays.find(({ slug }) => slug === 'long-loss') ?? assert.fail();
  const viewOf = async (names: readonly string[], nations: typeof note.nations) => {
    const authors = names.map((name) => ({ name }));
    const essay = { ...note, nations, about: { title: 'On loss', authors } };
    const view = await toEssayView(essay, catalogue, createAddresses('https://example.org'));
    return { authors: view.about?.authors, nations: view.nations };
  };
  assert.deepEqual(await viewOf(['Ada', 'Ben', 'Cleo'], ['wales', 'scotland', 'uk']), {
    authors: 'Ada, Ben and Cleo',
    nations: 'Speaks of Wales, Scotland and the UK as a whole',
  });
  assert.deepEqual(await viewOf(['Ada'], []), { authors: 'Ada', nations: undefined });
});
