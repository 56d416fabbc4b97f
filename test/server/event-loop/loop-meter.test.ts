import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { loopMeter, type Spend } from '../../../server/event-loop/loop-meter.ts';
import { loopTurn } from '../../../server/event-loop/loop-turn.ts';

let told: [string, number][] = [];
const as =
  (name: string): Spend =>
  (milliseconds) =>
    told.push([name, milliseconds]);
const work = (milliseconds: number) => {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
};

beforeEach(() => {
  told = [];
});
// What a file leaves behind the next one would meet.
afterEach(() => loopMeter.isFor(() => undefined));

describe('the loop works for one', () => {
  test('until another is named, however often it has gone round, and not while it waits', async () => {
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

  test('also after work that nobody is named for', () => {
    loopMeter.isFor(as('one'));
    work(10);
    loopMeter.isFor(undefined);
    work(10);
    loopMeter.isFor(as('another'));
    expect(told.map(([name, milliseconds]) => [name, milliseconds >= 15])).toEqual([['one', true]]);
  });

  test('until there is work for nobody who is known yet', () => {
    loopMeter.isFor(as('one'));
    work(10);
    loopMeter.isForNobody();
    work(30);
    loopMeter.isForNobody();
    loopMeter.isFor(as('another'));
    expect(told.map(([name, milliseconds]) => [name, milliseconds < 30])).toEqual([['one', true]]);
  });

  test('again once it has gone round for them', async () => {
    await loopTurn.next(as('one'));
    work(10);
    loopMeter.isFor(as('another'));
    expect(told.map(([name, milliseconds]) => [name, milliseconds >= 5])).toEqual([['one', true]]);
  });
});
