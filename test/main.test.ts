import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { indexContent } from '../scripts/indexing/index-content.ts';
import { PROJECT_DIR, readConfig } from '../server/config.ts';
import { FIXTURE_DIR } from './fixture-app.ts';

describe('a server that cannot serve', () => {
  let dir: string;
  let indexFile: string;
  before(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'main-'));
    indexFile = path.join(dir, 'index.json');
    await indexContent(readConfig({ INDEX_FILE: indexFile, CONTENT_DIR: FIXTURE_DIR }));
    // What a machine that only serves has; here it may be broken.
    for (const folder of ['server', 'views'])
      cpSync(path.join(PROJECT_DIR, folder), path.join(dir, folder), { recursive: true });
    for (const shared of ['package.json', 'node_modules'])
      symlinkSync(path.join(PROJECT_DIR, shared), path.join(dir, shared));
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  const serve = async (settings: Readonly<Record<string, string>> = {}) => {
    const child = spawn(process.execPath, ['--import', 'tsx', path.join(dir, 'server/main.ts')], {
      cwd: dir,
      env: { ...process.env, PORT: '0', INDEX_FILE: indexFile, ...settings },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const [status] = await once(child, 'close');
    return { status, stdout, stderr };
  };

  it('says which port is taken, and how to choose another', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      assert.deepEqual(await serve({ PORT: String(port) }), {
        status: 1,
        stdout: '',
        stderr: `Port ${port} is taken. Choose another: PORT=3001 npm start\n`,
      });
    } finally {
      other.close();
    }
  });

  it('says which setting cannot be used', async () => {
    assert.deepEqual(await serve({ PORT: 'http' }), {
      status: 1,
      stdout: '',
      stderr: 'PORT is "http"; it must be a number from 0 to 65535\n',
    });
  });

  it('says in one sentence what is wrong with its files, and is not ready before', async () => {
    writeFileSync(path.join(dir, 'views/assets/site.css'), '@import "css/gone.css";\n');
    assert.deepEqual(await serve(), {
      status: 1,
      stdout: '',
      stderr:
        'The stylesheet site.css imports css/gone.css, which is not there: take the import out, or put the file back.\n',
    });
  });
});
