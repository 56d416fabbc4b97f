import type { Clock } from '@sinonjs/fake-timers';
import type { RetentionReport, RunOptions } from '../../../../subgraphs/agency/jobs/run-retention.ts';
import { startDailyRun } from '../../../../subgraphs/agency/jobs/start-daily-run.ts';
import { stopTimers } from '../../../support/stopped-clock.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const report = { dossiersErased: 1 } as unknown as RetentionReport;

/** The daily run, with work that ends when the test says so. */
function started() {
  const begun = Date.now();
  const runs: { at: number; options: RunOptions; end(result: RetentionReport | Error): void }[] = [];
  const log = { info: jest.fn(), error: jest.fn() };
  const daily = startDailyRun(
    (now, options) =>
      new Promise((resolve, reject) => {
        const end = (result: RetentionReport | Error) =>
          result instanceof Error ? reject(result) : resolve(result);
        runs.push({ at: now.getTime() - begun, options, end });
      }),
    { log, mode: 'production' },
  );
  return { runs, log, daily };
}

let clock: Clock;
/** Lets time pass, and all that it brings about. */
const pass = (milliseconds: number) => clock.tickAsync(milliseconds);

describe('the daily run', () => {
  beforeEach(() => {
    clock = stopTimers();
  });

  test('runs a minute after the start, and not before', async () => {
    const { runs } = started();
    await pass(minute - 1);
    expect(runs).toHaveLength(0);
    await pass(1);
    expect(runs.map(({ at }) => at)).toEqual([minute]);
  });

  test('runs again a day after a run has ended, and logs what each has erased', async () => {
    const { runs, log } = started();
    await pass(minute);
    runs[0]?.end(report);
    await pass(day);
    expect(runs.map(({ at }) => at)).toEqual([minute, minute + day]);
    expect(log.info.mock.calls).toEqual([[{ retention: report }, 'retention']]);
  });

  test('does not run while a run goes on, however long it takes', async () => {
    const { runs } = started();
    await pass(minute + 3 * day);
    expect(runs).toHaveLength(1);
    runs[0]?.end(report);
    await pass(day);
    expect(runs).toHaveLength(2);
  });

  test('goes on the next day after a run that has failed, and logs nothing of a record', async () => {
    const { runs, log } = started();
    await pass(minute);
    runs[0]?.end(new Error('E11000 { recordedWith: "officer-7" }'));
    await pass(day);
    expect(runs).toHaveLength(2);
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(log.error.mock.calls)).not.toContain('officer-7');
  });

  test('runs no more after it was stopped', async () => {
    const { runs, daily } = started();
    await daily.stop();
    await pass(3 * day);
    expect(runs).toHaveLength(0);
  });

  test('told to stop, tells the run that goes on, and waits for it', async () => {
    const { runs, daily } = started();
    await pass(minute);
    let stopped = false;
    const stopping = daily.stop().then(() => {
      stopped = true;
    });
    await pass(0);
    expect({ stopped, told: runs[0]?.options.signal?.aborted }).toEqual({ stopped: false, told: true });
    runs[0]?.end(report);
    await stopping;
    await pass(3 * day);
    expect(runs).toHaveLength(1);
  });

  test('leaves no timer behind when it is stopped', async () => {
    const { daily } = started();
    const timers = clock.countTimers();
    expect(timers).toBe(1);
    await daily.stop();
    expect(clock.countTimers()).toBe(0);
  });
});
