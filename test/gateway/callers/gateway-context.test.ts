import type { FastifyRequest } from 'fastify';
import { CallerLimits } from '../../../gateway/callers/caller-limits.ts';
import { gatewayContext, isWorthParsing } from '../../../gateway/callers/gateway-context.ts';
import type { CallerVerifier } from '../../../identity/caller-token.ts';
import { reasonHeader } from '../../../terms/reason.ts';

const viewer = { subject: 'officer-1', agency: 'BELARUS', roles: [], cases: [] } as const;

/** The headers that are read of a request, in their order. */
function readOf(verify: CallerVerifier) {
  const read: string[] = [];
  const given: Record<string, string> = {
    authorization: 'Bearer aaaa.bbbb.cccc',
    'concord-purpose': 'PREVENTION',
    'concord-legal-basis': 'NATIONAL_LAW',
    [reasonHeader]: 'Check of report 17',
  };
  const headers = new Proxy(given, {
    get(of, name: string) {
      read.push(name);
      return of[name];
    },
  });
  const context = gatewayContext(verify, { strangersMayReadSchema: false });
  return { read, answer: context({ headers, id: 'request-1' } as unknown as FastifyRequest) };
}

describe('the mandate and the reason of a request', () => {
  test('are not looked at before its token is known to be good: a stranger’s cost nothing', async () => {
    const { read, answer } = readOf(async () => ({ refused: 'no' }));
    await expect(answer).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    expect(read).toContain('authorization');
    expect(read.filter((name) => name.startsWith('concord-'))).toEqual([]);
  });

  test('are read of a known officer', async () => {
    const { read, answer } = readOf(async () => ({ viewer, tokenHash: 'hash', expiresAt: 0 }));
    expect(await answer).toMatchObject({
      mandate: { mandate: { purpose: 'PREVENTION' }, reason: 'Check of report 17' },
    });
    expect(read).toContain(reasonHeader);
  });
});

describe('a large body is parsed', () => {
  const known: CallerVerifier = async () => ({ viewer, tokenHash: 'hash', expiresAt: 0 });
  const unknown: CallerVerifier = async () => ({ refused: 'no' });
  const token = 'Bearer aaaa.bbbb.cccc';
  test.each([
    ['of an officer', '/graphql', known, token, false, true],
    ['of an officer in the page', '/playground/graphql', known, token, false, true],
    ['not of whoever has no good token', '/graphql', unknown, token, false, false],
    ['nor of such a one in the page', '/playground/graphql', unknown, token, false, false],
    ['nor of a stranger', '/graphql', known, undefined, false, false],
    ['of a stranger where strangers may read the schema', '/graphql', unknown, undefined, true, true],
    ['where it is no operation', '/playground/session', unknown, undefined, false, true],
  ])('%s', async (_who, url, verify, authorization, strangersMayReadSchema, isParsed) => {
    const routeOptions = { url } as FastifyRequest['routeOptions'];
    const request = { routeOptions, headers: { ...(authorization && { authorization }) } } as FastifyRequest;
    const limits = new CallerLimits({ atATime: 2, costAMinute: 1_000, secondsAMinute: 15 });
    expect(await isWorthParsing({ verifyCaller: verify, strangersMayReadSchema, limits })(request)).toBe(
      isParsed,
    );
  });

  test('at the cost of its officer, and no more once they have nothing left', async () => {
    const limits = new CallerLimits({ atATime: 2, costAMinute: 1_000, secondsAMinute: 15 });
    const isWorth = isWorthParsing({ verifyCaller: known, strangersMayReadSchema: false, limits });
    const asked = () =>
      ({ routeOptions: { url: '/graphql' }, headers: { authorization: token } }) as FastifyRequest;
    const request = asked();
    expect(await isWorth(request)).toBe(true);
    expect(request.spend).toBe(limits.spendOf(viewer));
    request.spend?.(6_000);
    expect(await isWorth(asked())).toBe(false);
  });
});
