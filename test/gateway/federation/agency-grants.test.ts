import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { AgencyGrants } from '../../../gateway/federation/agency-grants.ts';
import { agreementKeyOf, publicHalfOf } from '../../../identity/agreed-key.ts';
import { bearerToken, hashOfToken } from '../../../identity/caller-token.ts';
import { createGrantVerifier, type GrantedSubject, isGranted } from '../../../identity/fetch-grant.ts';
import { createFetchVerifier } from '../../../identity/fetch-token.ts';
import { gatewayContextOf, gatewayFetch } from '../../support/gateway-fetches.ts';
import { bodyOf } from '../../support/loopback-server.ts';
import { gatewayKeys, russia, russiaAnswer, russiaQuery } from '../../support/russia-behind-gateway.ts';

const halfOf = (byte: number) => agreementKeyOf(Buffer.alloc(32, byte));

/** Russia's subgraph, reduced to what it accepts: it tells its key with what it is sent under a fetch token, as ours does. */
function accepting() {
  let own = halfOf(1);
  let isTold = true;
  let refusesAll = false;
  const seen: ('granted' | 'token' | 'granted, refused' | 'token, refused')[] = [];
  const isAccepted = (headers: IncomingHttpHeaders, body: Buffer): boolean => {
    const identity = String(headers['concord-identity']);
    const callerHash = hashOfToken(bearerToken(headers.authorization) ?? '');
    const verdict = isGranted(identity)
      ? createGrantVerifier(
          gatewayKeys,
          'RUSSIA',
          own,
        )(identity, { method: 'POST', path: '/graphql', body, callerHash })
      : createFetchVerifier(gatewayKeys, 'RUSSIA')(identity, { body, callerHash });
    return !refusesAll && 'claims' in verdict;
  };
  const answer: RequestListener = async (request, response) => {
    const body = await bodyOf(request);
    const { headers } = request;
    const kind = isGranted(String(headers['concord-identity'])) ? 'granted' : 'token';
    const accepted = isAccepted(headers, body);
    seen.push(accepted ? kind : `${kind}, refused`);
    if (isTold && kind === 'token') response.setHeader('concord-grant-key', publicHalfOf(own));
    response.statusCode = accepted ? 200 : 401;
    const error = { message: 'The fetch token is refused.', extensions: { code: 'IDENTITY_REFUSED' } };
    response.end(JSON.stringify(accepted ? russiaAnswer : { errors: [error] }));
  };
  return {
    answer,
    seen,
    restart: () => {
      own = halfOf(2);
    },
    tellNothing: () => {
      isTold = false;
    },
    refuseAll: () => {
      refusesAll = true;
    },
  };
}

describe('an agency', () => {
  const answered = { ...russiaAnswer, extensions: {} };

  test('is sent a fetch token first, and all reading after that under a grant', async () => {
    const { answer, seen } = accepting();
    const { source } = await russia(answer);
    for (const _time of [1, 2, 3]) expect(await source.process(gatewayFetch(russiaQuery))).toEqual(answered);
    expect(seen).toEqual(['token', 'granted', 'granted']);
  });

  test('that tells no key is sent fetch tokens alone', async () => {
    const { answer, seen, tellNothing } = accepting();
    tellNothing();
    const { source } = await russia(answer);
    for (const _time of [1, 2]) await source.process(gatewayFetch(russiaQuery));
    expect(seen).toEqual(['token', 'token']);
  });

  test('that starts with another key answers all the same: one fetch goes a second way, and none after it', async () => {
    const { answer, seen, restart } = accepting();
    const { source, outcomes } = await russia(answer);
    for (const _time of [1, 2]) await source.process(gatewayFetch(russiaQuery));
    restart();
    for (const _time of [1, 2]) expect(await source.process(gatewayFetch(russiaQuery))).toEqual(answered);
    expect(seen).toEqual(['token', 'granted', 'granted, refused', 'token', 'token']);
    expect(await outcomes()).toEqual([{ agency: 'RUSSIA', outcome: 'answered' }]);
  });

  test('that refuses the gateway whatever it sends is asked twice at most, and then once', async () => {
    const { answer, seen, refuseAll } = accepting();
    const { source } = await russia(answer);
    for (const _time of [1, 2]) await source.process(gatewayFetch(russiaQuery));
    refuseAll();
    for (const _time of [1, 2])
      expect(await source.process(gatewayFetch(russiaQuery))).toHaveProperty('errors');
    expect(seen.slice(2)).toEqual(['granted, refused', 'token, refused', 'token, refused']);
  });

  test.each([
    ['changes something', 'mutation { russia { recallRelease } }', {}],
    ['comes with an idempotency key', russiaQuery, { idempotencyKey: 'once-0001' }],
  ])('is sent a fetch token with what %s', async (_what, query, changed) => {
    const { answer, seen } = accepting();
    const { source } = await russia(answer);
    for (const _time of [1, 2]) await source.process(gatewayFetch(russiaQuery));
    await source.process(gatewayFetch(query, {}, gatewayContextOf(changed)));
    expect(seen).toEqual(['token', 'granted', 'token']);
  });
});

describe('a refusal', () => {
  const subject: GrantedSubject = {
    audience: 'RUSSIA',
    method: 'POST',
    path: '/graphql',
    body: '{}',
    callerHash: 'hash',
    mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
    requestKey: 'key',
  };

  test('has an agency rest for ten seconds, whatever it tells meanwhile', () => {
    let now = 0;
    const grants = new AgencyGrants(
      (_subject, half) => `under ${half}`,
      () => now,
    );
    expect(grants.identify(subject)).toBeUndefined();
    grants.learn('one');
    expect(grants.identify(subject)).toBe('under one');
    grants.refused();
    grants.learn('two');
    expect(grants.identify(subject)).toBeUndefined();
    now = 10_000;
    expect(grants.identify(subject)).toBeUndefined();
    grants.learn(undefined);
    grants.learn(['two', 'three']);
    expect(grants.identify(subject)).toBeUndefined();
    grants.learn('two');
    expect(grants.identify(subject)).toBe('under two');
  });
});
