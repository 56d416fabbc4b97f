import { describe, expect, test } from 'vitest';
import { AgencyBreaker } from '../../../gateway/federation/agency-breaker.ts';

/** A breaker of which each probe is answered by the test. */
function breaker(failures = 3) {
  const changes: string[] = [];
  const probes: ((answers: boolean) => void)[] = [];
  let begun: () => void = () => undefined;
  const made = new AgencyBreaker({
    failures,
    pause: 1,
    probe: () =>
      new Promise((resolve) => {
        probes.push(resolve);
        begun();
      }),
    changed: (state) => changes.push(state),
  });
  /** Waits for the probe of this number. */
  const probe = async (number: number) => {
    while (probes.length < number) {
      await new Promise<void>((resolve) => {
        begun = resolve;
      });
    }
    const answer = probes[number - 1];
    if (!answer) throw new Error('no probe');
    return answer;
  };
  const fail = (times: number, era = made.era) => {
    for (let time = 0; time < times; time += 1) made.note(era, 'failed');
  };
  return { made, changes, probe, fail, probes };
}

/** Until all that waits for a settled promise has run. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an agency that fails', () => {
  test('is asked until so many failures have come in a row, and not after', () => {
    const { made, changes, fail } = breaker(3);
    fail(2);
    expect(made.isOpen).toBe(false);
    fail(1);
    expect(made.isOpen).toBe(true);
    expect(changes).toEqual(['open']);
    made.stop();
  });

  test('now and then, and answers between, is asked on', () => {
    const { made, fail } = breaker(3);
    for (let round = 0; round < 5; round += 1) {
      fail(2);
      made.note(made.era, 'answered');
    }
    expect(made.isOpen).toBe(false);
  });
});

describe('an agency that is not asked', () => {
  test('is probed at once, and asked again when a probe succeeds', async () => {
    const { made, changes, probe, fail } = breaker();
    fail(3);
    const first = await probe(1);
    expect(made.isOpen).toBe(true);
    first(true);
    await settled();
    expect(made.isOpen).toBe(false);
    expect(changes).toEqual(['open', 'closed']);
  });

  test('is probed again and again while probes fail', async () => {
    const { made, probe, fail } = breaker();
    fail(3);
    for (const number of [1, 2, 3]) (await probe(number))(false);
    expect(made.isOpen).toBe(true);
    (await probe(4))(true);
    await settled();
    expect(made.isOpen).toBe(false);
  });

  test('is asked again when a fetch that began before is answered after all', () => {
    const { made, changes, fail } = breaker();
    const { era } = made;
    fail(3);
    made.note(era, 'answered');
    expect(made.isOpen).toBe(false);
    expect(changes).toEqual(['open', 'closed']);
  });

  test('is not given up again for fetches that began before it was back', async () => {
    const { made, probe, fail } = breaker();
    const { era } = made;
    fail(3);
    (await probe(1))(true);
    await settled();
    fail(10, era);
    expect(made.isOpen).toBe(false);
    fail(3);
    expect(made.isOpen).toBe(true);
    made.stop();
  });

  test('is no longer probed once the gateway stops', async () => {
    const { made, probe, fail, probes } = breaker();
    fail(3);
    const first = await probe(1);
    made.stop();
    first(false);
    await settled();
    expect(probes).toHaveLength(1);
  });
});
