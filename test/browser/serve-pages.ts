import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that is answered at one path. */
export type ServedFile = {
  readonly body: string;
  /** Content type; HTML if absent. */
  readonly type?: string;
  /** The content security policy, if there is one. */
  readonly policy?: string;
  /** Milliseconds before the answer; 0 if absent. */
  readonly delay?: number;
};

/** A site of a few files made up for a test. */
export type ServedPages = {
  /** Puts a page at an address of its own, with files beside it by their paths. Gives the page's URL. */
  readonly put: (page: ServedFile, files?: Readonly<Record<string, ServedFile>>) => string;
  readonly close: () => void;
};

/** Starts an empty site on a free port. */
export async function servePages(): Promise<ServedPages> {
  const served = new Map<string, ServedFile>();
  const server = createServer((request, response) => {
    const file = served.get(request.url ?? '');
    setTimeout(() => {
      response.statusCode = file ? 200 : 404;
      response.setHeader('Content-Type', file?.type ?? 'text/html; charset=utf-8');
      if (file?.policy) response.setHeader('Content-Security-Policy', file.policy);
      response.end(file?.body ?? '');
    }, file?.delay ?? 0);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const put: ServedPages['put'] = (page, files = {}) => {
    const address = `/${served.size}`;
    served.set(address, page);
    for (const [name, file] of Object.entries(files)) served.set(name, file);
    return origin + address;
  };
  return { put, close: () => server.close() };
}

/** A page that is sound but for what is put into its main content or its head. */
export function soundPage(main: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; font-family: sans-serif; background: #fff; color: #000; --link: #036; }
a { color: var(--link); }
a, button { display: inline-block; min-height: 24px; }
:focus-visible { outline: 3px solid currentcolor; }
@media (prefers-color-scheme: dark) { :root { background: #111; color: #fff; --link: #9cf; } }
</style>
${head}
</head>
<body>
<main>
<h1>Plain words</h1>
${main}
</main>
</body>
</html>
`;
}
