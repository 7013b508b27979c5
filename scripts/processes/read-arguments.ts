import { type ParseArgsConfig, parseArgs } from 'node:util';
import { messageOf } from '../../server/domain/message-of.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads what stands after a command's name. `--help` prints the usage and ends the command well; an option that it does
 * not have, or that lacks its value, ends it with status 2.
 *
 * @param options the command's own, as `parseArgs` of node:util takes them
 * @param takes whether words may stand beside the options; a command that takes none names the first that it was given
 */
export function readArguments<const Own extends Options>(
  usage: string,
  options: Own,
  takes: 'words' | 'no words' = 'words',
) {
  const help = parseArgs({ options: { help: { type: 'boolean', short: 'h' } }, strict: false });
  if (help.values.help) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options, allowPositionals: takes === 'words' });
  } catch (error) {
    // What follows the first sentence is advice on arguments that begin with a hyphen.
    return exitWithUsage(usage, messageOf(error).split('.')[0]);
  }
}

/** Ends a command that was given wrong arguments: says what is wrong, if that is not plain, and prints the usage. */
export function exitWithUsage(usage: string, problem?: string): never {
  console.error(problem === undefined ? usage : `${problem}\n\n${usage}`);
  process.exit(2);
}
