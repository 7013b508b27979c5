import { type Config, readConfig } from '../../server/config.ts';
import { messageOf } from '../../server/domain/message-of.ts';

/** The settings, for a command: a wrong one ends it with a plain sentence. */
export function configOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    console.error(messageOf(error));
    process.exit(2);
  }
}
