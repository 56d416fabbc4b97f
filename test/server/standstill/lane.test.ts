import type { Clock } from '@sinonjs/fake-timers';
import { Lane } from '../../../server/standstill/lane.ts';
import { stopTimers } from '../../support/stopped-clock.ts';

const limits = { atATime: 1, ofOfficer: 1, waiting: 6, waitingOfOfficer: 2 };
const patience = 60_000;

const nothing = () => 0;

/** An operation of an officer, and what it was told. */
function operationOf(officer: string) {
  const told: string[] = [];
  return {
    officer,
    told,
    admitted: () => void told.push('admitted'),
    refused: (reason: string) => void told.push(reason),
  };
}

describe('operations of a lane', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = stopTimers();
  });

  test('run one at a time, in the order in which they came', () => {
    const lane = new Lane(limits, nothing);
    const [first, second, third] = ['a', 'b', 'c'].map((officer) => operationOf(officer)) as [
      ReturnType<typeof operationOf>,
      ReturnType<typeof operationOf>,
      ReturnType<typeof operationOf>,
    ];
    expect([first, second, third].map((each) => lane.enter(each, patience))).toEqual([
      'running',
      'waiting',
      'waiting',
    ]);
    lane.leave(first);
    expect([second.told, third.told]).toEqual([['admitted'], []]);
    lane.leave(second);
    expect(third.told).toEqual(['admitted']);
    lane.leave(third);
    expect(lane.enter(first, patience)).toBe('running');
    expect(first.told).toEqual([]);
  });

  test('are refused where too many wait, of one officer or in all; a place that is given up is free', () => {
    const lane = new Lane(limits, nothing);
    const enter = (officer: string) => {
      const operation = operationOf(officer);
      return { operation, place: lane.enter(operation, patience) };
    };
    expect(enter('a').place).toBe('running');
    const waiting = [enter('b'), enter('b')];
    expect(waiting.map(({ place }) => place)).toEqual(['waiting', 'waiting']);
    expect(enter('b').place).toBe('OWN');
    expect(enter('c').place).toBe('waiting');
    expect(enter('d').place).toBe('OTHERS');
    for (const { operation } of waiting.slice(1)) lane.leave(operation);
    expect(enter('d').place).toBe('waiting');
  });

  test('of two agencies have turns alternately, however many officers of one of them wait, who have half of the places', () => {
    const order: string[] = [];
    const lane = new Lane(limits, nothing);
    const ask = (officer: string) => {
      const operation = { ...operationOf(officer), admitted: () => void order.push(officer) };
      return { operation, place: lane.enter(operation, patience) };
    };
    const { operation: running } = ask('RUSSIA 0');
    const asked = ['RUSSIA 1', 'RUSSIA 2', 'RUSSIA 3', 'RUSSIA 4', 'BELARUS 1', 'BELARUS 2'].map(
      (officer) => ({
        officer,
        ...ask(officer),
      }),
    );
    expect(asked.flatMap(({ officer, place }) => (place === 'waiting' ? [] : [officer, place]))).toEqual([
      'RUSSIA 4',
      'OTHERS',
    ]);
    lane.leave(running);
    for (let left = 0; left < 4; left += 1) {
      const last = asked.find(({ officer }) => officer === order.at(-1));
      if (last) lane.leave(last.operation);
    }
    expect(order).toEqual(['BELARUS 1', 'RUSSIA 1', 'BELARUS 2', 'RUSSIA 2', 'RUSSIA 3']);
  });

  test('come in the order of what was done for their officers, the least first', () => {
    const work: Record<string, number> = { a: 3, b: 2, c: 1 };
    const lane = new Lane(limits, (officer) => work[officer] ?? 0);
    const order: string[] = [];
    const ask = (officer: string) => {
      const operation = { ...operationOf(officer), admitted: () => void order.push(officer) };
      lane.enter(operation, patience);
      return operation;
    };
    const running = ask('a');
    const waiting = new Map(['a', 'b', 'c'].map((officer) => [officer, ask(officer)]));
    lane.leave(running);
    for (let left = 0; left < 2; left += 1) lane.leave(waiting.get(order.at(-1) ?? '') ?? running);
    expect(order).toEqual(['c', 'b', 'a']);
  });

  test('run a few at a time where there is room for them, and fewer of one officer', () => {
    const lane = new Lane({ ...limits, atATime: 3, ofOfficer: 2 }, nothing);
    const asked = ['a', 'a', 'a', 'b', 'b'].map((officer) => operationOf(officer));
    const places = asked.map((operation) => lane.enter(operation, patience));
    expect(places).toEqual(['running', 'running', 'waiting', 'running', 'waiting']);
    expect(lane.running).toBe(3);
    // One of the first officer's would be first, who runs another two already.
    const [first, , third, fourth, fifth] = asked;
    if (fourth) lane.leave(fourth);
    expect([third?.told, fifth?.told]).toEqual([[], ['admitted']]);
    if (first) lane.leave(first);
    expect(third?.told).toEqual(['admitted']);
  });

  test('are refused when they have waited too long, and have no turn then', async () => {
    const lane = new Lane(limits, nothing);
    const running = operationOf('a');
    lane.enter(running, patience);
    const late = operationOf('b');
    lane.enter(late, patience);
    await clock.tickAsync(patience - 1);
    expect(late.told).toEqual([]);
    await clock.tickAsync(1);
    expect(late.told).toEqual(['OTHERS']);
    lane.leave(running);
    expect(lane.enter(operationOf('c'), patience)).toBe('running');
  });
});
