import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pieces that a page is cut into, and the milliseconds between them: a slow line, on which pages are seen half. */
const PIECES = { count: 12, pause: 60 } as const;

/** Passes a site on, its pages in pieces. Gives the origin to ask. */
export async function serveInPieces(
  origin: string,
): Promise<{ readonly origin: string; readonly close: () => void }> {
  const passOn: RequestListener = async (request, response) => {
    const answer = await fetch(origin + request.url);
    const type = answer.headers.get('content-type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, { 'Content-Type': type });
    const size = type.startsWith('text/html') ? Math.ceil(body.length / PIECES.count) : body.length;
    for (let at = 0; at < body.length; at += size) {
      response.write(body.subarray(at, at + size));
      if (size < body.length) await new Promise((resolve) => setTimeout(resolve, PIECES.pause));
    }
    response.end();
  };
  const server = createServer((request, response) => {
    Promise.resolve(passOn(request, response)).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}
