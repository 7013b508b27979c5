import { configOrExit } from './processes/config-or-exit.ts';
import { loadOrExit } from './processes/load-or-exit.ts';
import { readArguments } from './processes/read-arguments.ts';

const USAGE = `npm start

Indexes the content if it or the program changed since the index was made, then serves it at PORT (3000 if none is set). If the
content has errors and there is a good index of the same folders, serves that and says so.`;

readArguments(USAGE, {}, 'no words');
const config = configOrExit();
const { refreshIndex } = await loadOrExit('scripts/indexing', () => import('./indexing/refresh-index.ts'));
if (await refreshIndex(config)) await import('../server/main.ts');
else process.exitCode = 1;
