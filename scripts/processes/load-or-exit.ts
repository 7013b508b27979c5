import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { PROJECT_DIR } from '../../server/config.ts';

/** The parts of the project that bring packages of their own, each with a folder and a package.json; and those each needs. */
const WORKSPACES = {
  'scripts/indexing': ['scripts/indexing'],
  'scripts/importing': ['scripts/indexing', 'scripts/importing'],
} as const;

/** A part of the project that may not be installed. */
export type Workspace = keyof typeof WORKSPACES;

/**
 * Loads what a command is made of. A machine that only serves lacks the packages of the other parts: then the command ends
 * with a sentence that says how to install them. They are looked for beforehand, for some are loaded late, or in another
 * process, where all that could be said is that it broke off.
 *
 * @param load such as `() => import('./importing/import-essays.ts')`
 */
export async function loadOrExit<Module>(workspace: Workspace, load: () => Promise<Module>): Promise<Module> {
  const missing = WORKSPACES[workspace].flatMap(packagesOf).find((name) => !isInstalled(name));
  if (missing === undefined) return load();
  console.error(
    `This command needs the package ${missing}, and others of ${workspace}, which are not installed here. To install them: npm ci --omit=dev`,
  );
  process.exit(1);
}

const packageFile = z.object({ dependencies: z.record(z.string(), z.string()) });

/** The packages that a part of the project brings. */
function packagesOf(workspace: Workspace): string[] {
  const file = path.join(PROJECT_DIR, workspace, 'package.json');
  return Object.keys(packageFile.parse(JSON.parse(readFileSync(file, 'utf8'))).dependencies);
}

/** Where packages are looked for, from here up to the root of the disk. */
const { resolve } = createRequire(import.meta.url);

/** Whether a package is there for this project to load. */
const isInstalled = (name: string): boolean =>
  (resolve.paths(name) ?? []).some((folder) => existsSync(path.join(folder, name)));
