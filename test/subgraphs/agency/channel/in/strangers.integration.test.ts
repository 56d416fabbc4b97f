import { writeEvent } from '../../../../../subgraphs/agency/channel/wire/channel-event.ts';
import { signText } from '../../../../../subgraphs/agency/channel/wire/signature.ts';
import { belarusKey, keyOf, keysOf, russiaKey } from '../../../../support/channel-keys.ts';
import { ed25519 } from '../../../../support/key-pairs.ts';
import { eventually } from '../eventually.ts';
import { type ChannelEnd, channelEnd } from '../support.ts';
import { messageTo } from '../waiting-messages.ts';

let russia: ChannelEnd;
let commands: string[];
beforeEach(async () => {
  russia = await channelEnd('RUSSIA', { key: russiaKey, peerKeys: keysOf('BELARUS', belarusKey) });
  commands = [];
  russia.connection.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName));
});
afterEach(() => russia.stop());

const message = (number: number, key = belarusKey) =>
  signText(writeEvent({ ...messageTo('RUSSIA'), from: 'BELARUS', number }), 'concord-message', keyOf(key));

describe('strangers', () => {
  test('have the database written at most once a second, and get so many receipts and no more', async () => {
    const answers: { status: number; receipt: string }[] = [];
    const rubbish = async () => {
      for (let i = 0; i < 50; i++) answers.push(await russia.post('rubbish'));
    };
    await Promise.all(Array.from({ length: 6 }, rubbish));
    const answered = answers.filter(({ receipt }) => receipt !== '');
    expect(answered.length).toBeGreaterThanOrEqual(50);
    expect(answered.length).toBeLessThan(250);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422, 429]));
    await russia.strangers.flush();
    const writes = commands.filter((name) => name !== 'find');
    expect(writes.length).toBeLessThanOrEqual(12);
    expect(await russia.state.peer('BELARUS')).toMatchObject({
      refused: 0,
      refusedOfStrangers: 300,
      lastRefusedOfStrangers: { reason: 'NOT_JSON' },
    });
    // Meanwhile a peer is served as ever.
    expect((await russia.post(await message(1))).status).toBe(200);
  });

  test('are whoever has signed with a key that is not pinned, or not at all; they are seen without being asked for', async () => {
    await russia.post(await message(1, ed25519('stranger-1')));
    await eventually(async () => (await russia.state.peer('BELARUS')).refusedOfStrangers === 1);
    expect((await russia.state.peer('BELARUS')).lastRefusedOfStrangers).toMatchObject({
      reason: 'UNKNOWN_KEY',
    });
    await russia.post((await message(1)).replace('"signature":"', '"signature":"AAAA'));
    await eventually(async () => (await russia.state.peer('BELARUS')).refusedOfStrangers === 2);
    expect((await russia.state.peer('BELARUS')).lastRefusedOfStrangers).toMatchObject({
      reason: 'BAD_SIGNATURE',
    });
  });

  test('are not a peer that has signed what is refused: that is counted under its name, at once', async () => {
    await russia.post(await message(7));
    expect(await russia.state.peer('BELARUS')).toMatchObject({
      refused: 1,
      lastRefused: { reason: 'OUT_OF_ORDER' },
      refusedOfStrangers: 0,
      gaps: 1,
    });
  });
});
