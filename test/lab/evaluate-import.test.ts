import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { evaluateImport } from '../../scripts/lab/evaluation/evaluate-import.ts';

const ESSAY = `---
title: The window agenda
kind: essay
authors:
  - name: Ada Sample
published: unknown
updated: 2026-01-01
summary: How a group wrote its agenda on a window.
perspective: author
rights:
  licence: permission unknown
  holder: Ada Sample
---

We wrote the agenda on the window.

People who were late could read it from outside.
`;

let dir: string;

async function evaluate(...lines: string[]) {
  const file = path.join(dir, 'passages.jsonl');
  writeFileSync(file, lines.join('\n'));
  const printed: string[] = [];
  const log = mock.method(console, 'log', (text: string) => printed.push(text));
  try {
    return { problem: await evaluateImport(file, dir), printed };
  } finally {
    log.mock.restore();
  }
}
const passage = (id: string, text: string) => JSON.stringify({ id, title: 'The window agenda', text });

describe('measuring an import', () => {
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'evaluate-import-'));
    mkdirSync(path.join(dir, 'essays'));
    writeFileSync(path.join(dir, 'essays', 'window.md'), ESSAY);
  });
  after(() => rmSync(dir, { recursive: true }));

  it('counts the words that an essay and its passages share, and names passages that are not there', async () => {
    const { problem, printed } = await evaluate(
      passage('a', 'We wrote the agenda\non the window.'),
      passage('b', 'Nobody wrote this.'),
    );
    assert.equal(problem, undefined);
    assert.deepEqual(printed, [
      'passages  precision  recall     F1  essay',
      '       1     0.4375  1.0000  0.6087  window',
      '       2     0.4375  1.0000  0.6087  all',
      '\n1 of 2 passages are there word for word',
      'missing: b',
    ]);
  });

  it('names the line that is no passage', async () => {
    const { problem } = await evaluate(passage('a', 'We wrote.'), '{"id": "b"}');
    assert.match(problem ?? '', /passages\.jsonl:2: .*expected string/s);
  });

  it('names a file that is not there', async () => {
    const file = path.join(dir, 'nowhere.jsonl');
    assert.equal(await evaluateImport(file, dir), `${file}: there is no such file`);
  });
});
