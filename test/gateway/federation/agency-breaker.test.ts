import { AgencyBreaker } from '../../../gateway/federation/agency-breaker.ts';

/** A breaker of which each probe is answered by the test. */
function breaker(failures = 3, openAtFirst?: number) {
  const changes: string[] = [];
  const probes: ((answers: boolean) => void)[] = [];
  let begun: () => void = () => undefined;
  const made = new AgencyBreaker({
    failures,
    openAtFirst,
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
  test('so many times in a row is probed, and not asked once the probe has failed', async () => {
    const { made, changes, probe, probes, fail } = breaker(3);
    fail(2);
    expect(probes).toHaveLength(0);
    fail(1);
    const first = await probe(1);
    expect([made.isOpen, changes]).toEqual([false, []]);
    first(false);
    await settled();
    expect([made.isOpen, changes]).toEqual([true, ['open']]);
    made.stop();
  });

  test('so many times in a row and answers the probe is asked on, and its failures count from nought', async () => {
    const { made, changes, probe, probes, fail } = breaker(3);
    for (const number of [1, 2, 3]) {
      fail(3);
      (await probe(number))(true);
      await settled();
      fail(2);
      expect(probes).toHaveLength(number);
      made.note(made.era, 'answered');
    }
    expect([made.isOpen, changes]).toEqual([false, []]);
  });

  test('is probed once at a time, however often it fails meanwhile', async () => {
    const { made, probe, probes, fail } = breaker(3);
    fail(3);
    const first = await probe(1);
    fail(30);
    expect(probes).toHaveLength(1);
    first(false);
    await settled();
    expect(made.isOpen).toBe(true);
    made.stop();
  });

  test('now and then, and answers between, is neither probed nor given up', () => {
    const { made, probes, fail } = breaker(3);
    for (let round = 0; round < 5; round += 1) {
      fail(2);
      made.note(made.era, 'answered');
    }
    expect([made.isOpen, probes]).toEqual([false, []]);
  });

  test('and answers somebody while it is probed is asked on, whatever becomes of the probe', async () => {
    const { made, changes, probe, fail } = breaker(3);
    fail(3);
    const first = await probe(1);
    made.note(made.era, 'answered');
    first(false);
    await settled();
    expect([made.isOpen, changes]).toEqual([false, []]);
  });
});

describe('an agency that is not asked', () => {
  /** A breaker that has opened, after one probe. */
  async function opened() {
    const all = breaker();
    const { era } = all.made;
    all.fail(3);
    (await all.probe(1))(false);
    await settled();
    expect(all.made.isOpen).toBe(true);
    return { ...all, era };
  }

  test('is probed again and again while probes fail, and asked again when one succeeds', async () => {
    const { made, changes, probe } = await opened();
    for (const number of [2, 3]) (await probe(number))(false);
    const last = await probe(4);
    expect(made.isOpen).toBe(true);
    last(true);
    await settled();
    expect(made.isOpen).toBe(false);
    expect(changes).toEqual(['open', 'closed']);
  });

  test('is asked again when a fetch that began before is answered after all', async () => {
    const { made, changes, era } = await opened();
    made.note(era, 'answered');
    expect(made.isOpen).toBe(false);
    expect(changes).toEqual(['open', 'closed']);
  });

  test('is not doubted again for fetches that began before it was back', async () => {
    const { made, probe, probes, fail, era } = await opened();
    (await probe(2))(true);
    await settled();
    fail(10, era);
    expect(probes).toHaveLength(2);
    fail(3);
    (await probe(3))(false);
    await settled();
    expect(made.isOpen).toBe(true);
    made.stop();
  });

  test('is no longer probed once the gateway stops', async () => {
    const { made, probe, probes } = await opened();
    const second = await probe(2);
    made.stop();
    second(false);
    await settled();
    expect(probes).toHaveLength(2);
  });
});

describe('an agency that is not asked at first', () => {
  test('is not probed until that time is over, and asked once a probe is answered', async () => {
    const { made, changes, probe, probes } = breaker(3, 50);
    expect([made.isOpen, changes, probes.length]).toEqual([true, ['open'], 0]);
    await settled();
    expect(probes).toHaveLength(0);
    (await probe(1))(true);
    await settled();
    expect([made.isOpen, changes]).toEqual([false, ['open', 'closed']]);
  });

  test('is not probed any more after an end', async () => {
    const { made, probes } = breaker(3, 10);
    made.stop();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([made.isOpen, probes]).toEqual([true, []]);
  });
});
