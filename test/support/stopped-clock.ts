import fakeTimers, { type FakeMethod } from '@sinonjs/fake-timers';

let clock: fakeTimers.Clock | undefined;

function stop(toFake: FakeMethod[]): fakeTimers.Clock {
  restartClock();
  clock = fakeTimers.install({ now: Date.now(), toFake });
  return clock;
}

/** Stops `Date` at this moment for the rest of the test; the returned function moves it on. */
export function stopClock(): (milliseconds: number) => void {
  // Sockets and their timeouts go on as usual.
  const stopped = stop(['Date']);
  return (milliseconds) => stopped.setSystemTime(Date.now() + milliseconds);
}

/** Stops `Date` and all timers for the rest of the test. */
export const stopTimers = (): fakeTimers.Clock =>
  stop([
    'Date',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'setImmediate',
    'clearImmediate',
  ]);

/** What a test has stopped goes on: `end-of-file-setup.ts` calls it after each. */
export function restartClock(): void {
  clock?.uninstall();
  clock = undefined;
}
