import { afterEach, jest } from '@jest/globals';

/** Everything that jest can replace except `Date`, so that sockets and their timeouts go on as usual. */
const asUsual = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

afterEach(() => {
  jest.useRealTimers();
});

/** Stops `Date` at this moment for the rest of the test; the returned function moves it on. */
export function stopClock(): (milliseconds: number) => void {
  const start = Date.now();
  jest.useFakeTimers({ now: start, doNotFake: [...asUsual] });
  return (milliseconds) => jest.setSystemTime(Date.now() + milliseconds);
}
