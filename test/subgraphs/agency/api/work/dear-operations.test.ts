import { describe, expect, test } from 'vitest';
import { DearOperations } from '../../../../../subgraphs/agency/api/work/dear-operations.ts';

const limits = { waiting: 3, waitingOfOfficer: 2, patience: 60_000, ofOfficerAMinute: 100 };

/** An operation of an officer, and what it was told. */
function operationOf(officer: string, objects = 1) {
  const told: string[] = [];
  return {
    officer,
    objects,
    told,
    admitted: () => void told.push('admitted'),
    refused: () => void told.push('refused'),
  };
}

describe('dear operations', () => {
  test('run one at a time, in the order in which they came', () => {
    const dear = new DearOperations(limits);
    const [first, second, third] = ['a', 'b', 'c'].map((officer) => operationOf(officer)) as [
      ReturnType<typeof operationOf>,
      ReturnType<typeof operationOf>,
      ReturnType<typeof operationOf>,
    ];
    expect([first, second, third].map((each) => dear.enter(each))).toEqual(['running', 'waiting', 'waiting']);
    dear.leave(first);
    expect([second.told, third.told]).toEqual([['admitted'], []]);
    dear.leave(second);
    expect(third.told).toEqual(['admitted']);
    dear.leave(third);
    expect(dear.enter(first)).toBe('running');
    expect(first.told).toEqual([]);
  });

  test('are refused where too many wait, of one officer or in all; a place that is given up is free', () => {
    const dear = new DearOperations(limits);
    const enter = (officer: string) => {
      const operation = operationOf(officer);
      return { operation, place: dear.enter(operation) };
    };
    expect(enter('a').place).toBe('running');
    const waiting = [enter('b'), enter('b')];
    expect(waiting.map(({ place }) => place)).toEqual(['waiting', 'waiting']);
    expect(enter('b').place).toBe('refused');
    expect(enter('c').place).toBe('waiting');
    expect(enter('d').place).toBe('refused');
    for (const { operation } of waiting.slice(1)) dear.leave(operation);
    expect(enter('d').place).toBe('waiting');
  });

  test('of an officer who had one lately come after those of officers who had none', () => {
    const dear = new DearOperations(limits);
    const [running, again, other] = [operationOf('a'), operationOf('a'), operationOf('b')];
    for (const each of [running, again, other]) dear.enter(each);
    dear.leave(running);
    expect([again.told, other.told]).toEqual([[], ['admitted']]);
    dear.leave(other);
    expect(again.told).toEqual(['admitted']);
  });

  test('of one officer are refused for the rest of a minute in which they made too many objects, and others’ are not', () => {
    let now = 0;
    const dear = new DearOperations(limits, () => now);
    for (const objects of [60, 60]) {
      const operation = operationOf('a', objects);
      expect(dear.enter(operation)).toBe('running');
      dear.leave(operation);
    }
    expect(dear.enter(operationOf('a'))).toBe('spent');
    const other = operationOf('b');
    expect(dear.enter(other)).toBe('running');
    dear.leave(other);
    now = 60_000;
    expect(dear.enter(operationOf('a'))).toBe('running');
  });

  test('are refused when they have waited too long, and have no turn then', async () => {
    const dear = new DearOperations({ ...limits, patience: 1 });
    const running = operationOf('a');
    dear.enter(running);
    const refused = await new Promise<string>((resolve) => {
      dear.enter({
        officer: 'b',
        objects: 1,
        admitted: () => resolve('admitted'),
        refused: () => resolve('refused'),
      });
    });
    expect(refused).toBe('refused');
    dear.leave(running);
    expect(dear.enter(operationOf('c'))).toBe('running');
  });
});
