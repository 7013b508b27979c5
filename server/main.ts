import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { addressToOpen, type Config, readConfig } from './config.ts';
import { messageOf } from './domain/message-of.ts';
import { createSearch } from './search/create-search.ts';
import { displayPath } from './storage/display-path.ts';
import { isEnglishWord } from './storage/is-english-word.ts';
import { readIndexFile } from './storage/read-index-file.ts';

/** How long open requests may take to finish after the program is told to stop, in milliseconds. */
const SHUTDOWN_MS = 5000;

/** Loads the index, listens, and prints where. @throws Error whose message says plainly why it cannot */
async function serve(): Promise<void> {
  const config = readConfig();
  const read = readIndexFile(config.indexFile);
  if (read.kind === 'unusable') {
    throw new Error(
      `The index ${displayPath(config.indexFile)} cannot be used: ${read.reason}. Run "npm run index" first.`,
    );
  }
  const { corpus, searchIndex } = read.content;
  const search = createSearch(corpus, searchIndex, { isEnglish: isEnglishWord });
  // The dictionary is loaded now, so that no reader waits for it.
  isEnglishWord('');
  const server = createServer();
  // The application prints its own address, and the port may be any free one: so it is made once that is known.
  const port = await listen(server, config);
  const app = createApp({
    corpus,
    search,
    baseUrl: config.baseUrl ?? `http://localhost:${port}`,
    isBaseUrlGuessed: config.baseUrl === undefined,
    logger: pino({ level: config.logLevel }),
  });
  server.on('request', app);
  stopWhenTold(server);
  console.log(
    `${corpus.site.name} is ready: ${corpus.essays.length} essays in ${corpus.passages.length} passages.`,
  );
  console.log(`Open ${addressToOpen(config.host, port)} in your browser. To stop, press Ctrl and C.`);
}

/** Begins to listen. @returns the port @throws Error that says why it cannot, and the way out */
async function listen(server: Server, { port, host }: Config): Promise<number> {
  try {
    await once(server.listen({ port, ...(host && { host }) }), 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new Error(`Port ${port} is taken. Choose another: PORT=3001 npm start`);
    if (code === 'EACCES')
      throw new Error(`Port ${port} may not be used here. Choose one above 1023: PORT=3000 npm start`);
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
      throw new Error(`HOST is "${host}"; it must be an address of this computer, such as 127.0.0.1`);
    throw new Error(`The server cannot listen: ${messageOf(error)}`);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Answers what is open, for a while, and ends, once the system or Ctrl and C says so. */
function stopWhenTold(server: Server): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), SHUTDOWN_MS).unref();
    });
  }
}

try {
  await serve();
} catch (error) {
  console.error(messageOf(error));
  process.exit(1);
}
