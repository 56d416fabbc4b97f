import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { mongo } from 'mongoose';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';
import { alerted } from './alerts.ts';
import { newPhones, planter, untilCompared, untilTold } from './planter.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomName = (length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

/** Belarus's own database, which a rogue operator of Belarus reads and writes. */
async function inOwnDatabase<Result>(
  { dataDirectory }: Target,
  work: (db: mongo.Db) => Promise<Result>,
): Promise<Result> {
  const { BELARUS } = JSON.parse(readFileSync(join(dataDirectory, 'databases.json'), 'utf8'));
  const { mongo: driver } = await import('mongoose');
  const client = await driver.MongoClient.connect(BELARUS);
  try {
    return await work(client.db());
  } finally {
    await client.close();
  }
}

/** Has Belarus's own subgraph sign, number and send a message that it would not send by itself, and waits until it has arrived. */
async function sends(target: Target, type: string, data: object): Promise<void> {
  const at = new Date();
  const id = `${at.getTime().toString(36).padStart(9, '0')}-${randomName(10)}`;
  await inOwnDatabase(target, (db) =>
    db
      .collection<{ _id: string }>('indicatorAnswers')
      .insertOne({ _id: `RUSSIA ${id}`, at, pending: [{ id, to: 'RUSSIA', type, at, data }] } as never),
  );
  await untilCompared(target);
}

interface Sent {
  line: string;
  event: { type: string; data: { tokens?: { name: string; token: string }[] } };
}

const caughtBefore = new WeakMap<Target, Sent[]>();

/** All that Belarus has sent to Russia's channel, as it went over the wire. */
function sentBy(target: Target): Sent[] {
  const sent = caughtBefore.get(target) ?? [];
  caughtBefore.set(target, sent);
  for (const { body } of target.channelTaps.russia.take())
    for (const line of body.split('\n').filter((each) => each.includes('"payload"'))) {
      const event = JSON.parse(Buffer.from(JSON.parse(line).payload, 'base64url').toString());
      // A greeting is none.
      if (event.data) sent.push({ line, event });
    }
  return sent;
}

/** The name under which Belarus tells the token of a phone, and that of Russia's token of it. */
async function namesOf(target: Target, phone: string): Promise<{ own: string; theirs: string }> {
  return inOwnDatabase(target, async (db) => {
    const own = await db.collection('indicators').findOne({ value: phone });
    const told = await db.collection('toldIndicators').findOne({ token: own?.expected });
    return { own: String(own?._id), theirs: String(told?._id).slice('RUSSIA '.length) };
  });
}

/** A phone that both agencies hold, with the alert of each. */
async function pairOf(target: Target) {
  const pair = await alerted(target);
  const [phone = ''] = await pair.here.told();
  return { ...pair, phone, names: await namesOf(target, phone) };
}

/** Whether Russia has an alert more, once Belarus tells its own token of a phone under another name. */
async function tellsOwn(target: Target): Promise<boolean> {
  const { there, names } = await pairOf(target);
  const told = sentBy(target)
    .flatMap(({ event }) => event.data.tokens ?? [])
    .find(({ name }) => name === names.own);
  const tokens = [{ name: randomName(20), token: told?.token }];
  await sends(target, 'concord.indicator.token.v1', { epoch: await epochOf(target), tokens });
  return (await there.alerts()).length > 1;
}

const epochOf = (target: Target): Promise<string> =>
  inOwnDatabase(target, async (db) =>
    String((await db.collection('toldIndicators').findOne({}, { sort: { at: -1 } }))?.epoch),
  );

/** Whether Russia has an alert on a phone that it alone holds, once Belarus tells all tokens back that it was told. */
async function tellsBack(target: Target): Promise<boolean> {
  const there = planter(target, 'russia');
  await there.plants(newPhones(1));
  await untilCompared(target);
  const told = await inOwnDatabase(target, (db) =>
    db.collection('toldIndicators').find().sort({ at: -1 }).limit(60).toArray(),
  );
  await sends(target, 'concord.indicator.token.v1', {
    epoch: await epochOf(target),
    tokens: told.map(({ token }) => ({ name: randomName(20), token })),
  });
  return (await there.alerts()).length > 0;
}

/** Whether Russia's alert is shown as ended at Belarus, by a message that names its own token and one of Russia's. */
async function endsBy(target: Target, named: 'the token of the alert' | 'another'): Promise<boolean> {
  const { there, names } = await pairOf(target);
  const { own } = named === 'another' ? (await pairOf(target)).names : names;
  await sends(target, 'concord.alert.ended.v1', { theirs: own, yours: names.theirs });
  return (await there.alerts()).some(({ hasEndedThere }) => hasEndedThere);
}

/** Whether Russia's alert is closed, once a token is taken back that is Belarus's, or Russia's own. */
async function takesBack(target: Target, whose: 'own' | 'theirs'): Promise<boolean> {
  const { there, names } = await pairOf(target);
  await sends(target, 'concord.indicator.withdrawn.v1', { names: [names[whose]] });
  return (await there.alerts()).some(({ state }) => state === 'CLOSED');
}

/** Posts lines to Russia's channel as anybody who reaches it. @returns whether all were taken, or had been before */
async function isTaken({ russia }: Target, lines: readonly string[]): Promise<boolean> {
  const { status } = await fetch(`${russia}/channel`, {
    method: 'POST',
    headers: { 'content-type': 'application/jose+json' },
    body: lines.join('\n'),
  });
  return status === 200;
}

/** A message that Belarus has sent, with other content and the signature that it had. */
function altered({ line }: Sent): string {
  const { payload, ...signed } = JSON.parse(line);
  const event = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const changed = { ...event, data: { ...event.data, names: [randomName(20)] } };
  return JSON.stringify({ ...signed, payload: Buffer.from(JSON.stringify(changed)).toString('base64url') });
}

const withdrawals = (target: Target): Sent[] =>
  sentBy(target).filter(({ event }) => event.type === 'concord.indicator.withdrawn.v1');

async function postsWithdrawal(target: Target, as: 'it was' | 'altered'): Promise<boolean> {
  await untilCompared(target);
  const last = withdrawals(target).at(-1);
  if (!last) throw new Error('nothing was taken back');
  return isTaken(target, [as === 'altered' ? altered(last) : last.line]);
}

/** Whether Russia has an open alert again on a phone that Belarus has contested, once what Belarus had told comes again. */
async function comesBack(target: Target, by: 'what is recorded anew' | 'a replay'): Promise<boolean> {
  const phones = newPhones(1);
  const [here, there] = [planter(target, 'belarus'), planter(target, 'russia')];
  await there.plants(phones);
  const planted = await here.plants(phones);
  await untilTold(there, (alerts) => alerts.length === 1);
  const { own } = await namesOf(target, phones[0] ?? '');
  await here.contests(planted);
  await untilTold(there, (alerts) => alerts.every(({ state }) => state === 'CLOSED'), 'closed its alert');
  if (by === 'what is recorded anew') await here.plants(phones);
  else {
    const told = sentBy(target).filter(({ event }) => event.data.tokens?.some(({ name }) => name === own));
    if (told.length === 0) throw new Error('no token was caught');
    await isTaken(
      target,
      told.map(({ line }) => line),
    );
  }
  await untilCompared(target);
  return (await there.alerts()).some(({ state }) => state === 'NEW');
}

export const rogueAgencyAttacks: readonly Attack[] = [
  {
    mend: 'teller of a token',
    name: 'the other agency’s own tokens, told back to it as if one held the values',
    control: tellsOwn,
    attempt: tellsBack,
  },
  {
    mend: 'names of an ended alert',
    name: 'an alert of the other agency shown as ended, by the name of another token',
    control: (target) => endsBy(target, 'the token of the alert'),
    attempt: (target) => endsBy(target, 'another'),
  },
  {
    mend: 'names of what is taken back',
    name: 'a token of the other agency taken back by its name, to close its alert',
    control: (target) => takesBack(target, 'own'),
    attempt: (target) => takesBack(target, 'theirs'),
  },
  {
    mend: 'signature of a message',
    name: 'a message that takes a token back, altered by somebody on the way',
    control: (target) => postsWithdrawal(target, 'it was'),
    heldBy: ['HTTP 401'],
    attempt: (target) => postsWithdrawal(target, 'altered'),
  },
  {
    mend: 'number of a message',
    name: 'a token that was taken back, told again by replaying the message that told it',
    control: (target) => comesBack(target, 'what is recorded anew'),
    attempt: (target) => comesBack(target, 'a replay'),
  },
];
