import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import { agencies, type Name } from '../environment.ts';
import type { ChaosStack } from '../stack.ts';

/** What was planted: by their numbers, from which the values follow. */
export interface Planted {
  /** Held by both, and never taken back. */
  matching: number[];
  /** Held by both, and taken back by one of them once both had an alert. */
  takenBack: number[];
  /** Held by one of them alone. */
  alone: number[];
}

export interface Count {
  matches: number;
  lost: number;
  doubled: number;
}

const spaced = (number: number): string => `+37529${String(number * 100).padStart(7, '0')}`;
const indicatorOf = (number: number): string => `killing ${number}`;

/** The databases of both agencies, by connections of the reader's own. */
export async function openDatabases({ uris }: Pick<ChaosStack, 'uris'>) {
  const clients = {
    belarus: new mongo.MongoClient(uris.belarus),
    russia: new mongo.MongoClient(uris.russia),
  };
  await Promise.all(agencies.map((name) => clients[name].connect()));
  return {
    of: (name: Name) => clients[name].db(),
    close: () => Promise.all(agencies.map((name) => clients[name].close())),
  };
}
export type Databases = Awaited<ReturnType<typeof openDatabases>>;

const sightings = (databases: Databases, name: Name) =>
  databases.of(name).collection<{ _id: string }>('sightings');

/** Notes that a dossier of an agency holds a phone, as the write of a dossier does. */
async function hold(databases: Databases, name: Name, number: number): Promise<void> {
  const prefix = name === 'belarus' ? 'BY' : 'RU';
  const dossier = `${prefix}-${String(number).padStart(16, '0')}`;
  await sightings(databases, name).insertOne({
    _id: `${dossier} ${indicatorOf(number)}`,
    dossier,
    indicator: indicatorOf(number),
    kind: 'PHONE',
    value: spaced(number),
    cases: [`${prefix}-2026-${String(number).padStart(6, '0')}`],
    at: new Date(),
    isImported: false,
    change: 'HELD',
  } as never);
}

const alertsOf = (databases: Databases, name: Name, number: number) =>
  databases
    .of(name)
    .collection('alerts')
    .find({ indicator: indicatorOf(number) })
    .toArray();

/** Records and takes back, for as long as processes are killed. */
export async function plantUntil(databases: Databases, ending: AbortSignal): Promise<Planted> {
  const planted: Planted = { matching: [], takenBack: [], alone: [] };
  for (let number = 1; !ending.aborted; number++) {
    if (number % 3 === 0) {
      await hold(databases, number % 2 === 0 ? 'belarus' : 'russia', number);
      planted.alone.push(number);
    } else {
      const [first, second] = number % 2 === 0 ? agencies : [...agencies].reverse();
      await hold(databases, first as Name, number);
      await hold(databases, second as Name, number);
      planted.matching.push(number);
    }
    const oldest = planted.matching[0];
    if (number % 4 === 0 && oldest !== undefined) {
      const there = await Promise.all(agencies.map((name) => alertsOf(databases, name, oldest)));
      if (there.every((alerts) => alerts.length > 0)) {
        planted.matching.shift();
        planted.takenBack.push(oldest);
        const gone = { $set: { change: 'GONE', value: '', cases: [] } };
        await sightings(databases, oldest % 8 < 4 ? 'belarus' : 'russia').updateOne(
          { indicator: indicatorOf(oldest) },
          gone,
        );
      }
    }
    await sleep(1_000);
  }
  return planted;
}

/** Waits until both agencies have told all that they hold; what is not told by then is counted as lost. */
export async function untilTold(databases: Databases, planted: Planted, longest = 300_000): Promise<void> {
  const latest = Date.now() + longest;
  const counts = async (name: Name) => {
    const database = databases.of(name);
    const [changes, left] = await Promise.all([
      database.collection('sightings').countDocuments({ change: { $exists: true } }),
      database
        .collection('indicators')
        .countDocuments({ indicator: /^killing /, state: { $in: ['WAITING', 'BLINDED', 'MADE', 'GONE'] } }),
    ]);
    return changes + left;
  };
  for (;;) {
    const waiting = await Promise.all(agencies.map(counts));
    if (waiting.every((count) => count === 0)) break;
    if (Date.now() > latest) return;
    await sleep(250);
  }
  // What was told last is on its way.
  while (Date.now() < latest && (await count(databases, planted)).lost > 0) await sleep(250);
}

const isOpen = ({ state }: mongo.BSON.Document): boolean => state === 'NEW';

/** The rounds that sent messages answer, and the names of the tokens that they tell: each is to be there once. */
const namesSent = (sent: readonly mongo.BSON.Document[]): string[] =>
  sent.flatMap(({ event }) => {
    const { type, data } = JSON.parse(String(event));
    if (type === 'concord.indicator.token.v1') return data.tokens.map(({ name }: { name: string }) => name);
    return type === 'concord.indicator.evaluated.v1' ? [`round ${data.round}`] : [];
  });

/** Those that occur more than once, each counted as often as it is too many. */
const surplus = (names: readonly string[]): number => names.length - new Set(names).size;

/** Compares what was planted with the alerts and notices of both agencies, and with the answers that each has given. */
export async function count(databases: Databases, planted: Planted): Promise<Count> {
  const all: Count = { matches: 0, lost: 0, doubled: 0 };
  const found = new Map<number, number>();
  for (const name of agencies) {
    const database = databases.of(name);
    const [alerts, notices, sent] = await Promise.all([
      database
        .collection('alerts')
        .find({ indicator: /^killing / })
        .toArray(),
      database.collection('notices').find({ kind: 'ALERT_RAISED' }).toArray(),
      database
        .collection('outbox')
        .find({ type: /^concord.indicator/ })
        .toArray(),
    ]);
    const of = (number: number) => alerts.filter(({ indicator }) => indicator === indicatorOf(number));
    for (const number of planted.matching) {
      const open = of(number).filter(isOpen);
      if (open.length > 0) found.set(number, (found.get(number) ?? 0) + 1);
      const noted = notices.filter(({ data }) => data?.alert === open[0]?._id).length;
      if (open.length === 0 || noted === 0) all.lost++;
      all.doubled += Math.max(0, of(number).length - 1) + Math.max(0, noted - 1);
    }
    for (const number of planted.takenBack) {
      // An alert that is left is a withdrawal that was lost.
      if (of(number).some(isOpen)) all.lost++;
      all.doubled += Math.max(0, of(number).length - 1);
    }
    for (const number of planted.alone) all.doubled += of(number).length;
    all.doubled += surplus(namesSent(sent));
  }
  all.matches = [...found.values()].filter((times) => times === agencies.length).length;
  return all;
}
