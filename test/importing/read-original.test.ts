import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readOriginal } from '../../scripts/importing/read-original.ts';
import { PROJECT_DIR } from '../../server/config.ts';
import { normalWords } from '../../server/language/split-words.ts';

const FOLDER = path.join(PROJECT_DIR, 'test/fixtures/import');
const OPTIONS = { licence: 'permission unknown', today: '2026-01-01', keepContacts: false };
const ORIGINALS = readdirSync(FOLDER).filter(
  (name) => !name.endsWith('.expected.md') && name !== 'README.md',
);

const read = (name: string, options = OPTIONS) =>
  readOriginal(name, readFileSync(path.join(FOLDER, name)), options);

/** The whole essays as the file beside the original has them: without digests, which say nothing to a reader. */
async function readAsExpected(name: string): Promise<string> {
  const { essays, skipped } = await read(name);
  const texts = [
    ...essays.map(({ text }) => text.replace(/^ {2}(?:written|sha256): .*\n/gm, '')),
    ...skipped.map(({ reason }) => `skipped: ${reason}\n`),
  ];
  return texts.join('\n=====\n\n');
}

describe('reading originals', () => {
  it('is tried on at least fifteen kinds', () => {
    assert.ok(ORIGINALS.length >= 15, `there are ${ORIGINALS.length}`);
  });

  for (const name of ORIGINALS) {
    it(`makes the whole essay of ${name}, and nothing else`, async () => {
      const isTwice = /^sharing-power\./.test(name);
      const expected = path.join(FOLDER, `${isTwice ? name : name.replace(/\.\w+$/, '')}.expected.md`);
      assert.equal(await readAsExpected(name), readFileSync(expected, 'utf8'));
    });
  }

  it('finds the same words in order in a Word file and in the PDF made of it', async () => {
    const [word, pdf] = await Promise.all([read('sharing-power.docx'), read('sharing-power.pdf')]);
    assert.equal(pdf.essays[0]?.plain, word.essays[0]?.plain);
    assert.equal(normalWords(word.essays[0]?.plain ?? '').length, 1216);
  });

  it('keeps the headings and lists of a Word file', async () => {
    const { essays } = await read('sharing-power.docx');
    const text = essays[0]?.text ?? '';
    assert.deepEqual(text.match(/^## .*$/gm), [
      '## What it is',
      '## Why it matters',
      '## What good looks like',
      '## What goes wrong',
      '## What to do on Monday',
      '## Questions to ask',
    ]);
    assert.equal(text.match(/^\d+\. /gm)?.length, 10);
    assert.equal(text.match(/^- /gm)?.length, 8);
  });

  it('leaves contact details in when told to, and says nothing of them', async () => {
    const { essays } = await read('council-page.html', { ...OPTIONS, keepContacts: true });
    assert.match(essays[0]?.text ?? '', /@[\w.]*example\.org/);
    assert.doesNotMatch(essays[0]?.text ?? '', /contact details/);
  });

  it('gives the SHA-256 and the name of the original', async () => {
    const { essays } = await read('closing-question.txt');
    assert.match(
      essays[0]?.text ?? '',
      /^original:\n {2}written: [\da-f]{64}\n {2}file: closing-question\.txt\n {2}sha256: [\da-f]{64}$/m,
    );
  });

  it('takes a collection of e-mails for no essay', async () => {
    const mail = 'From: Ada Sample\nSubject: The rota\n\nWe meet on Monday, as we did before.\n\n';
    const { essays, skipped } = await readOriginal('digest.txt', Buffer.from(mail.repeat(3)), OPTIONS);
    assert.deepEqual(essays, []);
    assert.deepEqual(skipped, [
      { reason: 'this is a collection of e-mails, in which many people speak; no essay' },
    ]);
  });

  for (const [name, content, reason] of [
    ['empty.html', '', 'the file is empty'],
    ['page.pdf', '<html><p>Words', 'its name ends in .pdf, but it is no PDF; give it the right ending'],
    ['essay.docx', 'Words', 'its name ends in .docx, but it is no Word document; give it the right ending'],
    ['essay.txt', '%PDF-1.7', 'it is a PDF, though its name ends in .txt; give it the right ending'],
  ] as const) {
    it(`refuses ${name} when it holds ${JSON.stringify(content)}`, async () => {
      await assert.rejects(readOriginal(name, Buffer.from(content), OPTIONS), { message: reason });
    });
  }
});
