import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { passageId } from '../../../server/domain/ids.ts';
import { type Loaded, loadContent, SHIPPED_DIR } from '../../fixture-app.ts';

describe('related passages', () => {
  let loaded: Loaded;
  before(async () => {
    loaded = await loadContent(SHIPPED_DIR);
  });

  it('are found for every passage, never itself or its neighbours, and at most two of one essay', async () => {
    const { corpus, search } = loaded;
    const passages = new Map(corpus.passages.map((passage) => [passage.id, passage]));
    for (const { id, essay, position } of corpus.passages) {
      const related = (await search.related(id, 4)).flatMap((other) => passages.get(other) ?? []);
      assert.ok(related.length >= 3, `${id} has only ${related.length}`);
      const essays = new Map<string, number>();
      for (const other of related) {
        assert.ok(other.essay !== essay || Math.abs(other.position - position) > 1, `${id} has a neighbour`);
        essays.set(other.essay, (essays.get(other.essay) ?? 0) + 1);
      }
      assert.ok(Math.max(...essays.values()) <= 2, id);
    }
  });

  it('share rare terms: a passage on groups in one place leads to another on them', async () => {
    const [first] = await loaded.search.related(passageId('rwbt'), 1);
    const text = loaded.corpus.passages.find(({ id }) => id === first)?.text ?? '';
    assert.match(text, /North Cumbria/);
  });

  it('are as many as asked for, at most', async () => {
    assert.equal((await loaded.search.related(passageId('z9w4'), 2)).length, 2);
  });

  it('are none for a passage that is not there', async () => {
    assert.deepEqual(await loaded.search.related(passageId('nowhere'), 4), []);
  });
});
