import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** How long a child process may take to start: it loads libraries, on machines that may be busy. */
const START_TIMEOUT_MS = 60_000;
/** How often the memory of a child is looked at. */
const MEMORY_CHECK_MS = 200;

/** What came back from a child process: its answer, or why there is none. */
export type Answer<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'timeout' | 'out of memory' | 'exit' };

/** A child process that answers one request at a time, within limits. */
export type LimitedProcess<Request, Value> = {
  /** Asks, and waits for the answer. A child that breaks a limit is killed; the next request starts a new one. */
  readonly ask: (request: Request, timeoutMs: number) => Promise<Answer<Value>>;
  readonly stop: () => void;
};

/**
 * Makes a process for work that may take for ever or use up the memory. The child is a module that sends `'ready'`,
 * and then one message for each that it gets.
 *
 * @param memoryMb what the child's own objects may take; with everything else that it holds it may have half as much again
 * @param greeting sent to each new child before the first request; it answers with `'ready'` again
 */
export function createLimitedProcess<Request, Value>(
  module: URL,
  memoryMb: number,
  greeting?: Request,
): LimitedProcess<Request, Value> {
  let child: ChildProcess | undefined;
  const stop = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    stop,
    async ask(request, timeoutMs) {
      // One that died between two requests is no fault of the next.
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
        child = await start(module, memoryMb, greeting);
      }
      const answer = await askChild<Value>(child, request, timeoutMs, 1.5 * memoryMb);
      if (answer.kind !== 'answer') stop();
      return answer;
    },
  };
}

async function start(module: URL, memoryMb: number, greeting: unknown): Promise<ChildProcess> {
  const child = fork(fileURLToPath(module), {
    execArgv: [...process.execArgv, `--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    // A child that runs out of memory prints pages of its own state; the answer says what a person needs to know.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const wait = (message: unknown) => askChild(child, message, START_TIMEOUT_MS, Number.POSITIVE_INFINITY);
  let ready = await wait(undefined);
  if (ready.kind === 'answer' && greeting !== undefined) ready = await wait(greeting);
  if (ready.kind === 'answer') return child;
  child.kill('SIGKILL');
  throw new Error('The process that reads files did not start; run "npm ci" and try again');
}

/** Sends a request, if there is one, and waits for one message back. */
function askChild<Value>(
  child: ChildProcess,
  request: unknown,
  timeoutMs: number,
  memoryMb: number,
): Promise<Answer<Value>> {
  return new Promise((resolve) => {
    const finish = (answer: Answer<Value>) => {
      clearTimeout(timer);
      clearInterval(watch);
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.off('error', onError);
      resolve(answer);
    };
    const onMessage = (value: unknown) => finish({ kind: 'answer', value: value as Value });
    // V8 ends a process that has used up its heap by SIGABRT (134 as an exit code) or SIGTRAP.
    const onExit = (code: number | null, signal: string | null) =>
      finish({
        kind: code === 134 || signal === 'SIGABRT' || signal === 'SIGTRAP' ? 'out of memory' : 'exit',
      });
    const onError = () => finish({ kind: 'exit' });
    const timer = setTimeout(() => finish({ kind: 'timeout' }), timeoutMs);
    const watch = setInterval(() => {
      if (Number.isFinite(memoryMb) && residentMb(child.pid) > memoryMb) finish({ kind: 'out of memory' });
    }, MEMORY_CHECK_MS);
    child.once('message', onMessage);
    child.once('exit', onExit);
    child.once('error', onError);
    if (request !== undefined) {
      child.send(request as object, (error) => {
        if (error) finish({ kind: 'exit' });
      });
    }
  });
}

/** Memory that a process holds, in MB: what is outside its heap counts too. 0 where that cannot be found out. */
function residentMb(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    if (existsSync('/proc/self/status')) {
      return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    }
    if (process.platform === 'win32') return 0;
    return (
      Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()) / 1024 ||
      0
    );
  } catch {
    return 0;
  }
}
