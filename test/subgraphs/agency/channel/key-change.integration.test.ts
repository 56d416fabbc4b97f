import { StoredLease } from '../../../../subgraphs/agency/storage/channel/stored-lease.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { belarusKey, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import type { FreshDatabase } from '../../../support/database.ts';
import { ed25519, type KeyPair } from '../../../support/key-pairs.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

const nextKey = ed25519('russia-2');
const ends: ChannelEnd[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end.stop();
});

async function start(own: Agency, options: Parameters<typeof channelEnd>[1]) {
  const end = await channelEnd(own, options);
  ends.push(end);
  return end;
}

/** Ends a process, and leaves its database to the one that starts after it. */
async function end(process: ChannelEnd): Promise<FreshDatabase> {
  ends.splice(ends.indexOf(process), 1);
  await process.stop({ keepsDatabase: true });
  return process.database;
}

/**
 * Belarus has sent a message, Russia has stored it, and Belarus ends before it has noted the receipt. Then both start again:
 * Russia signs with one key, and another set of its keys is pinned at Belarus.
 */
async function askedAgain(signing: KeyPair, ...pinned: KeyPair[]) {
  const never = new Promise<never>(() => undefined);
  let isLost = false;
  const before = await start('BELARUS', {
    key: belarusKey,
    peerKeys: keysOf('RUSSIA', russiaKey),
    decorate: ({ inbox, outbox }) => ({
      inbox,
      outbox: {
        ...outbox,
        acknowledge() {
          isLost = true;
          return never;
        },
      },
    }),
  });
  const recipient = await start('RUSSIA', { key: russiaKey, peerKeys: keysOf('BELARUS', belarusKey) });
  before.connect('RUSSIA', recipient.url, new StoredLease(before.connection, 'belarus:1'));
  before.waiting.add(messageTo('RUSSIA', { n: 1 }));
  before.wake();
  await eventually(() => isLost && recipient.counted.length === 1);

  const database = await endAbruptly(before);
  const russia = await start('RUSSIA', {
    key: signing,
    peerKeys: keysOf('BELARUS', belarusKey),
    database: await end(recipient),
  });
  const belarus = await start('BELARUS', {
    key: belarusKey,
    peerKeys: keysOf('RUSSIA', ...pinned),
    database,
  });
  const kept = await russia.models.inbox.findOne({ number: 1 }).lean();
  belarus.connect('RUSSIA', russia.url, new StoredLease(belarus.connection, 'belarus:1'));
  await eventually(async () => (await belarus.models.outbox.countDocuments({ open: null })) === 1);
  const sent = await belarus.models.outbox.findOne({ number: 1 }).lean();
  return { russia, kept: kept?.receipt ?? '', acknowledged: sent?.receipt ?? '' };
}

/** A process that hangs never stops in order. */
async function endAbruptly(process: ChannelEnd): Promise<FreshDatabase> {
  ends.splice(ends.indexOf(process), 1);
  await process.kill();
  return process.database;
}

const contentOf = (receipt: string) => {
  const jws = JSON.parse(receipt) as { protected: string; payload: string };
  const [header, payload] = [jws.protected, jws.payload].map((part) =>
    JSON.parse(Buffer.from(part, 'base64url').toString()),
  );
  return { kid: header.kid, payload };
};

describe('a message whose acknowledgement was lost', () => {
  test('is acknowledged under the key of today, where the one of its receipt was dropped from the set', async () => {
    const { russia, kept, acknowledged } = await askedAgain(nextKey, nextKey);
    expect(contentOf(kept).kid).toBe('russia-1');
    expect(contentOf(acknowledged).kid).toBe('russia-2');
    expect(contentOf(acknowledged).payload).toEqual(contentOf(kept).payload);
    expect(russia.counted).toEqual([]);
    // What Russia has signed first stays its evidence.
    expect((await russia.models.inbox.findOne({ number: 1 }).lean())?.receipt).toBe(kept);
  });

  test('is acknowledged with the very receipt that was lost, where its key is still in use', async () => {
    const { russia, kept, acknowledged } = await askedAgain(russiaKey, russiaKey);
    expect(acknowledged).toBe(kept);
    expect(russia.counted).toEqual([]);
  });

  test('is acknowledged while both keys are pinned', async () => {
    const { acknowledged } = await askedAgain(nextKey, russiaKey, nextKey);
    expect(contentOf(acknowledged).kid).toBe('russia-2');
  });
});
