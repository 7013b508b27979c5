import { Worker } from 'node:worker_threads';

/** Makes this process answer what its parent asks, one request after the other, until the parent goes away. */
export function answerRequests<Request, Value>(answer: (request: Request) => Value | Promise<Value>): void {
  process.on('message', async (request: Request) => {
    process.send?.(await answer(request));
  });
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');

  // A busy process does not hear that its parent was killed. A thread of its own notices, and ends the process.
  new Worker(
    `const parent = process.ppid;
     setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);`,
    { eval: true, execArgv: [] },
  ).unref();
}
