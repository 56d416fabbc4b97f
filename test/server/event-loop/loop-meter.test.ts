import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { loopMeter, type Spend } from '../../../server/event-loop/loop-meter.ts';
import { loopTurn } from '../../../server/event-loop/loop-turn.ts';

let told: [string, number][] = [];
const as =
  (name: string): Spend =>
  (milliseconds) =>
    told.push([name, milliseconds]);

beforeEach(() => {
  told = [];
});
// What a file leaves behind the next one would meet.
afterEach(() => loopMeter.isFor(() => undefined));

describe('the loop works for one', () => {
  test('until another is named, however often it has gone round, and not while it waits', async () => {
    const work = (milliseconds: number) => {
      for (const end = performance.now() + milliseconds; performance.now() < end; );
    };
    const begun = performance.now();
    loopMeter.isFor(as('one'));
    work(20);
    await sleep(300);
    work(20);
    loopMeter.isFor(as('another'));
    expect(told).toHaveLength(1);
    const [[name, milliseconds] = ['', 0]] = told;
    expect(name).toBe('one');
    expect(milliseconds).toBeGreaterThanOrEqual(35);
    expect(performance.now() - begun - milliseconds).toBeGreaterThan(150);
  });
});

describe('the loop, at work for as long as a test says, works for one', () => {
  let active = 0;
  const work = (milliseconds: number) => {
    active += milliseconds;
  };
  let meter: jest.SpyInstance;
  beforeEach(() => {
    // A whole number, so that sums are exact.
    active = Math.ceil(performance.eventLoopUtilization().active);
    meter = jest
      .spyOn(performance, 'eventLoopUtilization')
      .mockImplementation(() => ({ active, idle: 0, utilization: 1 }));
  });
  afterEach(() => meter.mockRestore());

  test('also after work that nobody is named for', () => {
    loopMeter.isFor(as('one'));
    work(10);
    loopMeter.isFor(undefined);
    work(10);
    loopMeter.isFor(as('another'));
    expect(told).toEqual([['one', 20]]);
  });

  test('until there is work for nobody who is known yet', () => {
    loopMeter.isFor(as('one'));
    work(10);
    loopMeter.isForNobody();
    work(30);
    loopMeter.isForNobody();
    loopMeter.isFor(as('another'));
    expect(told).toEqual([['one', 10]]);
  });

  test('again once it has gone round for them', async () => {
    await loopTurn.next(as('one'));
    work(10);
    loopMeter.isFor(as('another'));
    expect(told).toEqual([['one', 10]]);
  });
});
