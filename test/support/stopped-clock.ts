import { onTestFinished, vi } from 'vitest';

/** Stops `Date` at this moment for the rest of the test; the returned function moves it on. */
export function stopClock(): (milliseconds: number) => void {
  const start = Date.now();
  // Sockets and their timeouts go on as usual.
  vi.useFakeTimers({ now: start, toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  return (milliseconds) => vi.setSystemTime(Date.now() + milliseconds);
}
