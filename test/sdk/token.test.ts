import { VisibilityDocument } from '../../sdk/src/generated/operations.ts';
import type { Token } from '../../sdk/src/index.ts';
import { answer, clientOf, gatewayThat, problemOf, refusal } from './support/gateway.ts';

const whole = { data: { visibility: null } };
const variables = { document: '{ __typename }' };

/** A gateway for which one token alone is good. */
const gatewayFor = (good: string) =>
  gatewayThat(({ headers }, response) => {
    if (headers.authorization === `Bearer ${good}`) answer(response, whole);
    else answer(response, refusal('UNAUTHENTICATED'), 401);
  });

/** Gives these tokens, one for each time that it is asked, and counts. */
function tokens(...given: string[]) {
  const asked = { times: 0 };
  const token: Token = async () => {
    asked.times += 1;
    return given[Math.min(asked.times, given.length) - 1] ?? '';
  };
  return { asked, token };
}

test('a token is asked for once, and kept', async () => {
  const { url, reached } = await gatewayFor('good');
  const { asked, token } = tokens('good');
  const concord = clientOf(url, { token });
  await concord.query(VisibilityDocument, variables);
  await concord.query(VisibilityDocument, variables);
  expect(reached).toHaveLength(2);
  expect(asked.times).toBe(1);
});

test('the end of a line after a token is not part of it', async () => {
  const { url } = await gatewayFor('good');
  await clientOf(url, { token: 'good\n' }).query(VisibilityDocument, variables);
});

describe('a token that the gateway refuses', () => {
  test('is replaced once, and the query is asked again', async () => {
    const { url, reached } = await gatewayFor('good');
    const { asked, token } = tokens('expired', 'good');
    const { data } = await clientOf(url, { token }).query(VisibilityDocument, variables);
    expect(data).toEqual({ visibility: null });
    expect(reached.map(({ headers }) => headers.authorization)).toEqual(['Bearer expired', 'Bearer good']);
    expect(asked.times).toBe(2);
  });

  test('is replaced together by all requests that were refused', async () => {
    const { url } = await gatewayFor('good');
    const { asked, token } = tokens('expired', 'good');
    const concord = clientOf(url, { token });
    await Promise.all(Array.from({ length: 8 }, () => concord.query(VisibilityDocument, variables)));
    expect(asked.times).toBe(2);
  });

  test('is the caller’s matter when the new one is refused too', async () => {
    const { url, reached } = await gatewayFor('good');
    const { token } = tokens('expired', 'revoked');
    const concord = clientOf(url, { token });
    expect(await problemOf(concord.query(VisibilityDocument, variables))).toEqual({
      code: 'UNAUTHENTICATED',
    });
    expect(reached).toHaveLength(2);
  });

  test('is the caller’s matter when it was given as text', async () => {
    const { url, reached } = await gatewayFor('good');
    const concord = clientOf(url, { token: 'expired' });
    expect(await problemOf(concord.query(VisibilityDocument, variables))).toEqual({
      code: 'UNAUTHENTICATED',
    });
    expect(reached).toHaveLength(1);
  });

  test('is replaced too where a single agency has refused it', async () => {
    const error = {
      message: 'Expired.',
      path: ['visibility', 'russia'],
      extensions: { code: 'UNAUTHENTICATED' },
    };
    const { url } = await gatewayThat((_request, response, number) =>
      answer(response, number === 0 ? { data: { visibility: { russia: null } }, errors: [error] } : whole),
    );
    const { token } = tokens('expired', 'good');
    expect((await clientOf(url, { token }).query(VisibilityDocument, variables)).errors).toEqual([]);
  });
});

describe('whether a token has expired', () => {
  const claims = (exp: number) => `h.${Buffer.from(JSON.stringify({ exp })).toString('base64url')}.s`;

  test('is no matter of this machine’s clock: one that looks expired is sent', async () => {
    const token = claims(0);
    const { url } = await gatewayFor(token);
    await clientOf(url, { token: async () => token }).query(VisibilityDocument, variables);
  });

  test('is the gateway’s: one that looks good for years is replaced when it is refused', async () => {
    const { url } = await gatewayFor('good');
    const { token } = tokens(claims(4_102_444_800), 'good');
    await clientOf(url, { token }).query(VisibilityDocument, variables);
  });
});

describe('a token function', () => {
  test('that throws is told with its cause, and asked again by the next call', async () => {
    const { url, reached } = await gatewayFor('good');
    const cause = new Error('the identity provider is down');
    let isDown = true;
    const token = () => {
      if (isDown) throw cause;
      return 'good';
    };
    const concord = clientOf(url, { token });
    const failed = concord.query(VisibilityDocument, variables);
    await expect(failed).rejects.toMatchObject({ problem: { code: 'TOKEN_FAILED' }, cause });
    expect(reached).toEqual([]);
    isDown = false;
    await concord.query(VisibilityDocument, variables);
  });

  test.each([undefined, '', 7])('that gives %j is told', async (nothing) => {
    const { url } = await gatewayFor('good');
    const concord = clientOf(url, { token: (async () => nothing) as unknown as Token });
    expect(await problemOf(concord.query(VisibilityDocument, variables))).toEqual({ code: 'TOKEN_FAILED' });
  });

  test('that hangs ends with the deadline, and is asked again by the next call', async () => {
    const { url } = await gatewayFor('good');
    let isHanging = true;
    const token = () => (isHanging ? new Promise<string>(() => undefined) : 'good');
    const concord = clientOf(url, { token, deadline: 50 });
    const failed = concord.query(VisibilityDocument, variables);
    expect(await problemOf(failed)).toEqual({ code: 'DEADLINE_EXCEEDED' });
    isHanging = false;
    await concord.query(VisibilityDocument, variables, { deadline: 10_000 });
  });

  test.each(['sec\nret', 'секрет'])(
    'that gives what no header can carry, %j, is told, and asked again',
    async (bad) => {
      const { url, reached } = await gatewayFor('good');
      const { asked, token } = tokens(bad, 'good');
      const concord = clientOf(url, { token });
      await expect(concord.query(VisibilityDocument, variables)).rejects.toMatchObject({
        problem: { code: 'TOKEN_FAILED' },
        message: expect.not.stringMatching(/sec|сек/),
      });
      expect(reached).toEqual([]);
      await concord.query(VisibilityDocument, variables);
      expect(asked.times).toBe(2);
    },
  );
});

describe('a token that many calls wait for', () => {
  const slow = () => {
    const asked = { times: 0 };
    const token = async () => {
      asked.times += 1;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return 'good';
    };
    return { asked, token };
  };

  test('is not given up because one of them is', async () => {
    const { url } = await gatewayFor('good');
    const { asked, token } = slow();
    const concord = clientOf(url, { token });
    const controller = new AbortController();
    const left = problemOf(concord.query(VisibilityDocument, variables, { signal: controller.signal }));
    const stays = concord.query(VisibilityDocument, variables);
    setTimeout(() => controller.abort(), 20);
    expect(await left).toEqual({ code: 'ABORTED' });
    await Promise.all([stays, concord.query(VisibilityDocument, variables)]);
    expect(asked.times).toBe(1);
  });

  test('is given up with the last of them', async () => {
    const { url } = await gatewayFor('good');
    const { asked, token } = slow();
    const concord = clientOf(url, { token });
    const controller = new AbortController();
    const { signal } = controller;
    const both = [1, 2].map(() => problemOf(concord.query(VisibilityDocument, variables, { signal })));
    setTimeout(() => controller.abort(), 20);
    expect(await Promise.all(both)).toEqual([{ code: 'ABORTED' }, { code: 'ABORTED' }]);
    await concord.query(VisibilityDocument, variables);
    expect(asked.times).toBe(2);
  });
});
