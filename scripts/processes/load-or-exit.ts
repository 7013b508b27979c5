import { messageOf } from '../../server/domain/message-of.ts';

/** The parts of the project that bring packages of their own, each with a folder and a package.json. */
export type Workspace = 'scripts/indexing' | 'scripts/importing';

/**
 * Loads what a command is made of. A machine that only serves lacks the packages of the other parts: then the command ends
 * with a sentence that says how to install them.
 *
 * @param load such as `() => import('./importing/import-essays.ts')`
 */
export async function loadOrExit<Module>(workspace: Workspace, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const missing = missingPackage(error);
    if (missing === undefined) throw error;
    console.error(
      `This command needs the package ${missing}, and others of ${workspace}, which are not installed here. To install them: npm ci --omit=dev`,
    );
    process.exit(1);
  }
}

/** The package that an import could not find; undefined for every other error, a missing file of ours among them. */
export function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND')
    return undefined;
  return /Cannot find package '([^']+)'/.exec(messageOf(error))?.[1];
}
