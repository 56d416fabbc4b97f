import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forgedMessages } from '../../support/end-to-end/channel/forged-messages.ts';
import { officersOf } from '../../support/end-to-end/channel/officers.ts';
import { databaseOf, untilQuiet } from '../../support/end-to-end/channel/reader.ts';
import { twoAgencies } from '../../support/end-to-end/channel/two-agencies.ts';
import {
  type ChannelKey,
  channelKeyOf,
  eventLike,
  newDossierId,
  postTo,
  sha256,
  signedEvent,
  type WireEvent,
} from '../../support/end-to-end/channel/wire.ts';
import { ended, launch, launchScript } from '../../support/end-to-end/processes.ts';
import { newSettings } from '../../support/end-to-end/stack.ts';
import { until } from '../../support/end-to-end/until.ts';
import { long } from '../../support/long.ts';

const agencies = twoAgencies(await newSettings());
const [belarus, russia] = [databaseOf(agencies, 'belarus'), databaseOf(agencies, 'russia')];
const officers = officersOf(agencies, 'russia');
const longest = 300_000;

let dossier: string;
/** A decision on it that Belarus's officers have made, as it was sent. */
let sent: string;
/** The number that Russia takes next from Belarus, for which this file speaks. */
let next: number;
beforeAll(async () => {
  dossier = await officers.record();
  const atHome = officersOf(agencies, 'belarus');
  await atHome.decide(await atHome.record(), dossier);
  await untilQuiet([belarus, russia]);
  await agencies.kill('belarus');
  const all = await belarus.outbox();
  sent = all.findLast(({ type }) => type === 'concord.link.decided.v1')?.event ?? '';
  next = (all.at(-1)?.number ?? 0) + 1;
}, longest);

const post = (body: string) => postTo(agencies, 'russia', body);
const key = () => channelKeyOf(agencies, 'belarus');
/** A decision on the dossier, of another dossier of Belarus each time. */
const decision = (changed: WireEvent = {}, number = next): WireEvent => ({
  ...eventLike(sent, number, newDossierId('BY')),
  ...changed,
});

const channel = async () => {
  const document = '{ russia { channel { refused gaps lastReceived { number } parked { nodes { id } } } } }';
  const { russia: shown } = await officers.ask<{
    russia: { channel: [{ refused: number; gaps: number; lastReceived: { number: number } | null }] };
  }>('liaison', document);
  return shown.channel[0];
};

/** All that officers are shown of what has come. */
const shown = async () => {
  const { refused: _, gaps: __, ...rest } = await channel();
  const stored = await russia.dossier(dossier);
  return { ...rest, notices: await officers.notices(), version: stored?.version, links: stored?.links };
};

/** Sends the next message as Belarus would. @returns the dossier that it names, once it is in the records */
async function expectGenuine(signer = key()): Promise<string> {
  const event = decision();
  const { status, receipt } = await post(signedEvent(event, signer));
  expect({ status, receipt }).toMatchObject({
    status: 200,
    receipt: { from: 'RUSSIA', to: 'BELARUS', outcome: 'ACCEPTED', number: next },
  });
  next++;
  const own = String(event.subject);
  const isLinked = async () =>
    (await russia.dossier(dossier))?.links.some((link) => link.dossier === own) === true;
  const noticed = async () => (await officers.notices()).filter((notice) => notice.dossier === own);
  // The notice follows the link.
  await until(async () => (await isLinked()) && (await noticed()).length > 0, 30_000);
  expect(await noticed()).toMatchObject([{ kind: 'LINK_DECIDED', about: dossier }]);
  return own;
}

/** Sends what must not be taken, and nothing comes of it but the note that it came. */
async function expectRefused(body: string, reason: string, status: number, isBelarus: boolean, more = {}) {
  const before = { shown: await shown(), ...(await channel()), kept: (await russia.refused()).length };
  const answered = await post(body);
  expect(answered.status).toBe(status);
  expect(answered.receipt).toEqual({
    ...{ from: 'RUSSIA', outcome: 'REFUSED', reason, hash: sha256(body), at: expect.any(String) },
    ...(isBelarus && { to: 'BELARUS' }),
    ...more,
  });
  await until(async () => (await russia.refused()).length > before.kept, 30_000);
  expect(await shown()).toEqual(before.shown);
  const { refused, gaps } = await channel();
  expect({ refused, gaps }).toEqual({
    refused: before.refused + (isBelarus ? 1 : 0),
    gaps: before.gaps + (reason === 'OUT_OF_ORDER' ? 1 : 0),
  });
  const kept = (await russia.refused()).filter(
    ({ body: text }) => text !== '' && body.startsWith(text.slice(0, 500)),
  );
  expect(kept).toMatchObject([{ reason }]);
}

describe('what comes to an agency and is not a message of the other one', () => {
  // Each reason, and each of its kinds.
  test.each(
    long.rows(forgedMessages({ agencies, decision, next: () => next }), 0, 1, 2, 4, 5, 6, 7, 9, 10, 11),
  )('%s: refused, kept apart and never shown; the genuine one beside it is', async (_, body, ...expected) => {
    await expectRefused(body(), ...expected);
    const own = await expectGenuine();
    expect((await russia.dossier(dossier))?.links.at(-1)).toMatchObject({
      dossier: own,
      told: { decision: 'SAME' },
    });
  });

  test('a number that comes before its turn is refused, and what is missing is taken in order', async () => {
    const [first, second] = [decision(), decision({}, next + 1)];
    const late = { number: next + 1, expected: next };
    await expectRefused(signedEvent(second, key()), 'OUT_OF_ORDER', 409, true, late);
    for (const event of [first, second])
      expect((await post(signedEvent(event, key()))).receipt).toMatchObject({ outcome: 'ACCEPTED' });
    next += 2;
    const arrived = (await russia.inbox()).slice(-2).map(({ number, data }) => [number, data.dossier]);
    expect(arrived).toEqual([
      [next - 2, first.subject],
      [next - 1, second.subject],
    ]);
  });

  test('a number, or an id, that was another message’s is refused', async () => {
    await expectGenuine();
    const numbers = { number: next - 1, expected: next };
    await expectRefused(signedEvent(decision({}, next - 1), key()), 'NOT_THE_SAME', 409, true, numbers);
    const taken = decision();
    await post(signedEvent(taken, key()));
    next++;
    await untilQuiet([russia]);
    const again = signedEvent(decision({ id: taken.id }), key());
    await expectRefused(again, 'NOT_THE_SAME', 409, true, { number: next, expected: next });
  });

  long.test('a replayed one is signed for again with the same receipt, and nothing comes of it', async () => {
    const body = signedEvent(decision(), key());
    const { text } = await post(body);
    next++;
    await untilQuiet([russia]);
    const before = { ...(await shown()), ...(await channel()) };
    expect((await post(body)).text).toBe(text);
    await untilQuiet([russia]);
    expect({ ...(await shown()), ...(await channel()) }).toEqual(before);
  });
});

test(
  'a key counts until it is taken out of the set, and the next one from when it is in',
  async () => {
    const directory = join(agencies.dataDirectory, 'channel-keys');
    const set = join(directory, 'belarus-channel-jwks');
    const command = async (...options: string[]) => {
      const made = [directory, '--agency', 'belarus', ...options];
      const first = ['npm', 'run', '-s', 'channel-key', '--', ...made];
      const launched =
        options.length === 0 ? launch(first) : launchScript('commands/channel-key.ts', {}, ...made);
      expect(await ended(launched)).toMatchObject({ code: 0 });
    };
    const keyIn = (name: string): ChannelKey => JSON.parse(readFileSync(join(directory, name), 'utf8'));
    const pin = () =>
      agencies.restart('russia', { settings: { BELARUS_CHANNEL_JWKS: pathToFileURL(set).href } });

    await command();
    await pin();
    const current = keyIn('belarus-channel-key');
    await expectGenuine(current);
    await command('--next');
    const following = keyIn('belarus-channel-key-next');
    await expectRefused(signedEvent(decision(), following), 'UNKNOWN_KEY', 401, false);
    await pin();
    await expectGenuine(current);
    await expectGenuine(following);

    const { keys } = JSON.parse(readFileSync(set, 'utf8'));
    writeFileSync(set, JSON.stringify({ keys: keys.slice(1) }));
    await pin();
    await expectRefused(signedEvent(decision(), current), 'UNKNOWN_KEY', 401, false);
    await expectGenuine(following);
  },
  longest,
);
