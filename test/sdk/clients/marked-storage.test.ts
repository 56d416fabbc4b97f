import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import {
  type CacheStorage,
  type ConcordUrql,
  concordUrql,
  keys,
  possibleTypes,
} from '../../../sdk/src/clients/urql.ts';
import { until } from '../../support/end-to-end/until.ts';
import { documentOf } from '../support/documents.ts';
import { gatewayAnswering, type StandInGateway } from '../support/gateway.ts';

const detection = { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT' } as const;
const prevention = { ...detection, purpose: 'PREVENTION' } as const;
const receipt = {
  coordinate: 'RussiaDossier.contacts',
  class: 'CONTACT',
  owner: 'RUSSIA',
  reason: 'NOT_RELEASED',
  records: ['RU-1'],
  remedy: 'Ask.',
};
const answer = {
  data: {
    suspect: {
      __typename: 'Suspect',
      id: 'S-RU-1',
      russia: { __typename: 'RussiaDossier', id: 'RU-1', contacts: null },
    },
  },
  extensions: { redactions: [receipt] },
};

let query: Awaited<ReturnType<typeof documentOf<'query'>>>;
beforeAll(async () => {
  query = await documentOf('query A { suspect(id: "RU-1") { id russia { contacts { value } } } }', 'query');
});

let gateway: StandInGateway;
afterEach(() => gateway.stop());

/** A storage as a browser has, whose entries stay when the page is closed; with methods of a class, which need their own `this`. */
class Saved implements CacheStorage {
  readonly entries = new Map<string, string>();
  isRead = false;
  readonly #actions: unknown[] = ['an action that waits'];
  async readData() {
    return Object.fromEntries(this.entries);
  }
  async writeData(changed: Record<string, string | undefined>) {
    for (const [key, value] of Object.entries(changed))
      if (value === undefined) this.entries.delete(key);
      else this.entries.set(key, value);
  }
  async readMetadata() {
    return this.#actions;
  }
  onOnline() {
    return this.#actions.length;
  }
  onCacheHydrated() {
    this.isRead = true;
  }
}

function clientAt(storage: (concord: ConcordUrql) => CacheStorage, mandate: object = detection) {
  const concord = concordUrql({ token: 'token-1', mandate: mandate as typeof detection });
  const cache = cacheExchange({ keys, possibleTypes, storage: storage(concord) as never });
  const client = new Client({
    url: String(gateway.url),
    exchanges: [cache, concord.exchange, fetchExchange],
  });
  return { concord, client };
}

/** A page that asks, and is closed once its cache is saved. */
async function asked(saved: Saved) {
  gateway = await gatewayAnswering(answer);
  const { client } = clientAt((concord) => concord.storage(saved));
  await client.query(query, {}).toPromise();
  await until(async () => saved.entries.size > 1, 5_000);
}

describe('a saved cache of urql', () => {
  test('is read again with its receipts, and asks nobody', async () => {
    const saved = new Saved();
    await asked(saved);
    saved.isRead = false;
    const { client, concord } = clientAt((one) => one.storage(saved));
    // Before that, graphcache asks the network.
    await until(async () => saved.isRead, 5_000);
    const { data, error } = await client.query(query, {}).toPromise();
    const told = concord.tell(query, data as never, error).data as { suspect: { russia: { value: object } } };
    expect(told.suspect.russia.value).toMatchObject({
      contacts: { state: 'withheld', reason: 'NOT_RELEASED' },
    });
    expect(gateway.reached).toHaveLength(1);
  });

  test('is cleared and asked anew under another mandate', async () => {
    const saved = new Saved();
    await asked(saved);
    const stored: Saved[] = [];
    saved.isRead = false;
    const { client } = clientAt((one) => {
      const storage = one.storage(saved);
      stored.push(storage);
      return storage;
    }, prevention);
    await until(async () => saved.isRead, 5_000);
    expect(await stored[0]?.readMetadata()).toBeNull();
    await client.query(query, {}).toPromise();
    expect(gateway.reached).toHaveLength(2);
  });

  test.each([
    ['without a mark', undefined],
    ['with a mark that is none', '{'],
  ])('%s is cleared too', async (_what, mark) => {
    gateway = await gatewayAnswering(answer);
    const saved = new Saved();
    await saved.writeData({ 'Suspect:S-RU-1.id': '1"S-RU-1"', concord: mark });
    const { concord } = clientAt(() => new Saved());
    expect(await concord.storage(saved).readData()).toEqual({});
    expect(saved.entries.size).toBe(0);
  });

  test('keeps the other methods of its storage', async () => {
    gateway = await gatewayAnswering(answer);
    const saved = new Saved();
    const { concord } = clientAt(() => new Saved());
    expect(concord.storage(saved).onOnline()).toBe(1);
    await asked(saved);
    const own = clientAt(() => new Saved()).concord.storage(saved);
    await own.readData();
    expect(await own.readMetadata()).toEqual(['an action that waits']);
  });
});
