import { connect, createServer, type Socket } from 'node:net';
import { CommitWatch } from '../../../../../subgraphs/agency/storage/channel/commit-watch.ts';
import { StoredLease } from '../../../../../subgraphs/agency/storage/channel/stored-lease.ts';
import { connectDatabase } from '../../../../../subgraphs/agency/storage/database/database.ts';
import { belarusKey, keysOf, russiaKey } from '../../../../support/channel-keys.ts';
import { type FreshDatabase, freshDatabase } from '../../../../support/database.ts';
import { eventually } from '../../channel/eventually.ts';
import { type ChannelEnd, channelEnd } from '../../channel/support.ts';
import { messageTo } from '../../channel/waiting-messages.ts';

const ends: ChannelEnd[] = [];
const others: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end.stop();
  for (const stop of others.splice(0)) await stop();
});

/** A way to the database that can be taken away and given back. */
async function wayTo(uri: string) {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((incoming) => {
    const outgoing = connect(Number(port), hostname);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    }
    if (!isOpen) return cut();
    incoming.pipe(outgoing).pipe(incoming);
  });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  const proxied = new URL(uri);
  proxied.host = `127.0.0.1:${address.port}`;
  others.push(async () => {
    cut();
    server.close();
  });
  return {
    uri: proxied.href,
    close() {
      isOpen = false;
      cut();
    },
    open() {
      isOpen = true;
    },
  };
}

const never = 3_600_000;

/** Two instances of Belarus that look for messages once an hour, of which the first one sends; and Russia. */
async function twoInstances({ watched, givesUpAfter }: { watched: boolean; givesUpAfter?: number }) {
  const database = freshDatabase();
  const way = await wayTo(database.uri);
  const given = {
    key: belarusKey,
    peerKeys: keysOf('RUSSIA', russiaKey),
    timings: { collector: { idleFor: never } },
    dossiers: { watched },
    ...(givesUpAfter !== undefined && { givesUpAfter }),
  };
  const sending = await channelEnd('BELARUS', { ...given, database: { ...database, uri: way.uri } });
  const committing = await channelEnd('BELARUS', { ...given, database });
  const russia = await channelEnd('RUSSIA', { key: russiaKey, peerKeys: keysOf('BELARUS', belarusKey) });
  ends.push(committing, russia);
  others.unshift(() => sending.stop({ keepsDatabase: true }));
  sending.connect('RUSSIA', russia.url, new StoredLease(sending.connection, 'one:1'));
  await eventually(async () => (await russia.state.peer('BELARUS')).lastGreeting !== undefined);
  const notItsOwn = { hold: async () => false, release: async () => undefined };
  committing.connect('RUSSIA', russia.url, notItsOwn);
  await eventually(() => sending.isWatching() === watched);
  return { sending, committing, russia, way };
}

describe('a commit of an instance that does not send', () => {
  test('wakes the one that sends', async () => {
    const { committing, russia } = await twoInstances({ watched: true });
    await committing.commit(messageTo('RUSSIA', { n: 1 }));
    await eventually(() => russia.counted.length === 1);
    await committing.commit(messageTo('RUSSIA', { n: 2 }));
    await eventually(() => russia.counted.length === 2);
  });

  test('waits until that one looks, where it hears of none', async () => {
    const { sending, committing, russia } = await twoInstances({ watched: false });
    const hearing = await watched([{ 'ns.coll': 'dossiers' }], sending.database);
    await eventually(() => hearing.watch.isOpen());
    const before = hearing.woken();
    await committing.commit(messageTo('RUSSIA', { n: 1 }));
    // By then the one that sends would have heard of it too, and numbers a message before anything else.
    await eventually(() => hearing.woken() > before + 1);
    await hearing.watch.stop();
    expect(await sending.models.outbox.countDocuments()).toBe(0);
    expect(russia.counted).toEqual([]);
    sending.wake();
    await eventually(() => russia.counted.length === 1);
  });

  test('wakes it again when it has missed its database for a moment, also for what came meanwhile', async () => {
    const { sending, committing, russia, way } = await twoInstances({ watched: true });
    way.close();
    await committing.commit(messageTo('RUSSIA', { n: 1 }));
    way.open();
    await eventually(() => russia.counted.length === 1);
    await committing.commit(messageTo('RUSSIA', { n: 2 }));
    await eventually(() => russia.counted.length === 2);
    expect(sending.log.filter(({ message }) => message?.includes('commits of other instances'))).toEqual([]);
  });

  test('wakes it again once it has given up its database and found it again, also for what came meanwhile', async () => {
    const { sending, committing, russia, way } = await twoInstances({ watched: true, givesUpAfter: 500 });
    way.close();
    await eventually(() => !sending.isWatching());
    await committing.commit(messageTo('RUSSIA', { n: 1 }));
    way.open();
    await eventually(() => russia.counted.length === 1);
    await committing.commit(messageTo('RUSSIA', { n: 2 }));
    await eventually(() => russia.counted.length === 2);
    const told = sending.log.filter(({ message }) => message?.includes('commits of other instances'));
    expect(told.map(({ level }) => level)).toEqual(['warn', 'info']);
  });
});

/** A stream alone, and the commands that it costs. */
async function watched(events: object[], existing?: FreshDatabase) {
  const database = existing ?? freshDatabase();
  const connection = await connectDatabase('BELARUS', database.uri);
  others.push(async () => {
    await connection.close();
    if (!existing) await database.drop();
  });
  const commands: string[] = [];
  /** Milliseconds for which the server holds back its answers. */
  const held = new Set<number>();
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    commands.push(commandName);
    if (commandName === 'getMore') held.add(command.maxTimeMS);
  });
  const told: string[] = [];
  let woken = 0;
  const note = (_fields: unknown, message?: string) => void told.push(message ?? '');
  const watch = new CommitWatch(connection, {
    events,
    wake: () => {
      woken++;
    },
    log: { warn: note, info: note },
    pause: { first: 10, longest: 20 },
  });
  watch.start();
  return { connection, database, watch, commands, held, told, woken: () => woken };
}

describe('the stream', () => {
  test('hears of what it is to hear of, and of nothing else', async () => {
    const { connection, watch, woken } = await watched([{ 'ns.coll': 'heard', operationType: 'insert' }]);
    await eventually(() => watch.isOpen());
    const before = woken();
    await connection.collection('unheard').insertOne({ a: 1 });
    await connection.collection('heard').insertOne({ a: 1 });
    await eventually(() => woken() > before);
    await connection.collection('heard').updateOne({}, { $set: { a: 2 } });
    await connection.collection('heard').insertOne({ a: 3 });
    await eventually(() => woken() === before + 2);
    await watch.stop();
  });

  test('costs a command for each change, held for seconds while nothing happens, and leaves nothing behind when it is stopped', async () => {
    const { watch, commands, held, woken, connection, database } = await watched([
      { operationType: 'insert' },
    ]);
    await eventually(() => watch.isOpen() && commands.includes('getMore'));
    const writer = await connectDatabase('BELARUS', database.uri);
    await writer.collection('written').insertOne({});
    await eventually(() => woken() === 2 && commands.filter((name) => name === 'getMore').length === 2);
    // What it does not hear of costs nothing: the next one that it hears of is the next command.
    for (let times = 0; times < 3; times++)
      await writer.collection('written').updateOne({}, { $inc: { times } });
    await writer.collection('written').insertOne({});
    await eventually(() => woken() === 3 && commands.filter((name) => name === 'getMore').length === 3);
    await writer.close();
    expect([...held].every((milliseconds) => milliseconds >= 2_500)).toBe(true);
    const before = commands.length;
    await watch.stop();
    expect(watch.isOpen()).toBe(false);
    expect(commands.slice(before)).toEqual(['killCursors']);
    const { name } = connection;
    await connection.close();
    const onlooker = await connectDatabase('BELARUS', database.uri);
    others.unshift(() => onlooker.close());
    const left = [
      { $currentOp: { allUsers: true, idleCursors: true } },
      { $match: { ns: { $regex: `^${name}` } } },
    ];
    const open = () => onlooker.getClient().db('admin').aggregate(left).toArray();
    await eventually(async () => {
      // Only with the next write does the server look whether its cursor was closed.
      await onlooker.collection('written').insertOne({});
      return (await open()).length === 0;
    });
  });

  test('that cannot be had is told once, however often it is asked for', async () => {
    const { watch, commands, told, woken } = await watched([{ $expr: { $unknown: 1 } }]);
    await eventually(() => commands.filter((name) => name === 'aggregate').length > 3);
    await watch.stop();
    expect(told).toHaveLength(1);
    expect([watch.isOpen(), woken()]).toEqual([false, 0]);
  });
});
