import { WebSocket } from 'undici';
import { until } from './until.ts';

/** The setting under which a process that is told to by SIGUSR1 opens its debugger, at any port that is free. */
export const debuggable = { NODE_OPTIONS: '--inspect-port=127.0.0.1:0' };

const listening = /Debugger listening on (ws:\/\/\S+)/g;

/** Where the debugger of each process is, which opens it once. */
const opened = new Map<number, string>();

/** Has a process open its debugger, and waits until it says where. */
async function debuggerOf(pid: number, errors: () => string): Promise<string> {
  const known = opened.get(pid);
  if (known !== undefined) return known;
  const before = [...errors().matchAll(listening)].length;
  const address = () => [...errors().matchAll(listening)][before]?.[1] ?? '';
  process.kill(pid, 'SIGUSR1');
  await until(() => address() !== '', 10_000, errors);
  opened.set(pid, address());
  return address();
}

/**
 * Has a process of a stack evaluate something in its first thread, as somebody does who has broken into it. Nothing is waited for: what is
 * evaluated may never end.
 * @param errors all that the stack has written on standard error
 */
export async function evaluateIn(pid: number, expression: string, errors: () => string): Promise<void> {
  const socket = new WebSocket(await debuggerOf(pid, errors));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const taken = new Promise((resolve) => {
    socket.addEventListener('message', resolve);
    setTimeout(resolve, 500);
  });
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
  await taken;
  socket.close();
}

/** An expression after which a process stands still as soon as it puts a text into its normal form that has a word in it. */
export const standingStillAt = (word: string): string => `{
  const { normalize } = String.prototype;
  String.prototype.normalize = function (...form) {
    if (this.includes(${JSON.stringify(word)})) for (;;);
    return normalize.apply(this, form);
  };
}`;
