import type { Clock } from '@sinonjs/fake-timers';
import type { RekeyingOptions, RekeyingReport } from '../../../../subgraphs/agency/jobs/rekey.ts';
import { startRekeying } from '../../../../subgraphs/agency/jobs/start-rekeying.ts';
import { stopTimers } from '../../../support/stopped-clock.ts';

const second = 1_000;
const later = 5 * 60 * second;

/** The re-keying of a subgraph that has just started, with a run that ends when the test says so. */
function started() {
  const runs: { options: RekeyingOptions; end(result: RekeyingReport | Error): void }[] = [];
  const log = { info: jest.fn(), error: jest.fn() };
  const rekeying = startRekeying(
    (options) =>
      new Promise((resolve, reject) => {
        const end = (result: RekeyingReport | Error) =>
          result instanceof Error ? reject(result) : resolve(result);
        runs.push({ options, end });
      }),
    { log, mode: 'production' },
  );
  return { runs, log, rekeying };
}

let clock: Clock;
const pass = (milliseconds: number) => clock.tickAsync(milliseconds);

describe('the re-keying of a subgraph that has started', () => {
  beforeEach(() => {
    clock = stopTimers();
  });

  test('runs, logs what it has done, and not again when nothing is left', async () => {
    const { runs, log } = started();
    await pass(second);
    runs[0]?.end({ rekeyed: 3, left: 0 });
    await pass(10 * later);
    expect(runs).toHaveLength(1);
    expect(log.info.mock.calls).toEqual([[{ rekeying: { rekeyed: 3, left: 0 } }, 'rekeying']]);
  });

  test('runs again later when something is left', async () => {
    const { runs } = started();
    await pass(second);
    runs[0]?.end({ rekeyed: 3, left: 1 });
    await pass(later);
    expect(runs).toHaveLength(2);
  });

  test('runs again later after it has failed, and logs nothing of a record', async () => {
    const { runs, log } = started();
    await pass(second);
    runs[0]?.end(new Error('E11000 { recordedWith: "officer-7" }'));
    await pass(later);
    expect(runs).toHaveLength(2);
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(log.error.mock.calls)).not.toContain('officer-7');
  });

  test('told to stop, tells the run that goes on, waits for it, and leaves no timer', async () => {
    const { runs, rekeying } = started();
    await pass(second);
    let stopped = false;
    const stopping = rekeying.stop().then(() => {
      stopped = true;
    });
    await pass(0);
    expect({ stopped, told: runs[0]?.options.signal?.aborted }).toEqual({ stopped: false, told: true });
    runs[0]?.end({ rekeyed: 1, left: 9 });
    await stopping;
    await pass(10 * later);
    expect({ runs: runs.length, timers: clock.countTimers() }).toEqual({ runs: 1, timers: 0 });
  });

  test('does not run when it was stopped before', async () => {
    const { runs, rekeying } = started();
    await rekeying.stop();
    await pass(10 * later);
    expect(runs).toHaveLength(0);
  });
});
