import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** Longer names of hosts are not written down whole: they come from whoever asks. */
const HOST_LENGTH = 100;

/**
 * Notices that readers reach the site by another name than this computer's own, while nobody has said by which: then the
 * addresses in citations lead nowhere. The log says it once; pages that show such an address say it each time.
 *
 * @param guess the address that the site takes for its own
 */
export function noticeGuessedAddress(guess: string, logger: Logger | undefined): RequestHandler {
  let isLogged = false;
  return (request, response, next) => {
    const host = hostOf(request);
    response.locals.isAddressGuessed = host !== undefined && !isThisComputer(host);
    if (response.locals.isAddressGuessed && !isLogged) {
      isLogged = true;
      logger?.warn(
        { host: host?.slice(0, HOST_LENGTH) },
        `Readers reach the site at another address than ${guess}, which citations and canonical links give. Set BASE_URL to the address that readers use, such as BASE_URL=https://example.org`,
      );
    }
    next();
  };
}

/** The host that was asked for. A proxy may put its own name for us into `Host` and the reader's into `X-Forwarded-Host`. */
function hostOf({ headers }: IncomingMessage): string | undefined {
  const forwarded = headers['x-forwarded-host'];
  return (typeof forwarded === 'string' ? forwarded.split(',')[0]?.trim() : undefined) ?? headers.host;
}

/** Whether a host, with or without its port, is a name of the computer that one sits at (RFC 6761, RFC 5735). */
const isThisComputer = (host: string): boolean =>
  /^(?:(?:[\w-]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])(?::\d*)?$/i.test(host);
