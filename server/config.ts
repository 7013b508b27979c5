import { isIPv6 } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the project is set up on this machine. Paths are absolute. */
export type Config = {
  /** Port to listen on; 0 takes any free one. */
  readonly port: number;
  /** Address to listen on; all addresses of the machine if absent. */
  readonly host?: string;
  /**
   * Where readers reach the site, without a slash at the end; it may have a path. All addresses are made from it. If absent,
   * `http://localhost` with the port that is listened on.
   */
  readonly baseUrl?: string;
  /** How much is logged: a level of pino. */
  readonly logLevel: string;
  /** The index file: written by indexing, read by the server. */
  readonly indexFile: string;
  /** Content folders, each with `essays/`. */
  readonly contentDirs: readonly string[];
};

/** The project's own folder. */
export const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url));
/** The content that the project ships with. */
export const SHIPPED_CONTENT_DIR = path.join(PROJECT_DIR, 'content');
/** Where the importer puts essays; read along with the shipped content when it exists. */
export const IMPORTED_CONTENT_DIR = path.join(SHIPPED_CONTENT_DIR, 'imported');

/**
 * The settings, each an environment variable, with its default:
 *
 * | variable      | default                 | meaning                                                   |
 * |---------------|-------------------------|-----------------------------------------------------------|
 * | `PORT`        | 3000                    | port to listen on                                         |
 * | `HOST`        | all addresses           | address to listen on                                      |
 * | `BASE_URL`    | http://localhost:`PORT` | where readers reach the site                              |
 * | `INDEX_FILE`  | .cache/index.json       | the index file                                            |
 * | `LOG_LEVEL`   | warn                    | `info` logs each request, without what was searched for   |
 * | `CONTENT_DIR` | content                 | content folders, parted by `:` (by `;` on Windows)        |
 *
 * @throws Error that names the variable whose value cannot be used
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = readPort(env.PORT);
  const chosen = env.CONTENT_DIR?.split(path.delimiter).filter((dir) => dir !== '') ?? [];
  return {
    port,
    ...(env.BASE_URL && { baseUrl: readBaseUrl(env.BASE_URL) }),
    logLevel: readLogLevel(env.LOG_LEVEL),
    indexFile: path.resolve(env.INDEX_FILE || path.join(PROJECT_DIR, '.cache', 'index.json')),
    contentDirs:
      chosen.length === 0
        ? [SHIPPED_CONTENT_DIR, IMPORTED_CONTENT_DIR]
        : [...new Set(chosen.map((dir) => path.resolve(dir)))],
    ...(env.HOST && { host: env.HOST }),
  };
}

/** Where someone at this computer finds the site: hosts that stand for all of its addresses cannot be opened themselves. */
export function addressToOpen(host: string | undefined, port: number): string {
  const name = host === undefined || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

function readPort(text: string | undefined): number {
  if (!text) return 3000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Error(`PORT is "${text}"; it must be a number from 0 to 65535`);
  return port;
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

function readLogLevel(text: string | undefined): string {
  if (!text) return 'warn';
  if (!LOG_LEVELS.includes(text))
    throw new Error(`LOG_LEVEL is "${text}"; it must be one of ${LOG_LEVELS.join(', ')}`);
  return text;
}

/** An address in the one form that all others are made from: no slash at the end, none doubled in its path. */
function readBaseUrl(text: string): string {
  const refuse = (reason: string): never => {
    throw new Error(
      `BASE_URL is "${text}"; ${reason}, such as https://example.org or https://example.org/coproduction`,
    );
  };
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return refuse('it must be an address');
  const { origin, pathname, username, password } = new URL(text);
  if (username !== '' || password !== '') return refuse('it must be without a name and password');
  if (/[?#]/.test(text)) return refuse('it must end before any ? or #');
  if (text.includes('\\')) return refuse('it must have slashes, not backslashes');
  if (!isReadable(pathname)) return refuse('its path must have two digits after each %');
  return origin + pathname.replace(/\/{2,}/g, '/').replace(/\/$/, '');
}

/** Whether a path's encoded characters can be read. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
