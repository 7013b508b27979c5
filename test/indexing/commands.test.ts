import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PROJECT_DIR } from '../../server/config.ts';
import { FIXTURE_DIR } from '../fixture-app.ts';

let dir: string;
const env = () => ({ ...process.env, CONTENT_DIR: dir, INDEX_FILE: path.join(dir, 'index.json'), PORT: '0' });
const command = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(PROJECT_DIR, 'scripts', script), ...args],
    { cwd: PROJECT_DIR, env: env(), encoding: 'utf8', timeout: 60_000 },
  );
  return { status, stdout, stderr };
};
/** Starts the site, and comes back when it says that it is open. */
async function start() {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(PROJECT_DIR, 'scripts/start.ts')], {
    cwd: PROJECT_DIR,
    env: env(),
  });
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk;
      if (/Open http:\/\/localhost:\d+ /.test(text)) resolve(text);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
  const port = /localhost:(\d+)/.exec(said)?.[1];
  return {
    said,
    fetchStatus: async (address: string) => (await fetch(`http://localhost:${port}${address}`)).status,
    stop() {
      child.removeAllListeners('exit');
      child.kill();
    },
  };
}
const essay = (name: string) => path.join(dir, 'essays', name);

/** What the program wrote before the format was derived from its schema. */
const EARLIER_INDEX = `${JSON.stringify({ format: 'on-equal-terms-index/2', fingerprint: 'f', contentDirs: [], sha256: '' })}\n{}\n`;

describe('the commands', () => {
  before(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'commands-'));
    cpSync(FIXTURE_DIR, dir, { recursive: true });
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('index says how many essays, passages and tags there are, and how long it took', () => {
    const { status, stdout } = command('index.ts');
    assert.equal(status, 0);
    assert.match(stdout, /^4 essays, 10 passages, \d+ words$/m);
    assert.match(stdout, /^ {2}tokenism +\d+ {2}\(1 by the editor\)$/m);
    assert.match(stdout, /Indexed in \d+\.\d s: .*index\.json/);
  });

  it('check passes content that is in order, and writes nothing', () => {
    const before = readFileSync(path.join(dir, 'index.json'));
    const { status, stdout } = command('check.ts');
    assert.equal(status, 0);
    assert.match(stdout, /The content is in order\./);
    assert.ok(before.equals(readFileSync(path.join(dir, 'index.json'))));
  });

  it('check advises to learn weights anew when a cue was reworded, and passes', () => {
    const weights = path.join(dir, 'generated/tagging-weights.json');
    const cues = { 'carers who': 2, 'carer*': 1, respites: 1, Carers: 0.7 };
    const concepts = { carers: { bias: -2, cues, learntCues: {}, terms: {} } };
    const learntFrom = { file: 'labelled.jsonl', passages: 9 };
    writeFileSync(weights, JSON.stringify({ madeBy: 'a test', learntFrom, concepts }));
    const { status, stderr } = command('check.ts');
    assert.equal(status, 0);
    assert.match(
      stderr,
      /carers\.yml:2:16: advice: 1 cue or label has no learnt weight \(`respite`\), and 1 weight is for a cue that is no longer there \(`respites`\); run "npm run tune"/,
    );
    rmSync(weights);
  });

  it('tune names a concept that has no rules', () => {
    const { status, stderr } = command('tune.ts', '--cues', 'joy');
    assert.deepEqual([status, stderr], [1, 'There are no rules for "joy".\n']);
  });

  it('check fails on a missing anchor and on one that vanished; index does not', () => {
    const text = readFileSync(essay('kitchen-table.md'), 'utf8');
    writeFileSync(
      essay('kitchen-table.md'),
      text.replace(' {#aaa2}', '').replace('## In the meeting', '## Then'),
    );
    const check = command('check.ts');
    assert.equal(check.status, 1);
    assert.match(check.stderr, /kitchen-table\.md:23:1: warning: this passage has no anchor/);
    assert.match(
      check.stderr,
      /retired\.yml:1:1: warning: the passage "#aaa2" of "kitchen-table" was published and is gone/,
    );
    assert.equal(command('index.ts').status, 0);
  });

  it('anchors writes the missing one at the end of its paragraph, lists it, and changes nothing else', () => {
    const before = readFileSync(essay('kitchen-table.md'), 'utf8');
    const { status, stdout } = command('anchors.ts');
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^1 anchors? written/);
    const after = readFileSync(essay('kitchen-table.md'), 'utf8');
    const [mark, anchor] = / \{#([a-z0-9]{4})\}(?=\n\n## Then)/.exec(after) ?? [];
    assert.ok(mark && anchor);
    assert.equal(after.replace(mark, ''), before);
    assert.match(
      readFileSync(path.join(dir, 'generated/anchors.lock'), 'utf8'),
      new RegExp(`^${anchor} kitchen-table$`, 'm'),
    );
    assert.match(command('anchors.ts').stdout, /Every passage has an anchor already/);
    assert.equal(readFileSync(essay('kitchen-table.md'), 'utf8'), after);
  });

  it('anchors moves a list that lies where it used to, and loses none of either', () => {
    const lock = path.join(dir, 'generated/anchors.lock');
    const old = path.join(dir, 'anchors.lock');
    const before = readFileSync(lock, 'utf8');
    const lines = before.trimEnd().split('\n');
    writeFileSync(old, `${lines.slice(0, 4).join('\n')}\n`);
    writeFileSync(lock, `${lines.slice(3).join('\n')}\n`);
    assert.equal(command('anchors.ts').status, 0);
    assert.equal(readFileSync(lock, 'utf8'), before);
    renameSync(lock, old);
    assert.equal(command('anchors.ts').status, 0);
    assert.equal(readFileSync(lock, 'utf8'), before);
    assert.equal(existsSync(old), false);
  });

  it('anchors finds room after a list, a table and attributes that stand there', () => {
    const front = readFileSync(essay('kitchen-table.md'), 'utf8').split('\n---\n')[0];
    const body =
      'One.\n\n## List\n\n- a\n- b\n\n## Table\n\n| a |\n|---|\n| b |\n\n## Tag\n\nTwo. {tags="grief"}\n';
    writeFileSync(essay('shapes.md'), `${front}\n---\n${body}`);
    assert.equal(command('anchors.ts').status, 0);
    const after = readFileSync(essay('shapes.md'), 'utf8').split('\n---\n')[1] ?? '';
    assert.equal(
      after.replace(/#[a-z0-9]{4}/g, '#'),
      'One. {#}\n\n## List\n\n- a\n- b\n\n{#}\n\n## Table\n\n| a |\n|---|\n| b |\n\n{#}\n\n## Tag\n\nTwo. {# tags="grief"}\n',
    );
    const { stderr } = command('check.ts');
    assert.doesNotMatch(stderr, /shapes\.md.*no anchor/);
    rmSync(essay('shapes.md'));
  });

  it('serve says in one line that an index of an earlier format cannot be used', () => {
    writeFileSync(path.join(dir, 'index.json'), EARLIER_INDEX);
    const { status, stdout, stderr } = command('../server/main.ts');
    assert.deepEqual(
      { status, stdout, stderr: stderr.replace(dir, '') },
      {
        status: 1,
        stdout: '',
        stderr:
          'The index /index.json cannot be used: it was written by another version of this program. Run "npm run index" first.\n',
      },
    );
  });

  it('start makes an index of an earlier format anew', async () => {
    writeFileSync(path.join(dir, 'index.json'), EARLIER_INDEX);
    const { said, fetchStatus, stop } = await start();
    try {
      assert.match(said, /Indexed 4 essays in \d+ passages/);
      assert.equal(await fetchStatus('/essays/kitchen-table'), 200);
    } finally {
      stop();
    }
  });

  it('serve names a HOST that is no address of this computer', () => {
    command('index.ts');
    process.env.HOST = '203.0.113.1';
    try {
      assert.deepEqual(command('../server/main.ts'), {
        status: 1,
        stdout: '',
        stderr: 'HOST is "203.0.113.1"; it must be an address of this computer, such as 127.0.0.1\n',
      });
    } finally {
      delete process.env.HOST;
    }
  });

  it('start serves the last good index when the content is bad, and says so loudly', async () => {
    command('index.ts');
    appendFileSync(essay('kitchen-table.md'), '\nSee [nothing](gone.md).\n');
    const { said, fetchStatus, stop } = await start();
    try {
      assert.match(said, /kitchen-table\.md:\d+:\d+: there is no essay "gone"/);
      assert.match(said, /THE CONTENT HAS ERRORS .* Serving the last good index instead/);
      assert.equal(await fetchStatus('/essays/kitchen-table'), 200);
    } finally {
      stop();
    }
  });

  it('start ends with a plain sentence when there is nothing to serve', () => {
    rmSync(path.join(dir, 'index.json'));
    const { status, stderr } = command('start.ts');
    assert.equal(status, 1);
    assert.match(stderr, /The content has errors \(above\) and there is no earlier index to serve/);
  });

  it('evaluate measures a file of labelled passages, and names one that it cannot read', () => {
    const file = path.join(dir, 'labelled.jsonl');
    writeFileSync(file, '{"id":"1","text":"The council wanted a rubber stamp.","tags":["tokenism"]}\n');
    const { status, stdout } = command('evaluate.ts', file);
    assert.equal(status, 0);
    assert.match(stdout, /^tokenism +1\.00 +1\.00 +1\.00 +1 right, 0 wrong, 0 missed$/m);
    writeFileSync(file, 'no\n');
    const bad = command('evaluate.ts', file);
    assert.equal(bad.status, 1);
    assert.match(bad.stderr, /labelled\.jsonl: line 1: is not JSON/);
    writeFileSync(file, '{"id":"7","text":"The council wanted a rubber stamp.","tags":["joy"]}\n');
    const unknown = command('evaluate.ts', file);
    assert.deepEqual(
      [unknown.status, unknown.stdout, unknown.stderr.replace(dir, '')],
      [1, '', '/labelled.jsonl: passage 7 carries "joy", which is not a concept\n'],
    );
  });

  it('evaluate measures a test collection beside its peers, and names what it cannot read', () => {
    const collection = path.join(dir, 'collection');
    mkdirSync(path.join(collection, 'qrels'), { recursive: true });
    const write = (name: string, text: string) => writeFileSync(path.join(collection, name), text);
    write(
      'corpus.jsonl',
      '{"_id":"1","title":"Loss","text":"They grieve together."}\n{"_id":"2","title":"","text":"A plan for money."}\n',
    );
    write('queries.jsonl', '{"_id":"q","text":"grieving","metadata":{"kind":"keyword"}}\n');
    write('qrels/test.tsv', 'query-id\tcorpus-id\tscore\nq\t1\t2\n');
    const { status, stdout } = command('evaluate.ts', collection);
    assert.equal(status, 0);
    assert.match(stdout, /1 judged queries, 2 documents/);
    assert.match(stdout, /^On Equal Terms +1\.000 +1\.000 +\.200 +1\.000 +1\.000$/m);
    assert.match(stdout, /^MiniSearch +\.000/m);
    write('qrels/test.tsv', 'query-id\tcorpus-id\tscore\nq 1 2\n');
    const bad = command('evaluate.ts', collection);
    assert.equal(bad.status, 1);
    assert.match(bad.stderr, /qrels\/test\.tsv:2: must be a query, a document and a whole number/);
  });

  it('check:overlap asks for a folder that exists', () => {
    const { status, stderr } = command('check-overlap.ts', path.join(dir, 'nowhere'));
    assert.equal(status, 2);
    assert.match(stderr, /There is no folder/);
  });
});
