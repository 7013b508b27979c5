import { createServer } from 'node:http';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { addressToOpen, readConfig } from './config.ts';
import { messageOf } from './domain/message-of.ts';
import { createSearch } from './search/create-search.ts';
import { displayPath } from './storage/display-path.ts';
import { isEnglishWord } from './storage/is-english-word.ts';
import { readIndexFile } from './storage/read-index-file.ts';

/** How long open requests may take to finish after the program is told to stop, in milliseconds. */
const SHUTDOWN_MS = 5000;

/** Loads the index, listens, and says where. Ends the process with a plain sentence if it cannot. */
function serve(): void {
  const config = readConfig();
  const read = readIndexFile(config.indexFile);
  if (read.kind === 'unusable') {
    fail(
      `The index ${displayPath(config.indexFile)} cannot be used: ${read.reason}. Run "npm run index" first.`,
    );
  }
  const { corpus, searchIndex } = read.content;
  const search = createSearch(corpus, searchIndex, { isEnglish: isEnglishWord });
  // The dictionary is loaded now, so that no reader waits for it.
  isEnglishWord('');
  const logger = pino({ level: config.logLevel });
  const server = createServer();

  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      fail(`Port ${config.port} is taken. Choose another: PORT=3001 npm start`);
    if (error.code === 'EACCES')
      fail(`Port ${config.port} may not be used here. Choose one above 1023: PORT=3000 npm start`);
    if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL')
      fail(`HOST is "${config.host}"; it must be an address of this computer, such as 127.0.0.1`);
    fail(`The server cannot listen: ${error.message}`);
  });
  server.listen({ port: config.port, ...(config.host && { host: config.host }) }, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    const baseUrl = config.baseUrl ?? `http://localhost:${port}`;
    const isBaseUrlGuessed = config.baseUrl === undefined;
    server.on('request', createApp({ corpus, search, baseUrl, isBaseUrlGuessed, logger }));
    console.log(
      `${corpus.site.name} is ready: ${corpus.essays.length} essays in ${corpus.passages.length} passages.`,
    );
    console.log(`Open ${addressToOpen(config.host, port)} in your browser. To stop, press Ctrl and C.`);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeIdleConnections();
      setTimeout(() => process.exit(0), SHUTDOWN_MS).unref();
    });
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

try {
  serve();
} catch (error) {
  fail(messageOf(error));
}
