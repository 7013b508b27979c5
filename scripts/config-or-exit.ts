import { type Config, readConfig } from '../server/config.ts';

/** The settings, for a command: a wrong one ends it with a plain sentence. */
export function configOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}
