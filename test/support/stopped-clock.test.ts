import { restartClock, stopClock, stopTimers } from './stopped-clock.ts';

const moves = async () => {
  const before = Date.now();
  await new Promise((resolve) => setImmediate(resolve));
  while (Date.now() === before);
  return true;
};

describe('a clock that a test has stopped', () => {
  test('stands still until it is moved', () => {
    const move = stopClock();
    const before = Date.now();
    for (let time = 0; time < 1e6; time += 1);
    expect(Date.now()).toBe(before);
    move(5_000);
    expect(Date.now()).toBe(before + 5_000);
  });

  test('goes on in the next one', () => expect(moves()).resolves.toBe(true));

  test('stops timers too where they are to stop', async () => {
    const clock = stopTimers();
    let isOver = false;
    setTimeout(() => {
      isOver = true;
    }, 60_000);
    await clock.tickAsync(59_999);
    expect(isOver).toBe(false);
    await clock.tickAsync(1);
    expect(isOver).toBe(true);
    restartClock();
    expect(await moves()).toBe(true);
  });

  test('goes on in the next one with its timers', () => expect(moves()).resolves.toBe(true));
});
