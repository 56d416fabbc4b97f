import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { createAttestationVerifier } from '../../../identity/attestation.ts';
import { bearerToken, hashOfToken } from '../../../identity/caller-token.ts';
import { createFetchVerifier } from '../../../identity/fetch-token.ts';
import { gatewayContextOf, gatewayFetch } from '../../support/gateway-fetches.ts';
import { bodyOf } from '../../support/loopback-server.ts';
import {
  attestationKeys,
  gatewayKeys,
  russia,
  russiaAnswer,
  russiaQuery,
} from '../../support/russia-behind-gateway.ts';

/** What the gateway has signed; unsigned, a key could be changed on the way. */
const claimsOf = (headers: IncomingHttpHeaders) =>
  JSON.parse(Buffer.from(String(headers['concord-identity']).split('.')[1] ?? '', 'base64url').toString());

describe('a fetch', () => {
  const seen: {
    method: string | undefined;
    url: string | undefined;
    headers: IncomingHttpHeaders;
    body: Buffer;
  }[] = [];
  const recording: RequestListener = async (request, response) => {
    const { method, url, headers } = request;
    seen.push({ method, url, headers, body: await bodyOf(request) });
    response.end(JSON.stringify(russiaAnswer));
  };
  const last = () => {
    const found = seen.at(-1);
    if (!found) throw new Error('nothing was sent');
    return found;
  };

  test('brings the answer, without a list of no errors, and is counted as answered', async () => {
    const { source, outcomes } = await russia(recording);
    expect(await source.process(gatewayFetch(russiaQuery))).toEqual({
      ...russiaAnswer,
      extensions: {},
    });
    expect(await outcomes()).toEqual([{ agency: 'RUSSIA', outcome: 'answered' }]);
  });

  const russian = { subject: 'russia-officer-1', agency: 'RUSSIA', roles: ['ANALYST'], cases: [] } as const;

  test('carries home the caller’s own token, and the request’s id', async () => {
    const { source } = await russia(recording);
    const caller = {
      viewer: russian,
      token: 'the.callers.token',
      tokenHash: hashOfToken('the.callers.token'),
    };
    await source.process(gatewayFetch(russiaQuery, { representations: [] }, gatewayContextOf({ caller })));
    expect(last()).toMatchObject({
      method: 'POST',
      url: '/graphql',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer the.callers.token',
        'x-request-id': 'request-0001',
      },
    });
    expect(JSON.parse(last().body.toString())).toEqual({
      query: russiaQuery,
      variables: { representations: [] },
    });
  });

  test('carries abroad what the caller’s own agency attests, and nothing of their own token', async () => {
    const { source } = await russia(recording);
    await source.process(gatewayFetch(russiaQuery));
    const { headers, body } = last();
    const presented = bearerToken(headers.authorization) ?? '';
    expect(createAttestationVerifier(attestationKeys, 'RUSSIA')(presented)).toMatchObject({
      viewer: {
        subject: 'belarus-officer-1',
        agency: 'BELARUS',
        roles: ['INVESTIGATOR'],
        cases: ['BY-2026-000001'],
      },
      mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
    });
    expect(JSON.stringify([headers, body.toString()])).not.toContain('the.callers.token');
    expect(JSON.stringify(claimsOf(headers))).not.toContain(hashOfToken('the.callers.token'));
  });

  test('carries a fetch token for this agency, this body, what is presented and this mandate', async () => {
    const { source } = await russia(recording);
    const context = gatewayContextOf();
    await source.process(gatewayFetch(russiaQuery, { name: 'Іваноў' }, context));
    const { headers, body } = last();
    const token = String(headers['concord-identity']);
    const presented = { body, callerHash: hashOfToken(bearerToken(headers.authorization) ?? '') };
    expect(createFetchVerifier(gatewayKeys, 'RUSSIA')(token, presented)).toMatchObject({
      claims: {
        mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' },
        request: context.requestKey,
      },
    });
    expect(createFetchVerifier(gatewayKeys, 'BELARUS')(token, presented)).toHaveProperty('refused');
  });

  test('carries the idempotency key where it changes something, and none where it reads on, or is given none', async () => {
    const { source } = await russia(recording);
    const mutation = 'mutation { russia { recordDossier { __typename } } }';
    const keyed = (query: string) => gatewayFetch(query, {}, gatewayContextOf({ idempotencyKey: 'once-1' }));
    await source.process(keyed(mutation));
    expect(claimsOf(last().headers)).toHaveProperty('idempotencyKey', 'once-1');
    await source.process(keyed(russiaQuery));
    expect(claimsOf(last().headers)).not.toHaveProperty('idempotencyKey');
    await source.process(gatewayFetch(russiaQuery));
    expect(claimsOf(last().headers)).not.toHaveProperty('idempotencyKey');
  });

  const givenReason = () => {
    const { mandate } = gatewayContextOf();
    if ('problem' in mandate) throw new Error('no mandate');
    return { mandate: { ...mandate, reason: 'Complaint of a neighbour' } };
  };

  test('carries home the reason that the officer has given', async () => {
    const { source } = await russia(recording);
    const token = 'the.callers.token';
    const caller = { viewer: russian, token, tokenHash: hashOfToken(token) };
    await source.process(gatewayFetch(russiaQuery, {}, gatewayContextOf({ caller, ...givenReason() })));
    expect(claimsOf(last().headers)).toHaveProperty('reason', 'Complaint of a neighbour');
  });

  test('carries no reason abroad', async () => {
    const { source } = await russia(recording);
    await source.process(gatewayFetch(russiaQuery, {}, gatewayContextOf(givenReason())));
    expect(claimsOf(last().headers)).not.toHaveProperty('reason');
  });

  test('carries abroad a name of the request that is random, and no other one of the caller’s', async () => {
    const { source } = await russia(recording);
    const nameAbroad = async (requestId: string) => {
      const context = gatewayContextOf({ requestId });
      await source.process(gatewayFetch(russiaQuery, {}, context));
      return [last().headers['x-request-id'], context.requestKey];
    };
    const random = '0f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9';
    expect(await nameAbroad(random)).toEqual([random, expect.any(String)]);
    const [name, requestKey] = await nameAbroad('check-on-my-neighbour');
    expect(name).toBe(requestKey);
  });

  test('is not made without a caller, or without a mandate', async () => {
    const { source } = await russia(recording);
    const before = seen.length;
    const stranger = gatewayFetch(russiaQuery, {}, gatewayContextOf({ caller: undefined }));
    const withoutMandate = gatewayFetch(
      russiaQuery,
      {},
      gatewayContextOf({ mandate: { problem: 'missing' } }),
    );
    await expect(source.process(stranger)).rejects.toThrow('without a caller');
    await expect(source.process(withoutMandate)).rejects.toThrow('without a caller');
    expect(seen).toHaveLength(before);
  });
});
