import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file whole or not at all: into a temporary file beside it, flushed to the disk, then renamed over the old
 * one. Whoever reads at that moment sees the old file or the new one, never half of one.
 *
 * @throws the file system's error; the old file is then as it was
 */
export function writeFileWhole(file: string, text: string): void {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true });
  const temporary = path.join(folder, `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = openSync(temporary, 'w', 0o644);
    try {
      const bytes = Buffer.from(text, 'utf8');
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
    flushFolder(folder);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Makes the rename itself survive a power cut. Windows cannot open a folder, and needs no such step. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
