import type { StartedProcess } from '../../../../workshop/scripts/development/processes.ts';
import {
  pauseBeforeRestart,
  restartTimings,
  SupervisedProcess,
} from '../../../../workshop/scripts/development/supervised-process.ts';

/** A process that ends when the test, or its supervisor, has it end. */
function living(name = 'russia') {
  let end: () => void = () => undefined;
  const exited = new Promise<void>((resolve) => {
    end = resolve;
  });
  const asked: string[] = [];
  const process: StartedProcess = {
    name,
    pid: 1,
    exited,
    async stop() {
      asked.push('stop');
      end();
    },
  };
  return { process, die: end, asked };
}

/** A supervisor that starts the processes of a list, one after the other; a missing one cannot be started. */
function supervisor(anew: (ReturnType<typeof living> | undefined)[], restarts = true) {
  const lines: string[] = [];
  let told: () => void = () => undefined;
  const first = living();
  let started = 0;
  const supervised = new SupervisedProcess(first.process, {
    start: async () => {
      const next = anew[started++];
      if (!next) throw new Error('it ended before it was ready');
      return next.process;
    },
    report: (line) => {
      lines.push(line);
      told();
    },
    log: '/logs/russia.log',
    timings: restarts ? { firstPause: 1, longestPause: 2, within: 60_000 } : undefined,
  });
  const says = async (text: string) => {
    while (!lines.some((line) => line.includes(text))) {
      await new Promise<void>((resolve) => {
        told = resolve;
      });
    }
  };
  return { supervised, first, lines, says, started: () => started };
}

describe('the pause before a process is started again', () => {
  test('is 1, 2, 4, 8, 16 and 32 seconds, and then a minute, without end', () => {
    const begun: number[] = [];
    const pauses = Array.from({ length: 8 }, () => {
      const pause = pauseBeforeRestart(begun, 1_000, restartTimings);
      begun.push(1_000);
      return pause;
    });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  test('counts ten minutes back', () => {
    const begun = [0, 0, 0, 0, 0];
    expect(pauseBeforeRestart(begun, 10 * 60_000 - 1, restartTimings)).toBe(32_000);
    expect(pauseBeforeRestart(begun, 10 * 60_000, restartTimings)).toBe(1_000);
  });
});

describe('a process that ends unasked', () => {
  test('is started again, and it is said', async () => {
    const second = living();
    const { first, says, lines, started, supervised } = supervisor([second]);
    first.die();
    await says('runs again');
    expect(started()).toBe(1);
    expect(lines[0]).toBe('russia has ended and is started again in 0.001 s; its log is /logs/russia.log');
    await supervised.stop();
    expect(second.asked).toEqual(['stop']);
  });

  test('again and again is started again each time, also when it could not even start', async () => {
    const [second, last] = [living(), living()];
    const failing = Array.from({ length: 10 }, () => undefined);
    const { first, says, lines, started, supervised } = supervisor([second, ...failing, last]);
    first.die();
    await says('runs again');
    lines.length = 0;
    second.die();
    await says('runs again');
    expect(started()).toBe(12);
    await supervised.stop();
    expect(last.asked).toEqual(['stop']);
  });

  test('is left where that is switched off', async () => {
    const { first, says, lines, started } = supervisor([living()], false);
    first.die();
    await says('has ended');
    expect(lines).toEqual(['russia has ended; its log is /logs/russia.log']);
    expect(started()).toBe(0);
  });
});

describe('a process that is asked to end', () => {
  test('is not started again', async () => {
    const { supervised, first, lines, started } = supervisor([living()]);
    await supervised.stop();
    expect(first.asked).toEqual(['stop']);
    expect([lines, started()]).toEqual([[], 0]);
  });

  test('while it waits to be started again is not started at all', async () => {
    const { supervised, first, says, started } = supervisor([living()]);
    first.die();
    await says('has ended');
    await supervised.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(started()).toBe(0);
  });
});
