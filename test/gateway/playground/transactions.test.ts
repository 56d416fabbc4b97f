import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import { createTransactionCookies } from '../../../gateway/playground/sign-in/create-transaction-cookies.ts';
import {
  createTransactions,
  longestSignIn,
  type Transaction,
} from '../../../gateway/playground/sign-in/transaction.ts';

const transaction = (state: string): Transaction => ({ agency: 'BELARUS', state, nonce: 'n', verifier: 'v' });

describe('a sign-in under way, sealed', () => {
  test('comes back as it was, and shows nothing of itself', async () => {
    const transactions = createTransactions();
    const sealed = await transactions.seal({ ...transaction('s'), verifier: 'the-verifier' });
    expect(await transactions.unseal(sealed)).toEqual({ ...transaction('s'), verifier: 'the-verifier' });
    const readable = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(readable.join()).not.toContain('the-verifier');
  });

  test.each(['', 'x', 'a.b.c.d.e'])('is not what somebody has made up: %j', async (made) => {
    expect(await createTransactions().unseal(made)).toBeUndefined();
  });

  test('is nothing to another gateway’s key', async () => {
    const sealed = await createTransactions().seal(transaction('s'));
    expect(await createTransactions().unseal(sealed)).toBeUndefined();
  });

  test('is good for ten minutes, and no longer', async () => {
    let now = new Date('2026-11-25T10:00:00Z');
    const transactions = createTransactions(undefined, () => now);
    const sealed = await transactions.seal(transaction('s'));
    now = new Date(now.getTime() + (longestSignIn - 1) * 1000);
    expect(await transactions.unseal(sealed)).toEqual(transaction('s'));
    now = new Date(now.getTime() + 1000);
    expect(await transactions.unseal(sealed)).toBeUndefined();
  });
});

describe('the cookies of a browser’s sign-ins', () => {
  let close: () => Promise<unknown> = async () => undefined;
  afterEach(() => close());

  /** A gateway that begins a sign-in at `/begin/:state`, and says at `/take/:state` which one it has found. */
  async function gateway() {
    const app = Fastify();
    close = () => app.close();
    const cookies = createTransactionCookies(createTransactions(), 'production');
    app.register(fastifyCookie);
    app.get<{ Params: { state: string } }>('/begin/:state', async (request, reply) => {
      await cookies.keep(request, reply, transaction(request.params.state));
      return {};
    });
    app.get<{ Params: { state: string } }>('/take/:state', async (request, reply) => ({
      found: (await cookies.take(request, reply, request.params.state))?.state ?? null,
    }));
    return app.listen({ port: 0, host: 'localhost' });
  }

  /** A browser of that gateway: it keeps cookies, and nothing else. */
  function browserOf(address: string) {
    const jar = new Map<string, string>();
    const ask = async (path: string): Promise<{ found: string | null }> => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(`${address}${path}`, { headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
        expect(set).toMatch(/; Path=\/; (Expires=[^;]+; )?HttpOnly; Secure; SameSite=Lax$/);
      }
      return (await answer.json()) as { found: string | null };
    };
    return {
      jar,
      begin: (state: string) => ask(`/begin/${state}`),
      take: async (state: string) => (await ask(`/take/${state}`)).found,
    };
  }

  test('are of its own: two tabs finish theirs each, once', async () => {
    const one = browserOf(await gateway());
    await one.begin('first');
    await one.begin('second');
    expect([...one.jar.keys()]).toEqual(['__Host-concord-sign-in-first', '__Host-concord-sign-in-second']);
    expect([await one.take('first'), await one.take('second')]).toEqual(['first', 'second']);
    expect([await one.take('first'), await one.take('second')]).toEqual([null, null]);
  });

  test('are nothing in another browser, nor for another state', async () => {
    const address = await gateway();
    const [one, other] = [browserOf(address), browserOf(address)];
    await one.begin('first');
    expect(await other.take('first')).toBeNull();
    expect(await one.take('second')).toBeNull();
    const sealed = one.jar.get('__Host-concord-sign-in-first') ?? '';
    one.jar.set('__Host-concord-sign-in-second', sealed);
    expect(await one.take('second')).toBeNull();
    expect(await one.take('first')).toBe('first');
  });

  test('are four at most: the oldest gives way', async () => {
    const one = browserOf(await gateway());
    for (const state of ['a', 'b', 'c', 'd', 'e']) await one.begin(state);
    expect([...one.jar.keys()].map((name) => name.at(-1))).toEqual(['b', 'c', 'd', 'e']);
  });

  test('of a thousand strangers take nothing from it', async () => {
    const address = await gateway();
    const one = browserOf(address);
    await one.begin('mine');
    for (let begun = 0; begun < 1_100; begun += 100) {
      const hundred = Array.from({ length: 100 }, (_, stranger) => `${address}/begin/${begun + stranger}`);
      await Promise.all(hundred.map((url) => fetch(url)));
    }
    expect(await one.take('mine')).toBe('mine');
  }, 60_000);
});
