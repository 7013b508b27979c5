import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Corpus } from '../../server/domain/corpus.ts';
import { loadContent, SHIPPED_DIR } from '../fixture-app.ts';

/** The site over the shipped content, on a port of this machine. */
export type ServedContent = {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  readonly corpus: Corpus;
  readonly close: () => void;
};

/**
 * Serves the shipped content on a free port.
 * @param basePath the path under which the site stands, such as `/coproduction`
 * @throws Error that lists the content's problems, if there is any error
 */
export async function serveContent(basePath = ''): Promise<ServedContent> {
  // The port must be known before the application is made: the pages print their own address.
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const { app, corpus } = await loadContent(SHIPPED_DIR, origin + basePath);
    server.on('request', app);
    return { origin, corpus, close: () => server.close() };
  } catch (error) {
    server.close();
    throw error;
  }
}
