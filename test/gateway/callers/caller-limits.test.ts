import { HeaderMap } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { CallerLimits, costOfRequest } from '../../../gateway/callers/caller-limits.ts';
import { limitCallers } from '../../../gateway/callers/limit-callers.ts';
import type { Viewer } from '../../../terms/viewer.ts';
import { gatewayContextOf } from '../../support/gateway-fetches.ts';

const officer = (subject: string, agency: Viewer['agency'] = 'BELARUS'): Viewer => ({
  subject,
  agency,
  roles: ['INVESTIGATOR'],
  cases: [],
});

/** The status, code and `retry-after` of what was thrown. */
function refusalOf(ask: () => unknown) {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { code, http } = error.extensions as { code: string; http: { status: number; headers: HeaderMap } };
    expect(http.headers).toBeInstanceOf(HeaderMap);
    return { code, status: http.status, retryAfter: Number(http.headers.get('retry-after')) };
  }
}

describe('those who have shown no token', () => {
  test('share what one caller may have', () => {
    const callers = new CallerLimits({ atATime: 2, costAMinute: 1_000, secondsAMinute: 60 });
    const end = callers.begin(undefined);
    callers.begin(undefined);
    expect(refusalOf(() => callers.begin(undefined))).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(refusalOf(() => callers.begin(officer('one')))).toBeUndefined();
    end();
    expect(refusalOf(() => callers.charge(undefined, 1_000))).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});

describe('the requests of one caller at a time', () => {
  const limits = () => new CallerLimits({ atATime: 2, costAMinute: 1_000, secondsAMinute: 60 });

  test('are so many, and one more when one has ended', () => {
    const callers = limits();
    const end = callers.begin(officer('one'));
    callers.begin(officer('one'));
    expect(refusalOf(() => callers.begin(officer('one')))).toEqual({
      code: 'TOO_MANY_REQUESTS',
      status: 429,
      retryAfter: 1,
    });
    end();
    expect(refusalOf(() => callers.begin(officer('one')))).toBeUndefined();
  });

  test('are no concern of another, also of one whom the other agency calls the same', () => {
    const callers = limits();
    for (let time = 0; time < 2; time += 1) callers.begin(officer('one'));
    expect(refusalOf(() => callers.begin(officer('two')))).toBeUndefined();
    expect(refusalOf(() => callers.begin(officer('one', 'RUSSIA')))).toBeUndefined();
  });

  test('end with the request, whatever has come of it', async () => {
    const callers = new CallerLimits({ atATime: 1, costAMinute: 1_000, secondsAMinute: 60 });
    const { context, ended } = limitCallers(async () => gatewayContextOf(), callers);
    const [first, second] = [{} as FastifyRequest, {} as FastifyRequest];
    await context(first);
    await expect(context(second)).rejects.toThrow('under way');
    // The one that was refused has never begun, and ends nobody's.
    ended(second);
    await expect(context(second)).rejects.toThrow('under way');
    ended(first);
    ended(first);
    await context(second);
    await expect(context(first)).rejects.toThrow('under way');
  });
});

describe('the cost of one caller’s operations in a minute', () => {
  test('has that of each request in it, also of one that comes to nothing', () => {
    const callers = new CallerLimits({ atATime: 5, costAMinute: 2 * costOfRequest, secondsAMinute: 60 });
    callers.begin(officer('one'));
    callers.begin(officer('one'));
    expect(refusalOf(() => callers.begin(officer('one')))?.code).toBe('TOO_MANY_REQUESTS');
    expect(refusalOf(() => callers.begin(officer('two')))).toBeUndefined();
  });

  test('has the length of each request’s body in it, and variables that are too large are paid for before they are refused', async () => {
    const callers = new CallerLimits({ atATime: 5, costAMinute: 2 * costOfRequest + 10, secondsAMinute: 60 });
    const { context } = limitCallers(async () => gatewayContextOf(), callers);
    const tooMany = { variables: { states: Array(20_000).fill('X') } };
    const request = { body: tooMany, rawBody: Buffer.alloc(320) } as FastifyRequest;
    await expect(context(request)).rejects.toThrow('more than 10000 values');
    await expect(context(request)).rejects.toThrow('too expensive together');
    await expect(context({} as FastifyRequest)).resolves.toBeDefined();
  });

  test('is so much at the most, and what is refused costs nothing', () => {
    const callers = new CallerLimits({ atATime: 1, costAMinute: 600, secondsAMinute: 60 });
    callers.charge(officer('one'), 500);
    const refused = refusalOf(() => callers.charge(officer('one'), 200));
    // 100 are missing, 10 a second are added.
    expect(refused).toEqual({ code: 'TOO_MANY_REQUESTS', status: 429, retryAfter: 10 });
    expect(refusalOf(() => callers.charge(officer('one'), 100))).toBeUndefined();
    expect(refusalOf(() => callers.charge(officer('two'), 600))).toBeUndefined();
  });

  test('has that of documents in it: who cannot pay for one that was parsed has nothing left', () => {
    const callers = new CallerLimits({ atATime: 1, costAMinute: 600, secondsAMinute: 60 });
    callers.chargeReading(officer('one'), 500);
    expect(refusalOf(() => callers.chargeReading(officer('one'), 200))?.code).toBe('TOO_MANY_REQUESTS');
    expect(refusalOf(() => callers.begin(officer('one')))?.code).toBe('TOO_MANY_REQUESTS');
    expect(refusalOf(() => callers.chargeReading(officer('two'), 500))).toBeUndefined();
  });

  test('has that of work in it that was in vain, as far as something is left', () => {
    const callers = new CallerLimits({ atATime: 1, costAMinute: 600, secondsAMinute: 60 });
    callers.takeWhatIsLeft(officer('one'), 400);
    expect(refusalOf(() => callers.charge(officer('one'), 100))).toBeUndefined();
    callers.takeWhatIsLeft(officer('one'), 3_000);
    expect(refusalOf(() => callers.charge(officer('one'), 100))?.code).toBe('TOO_MANY_REQUESTS');
  });

  test('is never too little for one operation', () => {
    const callers = new CallerLimits({ atATime: 1, costAMinute: 600, secondsAMinute: 60 });
    expect(refusalOf(() => callers.charge(officer('one'), 10_000))).toBeUndefined();
    expect(refusalOf(() => callers.charge(officer('one'), 1))?.code).toBe('TOO_MANY_REQUESTS');
  });
});

describe('the time of the event loop for one caller', () => {
  test('may be in debt, and nothing more is begun until it is paid', () => {
    const callers = new CallerLimits({ atATime: 5, costAMinute: 6_000, secondsAMinute: 15 });
    const spend = callers.spendOf(officer('one'));
    spend(4_900);
    expect(refusalOf(() => callers.begin(officer('one')))).toBeUndefined();
    spend(1_100);
    // A second is missing, and a quarter of one is added in each.
    expect(refusalOf(() => callers.begin(officer('one')))).toEqual({
      code: 'TOO_MANY_REQUESTS',
      status: 429,
      retryAfter: 4,
    });
    expect(refusalOf(() => callers.begin(officer('two')))).toBeUndefined();
  });
});

test('a request takes the time of its caller from when they are known', async () => {
  const callers = new CallerLimits({ atATime: 5, costAMinute: 6_000, secondsAMinute: 15 });
  const caller = { viewer: officer('one'), token: 'token', tokenHash: 'hash' };
  const asked = gatewayContextOf({ caller });
  const { context } = limitCallers(async () => asked, callers);
  await context({} as FastifyRequest);
  expect(asked.spend).toBe(callers.spendOf(officer('one')));
});
