import {
  deliveryLog,
  deliveryReports,
  type FailedDelivery,
} from '../../../../../subgraphs/agency/channel/out/delivery-report.ts';

const minute = 60_000;
const unreachable: FailedDelivery = {
  agency: 'RUSSIA',
  kind: 'concord-message',
  first: 4,
  last: 9,
  reason: 'UNREACHABLE',
  detail: 'ECONNREFUSED',
};
const status: FailedDelivery = {
  agency: 'RUSSIA',
  kind: 'concord-message',
  reason: 'HTTP_STATUS',
  status: 502,
};

function logged() {
  const lines: { at: number; message: string | undefined; [field: string]: unknown }[] = [];
  const clock = { now: 0 };
  const note = (fields: unknown, message?: string) =>
    void lines.push({ at: clock.now, message, ...(fields as object) });
  const log = deliveryLog({ warn: note, info: note }, () => clock.now);
  /** Attempts every five seconds, by turns for each of these reasons. */
  const fail = (milliseconds: number, ...failures: FailedDelivery[]) => {
    const until = clock.now + milliseconds;
    for (let attempt = 0; clock.now < until; attempt++, clock.now += 5_000)
      log.failed(failures[attempt % failures.length] as FailedDelivery);
  };
  return { lines, clock, log, fail };
}

describe('a delivery that fails', () => {
  test('is logged at once, with its reason, its agency and its numbers', () => {
    const { lines, log } = logged();
    log.failed(unreachable);
    expect(lines).toEqual([{ at: 0, message: 'delivery failed', ...unreachable, attempts: 1 }]);
  });

  test('for the same reason all day is logged at growing intervals, up to an hour', () => {
    const { lines, fail } = logged();
    fail(24 * 60 * minute, unreachable);
    const after = lines.map(({ at }) => at / minute);
    expect(after.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 63, 123]);
    expect(after).toHaveLength(7 + 22);
  });

  test('for another reason is logged at once', () => {
    const { lines, fail } = logged();
    fail(10_000, unreachable);
    fail(5_000, status);
    expect(lines.map(({ at, reason }) => [at, reason])).toEqual([
      [0, 'UNREACHABLE'],
      [10_000, 'HTTP_STATUS'],
    ]);
  });

  test('for two reasons by turns is logged as seldom as for two', () => {
    const { lines, fail } = logged();
    fail(10 * minute, unreachable, status);
    expect(lines).toHaveLength(2 * 4);
  });

  test('is followed by a line when it has come about, with how often it failed and for how long', () => {
    const { lines, log, fail } = logged();
    fail(20_000, unreachable);
    log.delivered('RUSSIA', 'concord-message');
    expect(lines.at(-1)).toEqual({
      at: 20_000,
      message: 'delivery recovered',
      agency: 'RUSSIA',
      kind: 'concord-message',
      attempts: 4,
      seconds: 20,
    });
    log.failed(unreachable);
    expect(lines.at(-1)).toMatchObject({ message: 'delivery failed', attempts: 1 });
  });

  test('is not ended by a greeting that arrives', () => {
    const { lines, log } = logged();
    log.failed(unreachable);
    log.delivered('RUSSIA', 'concord-greeting');
    log.failed(unreachable);
    expect(lines).toHaveLength(1);
  });
});

test('a delivery that comes about, as all do, is not logged', () => {
  const { lines, log } = logged();
  log.delivered('RUSSIA', 'concord-message');
  expect(lines).toEqual([]);
});

test('several reports are all told', () => {
  const [one, other] = [logged(), logged()];
  const both = deliveryReports(one.log, other.log);
  both.failed(unreachable);
  both.delivered('RUSSIA', 'concord-message');
  expect([one.lines, other.lines].map((lines) => lines.length)).toEqual([2, 2]);
});
