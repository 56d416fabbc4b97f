import type { RequestListener } from 'node:http';
import { pino } from 'pino';
import { createCallerVerifier } from '../../identity/caller-token.ts';
import { type IssuerKeys, issuerKeys } from '../../identity/issuer-keys.ts';
import { keyTimings } from '../../identity/remote-keys.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { claimsOf, issuerOf, signedBy } from '../support/caller-tokens.ts';
import { until } from '../support/end-to-end/until.ts';
import { ed25519, keySetOf } from '../support/key-pairs.ts';
import { loopbackServer } from '../support/loopback-server.ts';
import { stopClock } from '../support/stopped-clock.ts';

const key = ed25519('belarus-1');
const nextKey = ed25519('belarus-2');
const hour = 60 * 60_000;
const missing = ['keys of the identity provider of BELARUS'];
/** In the background at once, but for the clock, which stands. */
const quick = { ...keyTimings, refreshEvery: 10, retryEvery: 10 };

/** A provider that can be taken away, and what a process has of it. */
async function provider({ isUp = true, timings = keyTimings } = {}) {
  const state = { isUp, keys: keySetOf(key), asked: 0 };
  const answer: RequestListener = (request, response) => {
    state.asked += 1;
    if (state.isUp) response.end(state.keys);
    else request.socket.destroy();
  };
  const server = await loopbackServer(answer);
  const issuers = [{ agency: 'BELARUS' as const, issuer: issuerOf('BELARUS'), jwks: server.url }];
  const registry = createRegistry();
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const keys = issuerKeys(issuers, { timings, told: { registry, log } });
  const verify = createCallerVerifier(issuers, { allowDevelopmentKeys: false, keys });
  let tokens = 0;
  return {
    state,
    keys,
    lines,
    /** Each token is another one, as a verified one is believed for a while; it was issued now. */
    ask: async (signedWith = key) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = { ...claimsOf('BELARUS'), sub: `officer-${tokens++}`, iat: now, exp: now + 8 * 3_600 };
      return Object.keys(await verify(await signedBy(signedWith, claims)))[0];
    },
    failures: async () =>
      Number(/jwks_failures_total\{issuer="BELARUS"\} (\d+)/.exec(await registry.metrics())?.[1]),
  };
}

const running = async (keys: IssuerKeys, body: () => Promise<void>) => {
  keys.start();
  try {
    await body();
  } finally {
    keys.stop();
  }
};

describe('while an identity provider is away', () => {
  test('its keys stay good, far longer than they are kept unasked, and for a day at most', async () => {
    const advance = stopClock();
    const { state, ask, keys } = await provider();
    expect(await ask()).toBe('viewer');
    state.isUp = false;
    advance(23 * hour);
    expect([await ask(), keys.missing()]).toEqual(['viewer', []]);
    advance(hour);
    expect([await ask(), keys.missing()]).toEqual(['unavailable', missing]);
    state.isUp = true;
    expect([await ask(), keys.missing()]).toEqual(['viewer', []]);
  });

  test('a token of an unknown key is neither accepted nor refused, and has it asked once in ten seconds', async () => {
    const advance = stopClock();
    const { state, ask } = await provider();
    await ask();
    state.isUp = false;
    advance(hour);
    const before = state.asked;
    expect([await ask(nextKey), await ask(nextKey), await ask(nextKey)]).toEqual(
      Array(3).fill('unavailable'),
    );
    expect(state.asked - before).toBe(1);
    expect(await ask()).toBe('viewer');
    advance(10_000);
    state.isUp = true;
    state.keys = keySetOf(key, nextKey);
    expect(await ask(nextKey)).toBe('viewer');
    expect(state.asked - before).toBe(2);
  });

  test('each failure is counted, and its outage and its end are logged once, without its address', async () => {
    const { state, keys, lines, failures } = await provider({ timings: quick, isUp: false });
    expect(await failures()).toBe(0);
    await running(keys, async () => {
      await until(async () => (await failures()) >= 3, 10_000);
      state.isUp = true;
      await until(() => keys.missing().length === 0, 10_000);
    });
    expect(lines).toMatchObject([
      { issuer: 'BELARUS', reason: expect.any(String), msg: 'identity provider gives no keys' },
      { issuer: 'BELARUS', msg: 'identity provider gives keys again' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('127.0.0.1');
  });
});

describe('a provider that answers with an empty set of keys', () => {
  test('keeps none of its officers out: the keys that it gave before stay, and an operator is told', async () => {
    const advance = stopClock();
    const { state, ask, keys } = await provider();
    expect(await ask()).toBe('viewer');
    expect(keys.warnings()).toEqual([]);
    state.keys = '{"keys":[]}';
    advance(11_000);
    expect(await ask(nextKey)).toBe('unavailable');
    expect([await ask(), keys.missing()]).toEqual(['viewer', []]);
    expect(keys.warnings()).toEqual([
      'the identity provider of BELARUS gives no keys (an empty set of keys); those that it gave before are used',
    ]);
    state.keys = keySetOf(key, nextKey);
    advance(11_000);
    expect(await ask(nextKey)).toBe('viewer');
    expect(keys.warnings()).toEqual([]);
  });

  test('has none from the start: its keys are missing', async () => {
    const { state, ask, keys } = await provider();
    state.keys = '{"keys":[]}';
    expect(await ask()).toBe('unavailable');
    expect(keys.missing()).toEqual(missing);
  });
});

describe('in the background', () => {
  test('keys are fetched before anybody asks; a process that never got any lacks them, by the provider’s name', async () => {
    const { state, keys } = await provider({ timings: quick, isUp: false });
    await running(keys, async () => {
      await until(() => state.asked >= 2, 10_000);
      expect(keys.missing()).toEqual(missing);
      state.isUp = true;
      await until(() => keys.missing().length === 0, 10_000);
    });
  });

  test('a withdrawn key goes with the next fetch, without any token of a new one', async () => {
    const { state, keys, ask } = await provider({ timings: quick });
    await running(keys, async () => {
      await until(() => keys.missing().length === 0, 10_000);
      expect(await ask()).toBe('viewer');
      state.keys = keySetOf(nextKey);
      const before = state.asked;
      await until(() => state.asked >= before + 2, 10_000);
      expect(await ask()).toBe('refused');
    });
  });

  test('nothing is fetched any more once it is stopped', async () => {
    const { state, keys } = await provider({ timings: quick });
    await running(keys, () => until(() => state.asked >= 2, 10_000));
    const before = state.asked;
    // Time for ten rounds; one that was under way may still end.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(state.asked - before).toBeLessThanOrEqual(1);
  });
});
