import { createHash } from 'node:crypto';
import { GraphQLError, parse } from 'graphql';
import { Registry } from 'prom-client';
import {
  createQueryPlanner,
  fetchesOfPlan,
} from '../../../../gateway/federation/plans/create-query-planner.ts';
import { DearPlans, type DearPlansOptions } from '../../../../gateway/federation/plans/dear-plans.ts';
import { createPlanCache } from '../../../../gateway/federation/plans/plan-cache.ts';
import { Plans, type ToPlan } from '../../../../gateway/federation/plans/plans.ts';
import { supergraphSdl } from '../../../support/schema-files.ts';

const sdl = supergraphSdl();
const planner = createQueryPlanner(sdl);
const threads: DearPlans[] = [];
afterAll(() => Promise.all(threads.map((thread) => thread.stop())));

const thread = (options: Omit<DearPlansOptions, 'supergraphSdl'> = {}) => {
  const made = new DearPlans({ supergraphSdl: sdl, ...options });
  threads.push(made);
  return made;
};

/** A thread takes a second or two to start: one for all tests that do not end it. */
const shared = thread();

/** Plans that are made here or in a thread; those that are made here are noted. */
function plans(dear: DearPlans = shared) {
  const cache = createPlanCache(new Registry());
  const here: string[] = [];
  const made = new Plans({
    cache,
    dear,
    compile: (plan) => ({ plan, bytesOfShapes: 0, run: async () => ({}) }),
    plan(document, operationName) {
      here.push('planned');
      return planner(document, operationName);
    },
  });
  return { made, cache, here };
}

const ordinary = { fields: 3, fetches: 3, steps: 5 };
const dear = { fields: 3, fetches: 50, steps: 5 };
const minute = 60_000;

const asked = (changed: Partial<ToPlan> = {}): ToPlan => ({
  document: parse('{ suspect(id: "BY-0000000000") { belarus { id } russia { id } } }'),
  queryHash: 'hash',
  operationName: undefined,
  estimate: ordinary,
  caller: 'BELARUS officer',
  left: minute,
  ...changed,
});

const codeOf = async (making: Promise<unknown>) => {
  try {
    await making;
    return undefined;
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions.code : error;
  }
};

/** Thirty suspects with all of both halves in fragments: more than anybody may ask, and seconds of planning. */
const enormous = (): string => {
  const level = (n: number) =>
    `fragment F${n} on Suspect { belarus { suspect { ...F${n + 1} } names { full } } russia { suspect { ...F${n + 1} } names { full } } }`;
  return `{ suspect(id: "BY-0000000000") { ...F0 } } ${Array.from({ length: 12 }, (_none, n) => level(n)).join(' ')} fragment F12 on Suspect { id }`;
};

describe('an operation’s first plan', () => {
  test('is made where it is asked for, once, when the estimate calls it ordinary', async () => {
    const { made, cache, here } = plans();
    await made.prepare(asked());
    await made.prepare(asked());
    expect(here).toEqual(['planned']);
    const plan = cache.get('hash')?.plan;
    expect(plan && fetchesOfPlan(plan)).toHaveLength(3);
  });

  test('is made in a thread when the estimate calls it dear, and is the same', async () => {
    const { made, cache, here } = plans();
    await made.prepare(asked({ estimate: dear }));
    expect(here).toEqual([]);
    const { made: other, cache: otherCache } = plans();
    await other.prepare(asked());
    const plan = cache.get('hash')?.plan;
    expect(plan).toBeDefined();
    expect(JSON.stringify(plan)).toBe(JSON.stringify(otherCache.get('hash')?.plan));
  });

  test('is made once for all who ask for it at the same time', async () => {
    const { made, cache } = plans();
    await Promise.all(Array.from({ length: 10 }, () => made.prepare(asked({ estimate: dear }))));
    expect(cache.get('hash')).toBeDefined();
  });

  test('is kept under the operation’s name too', async () => {
    const { made, cache } = plans();
    const document = parse('query A { __typename } query B { suspect(id: "BY-0000000000") { id } }');
    await made.prepare(asked({ document, operationName: 'B' }));
    expect(cache.get('hash')).toBeUndefined();
    const key = createHash('sha256').update('hashB').digest('hex');
    const plan = cache.get(key)?.plan;
    expect(plan && fetchesOfPlan(plan)).toHaveLength(1);
  });
});

describe('a plan that takes too much', () => {
  test('of time ends with its thread, is refused, and the next one is made', async () => {
    const { made, cache } = plans(thread({ longest: 300, longestWait: minute }));
    const late = asked({ document: parse(enormous()), queryHash: 'enormous', estimate: dear });
    expect(await codeOf(made.prepare(late))).toBe('QUERY_TOO_LARGE');
    await made.prepare(asked({ estimate: dear }));
    expect(cache.get('hash')).toBeDefined();
  });

  test('of waiting for a machine that is busy is no fault of its own: it may be tried again', async () => {
    // The thread has had no time at all, until it has the machine for itself.
    let timeOfThread = () => 0;
    const busy = thread({ longest: 100, longestWait: 200, timeOfThread: () => timeOfThread() });
    const { made } = plans(busy);
    const late = asked({ document: parse(enormous()), queryHash: 'enormous', estimate: dear });
    expect(await codeOf(made.prepare(late))).toBe('UNAVAILABLE');
    timeOfThread = () => performance.now();
    expect(await codeOf(made.prepare(late))).toBe('QUERY_TOO_LARGE');
  });

  test('of memory ends with its thread and leaves this process, and is not tried again', async () => {
    const { made, cache } = plans(thread({ heap: 96, longest: minute, longestWait: minute }));
    const large = asked({ document: parse(enormous()), queryHash: 'enormous', estimate: dear });
    expect(await codeOf(made.prepare(large))).toBe('QUERY_TOO_LARGE');
    expect(await codeOf(made.prepare(large))).toBe('QUERY_TOO_LARGE');
    await made.prepare(asked({ estimate: dear }));
    expect(cache.get('hash')).toBeDefined();
  });
});

describe('dear plans of one caller', () => {
  const different = (hash: number, caller: string) =>
    asked({
      document: parse(`{ a${hash}: suspect(id: "BY-0000000000") { id } }`),
      queryHash: String(hash),
      estimate: dear,
      caller,
    });

  test('wait for each other, two at a time, and others’ beside them', async () => {
    const { made } = plans();
    const done: number[] = [];
    const prepare = (hash: number, caller: string) =>
      made.prepare(different(hash, caller)).then(() => done.push(hash));
    await Promise.all([
      ...[1, 2, 3, 4, 5].map((hash) => prepare(hash, 'BELARUS one')),
      prepare(6, 'RUSSIA two'),
    ]);
    // The other caller's came last, and waited for two.
    expect(done).toEqual([1, 2, 6, 3, 4, 5]);
  });

  test('are refused when their turn does not come while there is time', async () => {
    const { made } = plans();
    const [one, other, late] = [1, 2, 3].map((hash) =>
      codeOf(made.prepare({ ...different(hash, 'BELARUS one'), ...(hash === 3 && { left: 0 }) })),
    );
    expect(await Promise.all([one, other, late])).toEqual([undefined, undefined, 'UNAVAILABLE']);
  });

  test('are refused when no time is left to make them', async () => {
    const { made } = plans();
    const late = made.prepare(asked({ estimate: dear, left: 0 }));
    await expect(late).rejects.toThrow('could not be planned in time');
    expect(await codeOf(late)).toBe('UNAVAILABLE');
  });

  test('are told of others’ only where there are some', async () => {
    const { made } = plans(thread({ longest: minute, longestWait: minute }));
    const said = (hash: number, left?: number) =>
      made.prepare({ ...different(hash, `BELARUS ${hash}`), ...(left !== undefined && { left }) }).then(
        () => 'planned',
        (error: Error) => error.message,
      );
    // The thread takes longer to start.
    expect(await said(1, 1)).toContain('could not be planned in time');
    const many = await Promise.all(Array.from({ length: 18 }, (_none, n) => said(n + 2)));
    expect(many.filter((each) => each !== 'planned')).toEqual(
      expect.arrayContaining([expect.stringContaining('Other large queries are being planned')]),
    );
  });
});
