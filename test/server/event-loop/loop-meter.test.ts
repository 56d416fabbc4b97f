import { performance } from 'node:perf_hooks';
import { setImmediate as loopGoesRound } from 'node:timers/promises';
import { loopMeter, type Spend } from '../../../server/event-loop/loop-meter.ts';
import { loopTurn } from '../../../server/event-loop/loop-turn.ts';

let now = 0;
let clock: jest.SpyInstance;
let told: [string, number][] = [];
const as =
  (name: string): Spend =>
  (milliseconds) =>
    told.push([name, milliseconds]);

beforeEach(() => {
  now = 0;
  told = [];
  clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => clock.mockRestore());

describe('the loop works for one', () => {
  test('until another is named, and for that one until it goes round', async () => {
    loopMeter.isFor(as('one'));
    now = 40;
    loopMeter.isFor(as('another'));
    now = 70;
    await loopGoesRound();
    expect(told).toEqual([
      ['one', 40],
      ['another', 30],
    ]);
  });

  test('also after work that nobody is named for', async () => {
    loopMeter.isFor(as('one'));
    now = 10;
    loopMeter.isFor(undefined);
    now = 40;
    await loopGoesRound();
    now = 900;
    await loopGoesRound();
    expect(told).toEqual([['one', 40]]);
  });

  test('again once it has gone round for them', async () => {
    const working = async () => {
      await loopTurn.next(as('one'));
      now += 30;
    };
    await working();
    await loopGoesRound();
    expect(told).toEqual([['one', 30]]);
  });
});
