import type { mongo } from 'mongoose';
import { belarusKey, keysOf, russiaKey } from '../../../support/channel-keys.ts';
import { eventually } from './eventually.ts';
import { type ChannelEnd, channelEnd } from './support.ts';
import { messageTo } from './waiting-messages.ts';

let belarus: ChannelEnd;
let russia: ChannelEnd;
const commands: mongo.CommandStartedEvent['command'][] = [];
beforeAll(async () => {
  belarus = await channelEnd('BELARUS', { key: belarusKey, peerKeys: keysOf('RUSSIA', russiaKey) });
  russia = await channelEnd('RUSSIA', { key: russiaKey, peerKeys: keysOf('BELARUS', belarusKey) });
  for (const { connection } of [belarus, russia])
    connection.getClient().on('commandStarted', ({ command }) => commands.push(command));
  belarus.connect('RUSSIA', russia.url);
  belarus.waiting.add(messageTo('RUSSIA'), messageTo('RUSSIA', {}, new Date(Date.now() + 1)));
  belarus.wake();
  await eventually(async () => (await belarus.models.outbox.countDocuments({ open: null })) === 2);
  await eventually(() => russia.counted.length === 2);
  await eventually(async () => (await russia.models.inbox.countDocuments({ state: 'STORED' })) === 0);
});
afterAll(async () => {
  await belarus.stop();
  await russia.stop();
});

test('nothing is told of what a failover could take back: every write is waited for by the majority', () => {
  const writes = commands.filter((command) =>
    ['insert', 'update', 'delete', 'findAndModify'].some((name) => name in command),
  );
  const written = new Set(writes.map((command) => command.insert ?? command.update ?? command.findAndModify));
  expect([...written].sort()).toEqual(['inbox', 'leases', 'outbox', 'peers']);
  expect(writes.filter(({ writeConcern }) => writeConcern?.w !== 'majority')).toEqual([]);
});

test('and what is sent, numbered, compared or applied is read as the majority has it', () => {
  const deciding = commands.filter(({ find }) => ['inbox', 'outbox'].includes(find));
  expect(deciding.length).toBeGreaterThan(4);
  expect(deciding.filter(({ readConcern }) => readConcern?.level !== 'majority')).toEqual([]);
});
