import { setTimeout as sleep } from 'node:timers/promises';
import { agencies, type Name, otherThan } from '../environment.ts';
import { count } from './count.ts';
import type { Databases } from './databases.ts';
import { type Planted, type TakenBack, ways } from './planted.ts';
import type { Planter } from './planter.ts';

/** A value of both that is to be taken back, once both have an alert of it. */
interface Due extends TakenBack {
  number: number;
}

/** Those of which both agencies have an alert. */
async function alerted(databases: Databases, due: readonly Due[]): Promise<Due[]> {
  const indicators = due.map(({ indicator }) => indicator);
  const [by, ru] = await Promise.all(
    agencies.map(
      async (name) =>
        new Set<string>(
          await databases
            .of(name)
            .collection('alerts')
            .distinct('indicator', { indicator: { $in: indicators }, state: 'NEW' }),
        ),
    ),
  );
  return due.filter(({ indicator }) => by?.has(indicator) && ru?.has(indicator));
}

/** Milliseconds from one value to the next. */
const pace = 500;
/** Values of which both have an alert before anything is taken back, or killed. */
const stock = 3;

/**
 * Records and takes back, for as long as processes are killed. Of four values one is of one agency alone, and one of both for good; two are taken
 * back, by either agency and in each way.
 * @param onStock called once, when there is enough to begin with
 */
export async function plantUntil(
  databases: Databases,
  planting: Planter,
  ending: AbortSignal,
  onStock: () => void,
): Promise<Planted> {
  const planted: Planted = { matching: [], takenBack: [], alone: [] };
  let due: Due[] = [];
  let hasStock = false;
  for (let number = 1; !ending.aborted; number++) {
    const first = number % 2 === 0 ? 'russia' : 'belarus';
    const indicator = await planting.hold(first, number);
    if (number % 4 === 0) planted.alone.push(indicator);
    else {
      await planting.hold(otherThan(first), number);
      const by = number % 4 === 1 ? 'belarus' : 'russia';
      if (number % 2 === 0) planted.matching.push(indicator);
      else due.push({ indicator, number, by, way: ways[number % ways.length] ?? 'CONTESTED' });
    }
    const ready = await alerted(databases, due);
    if (!hasStock && ready.length >= stock) {
      hasStock = true;
      onStock();
    }
    const next = hasStock ? ready[0] : undefined;
    if (next) {
      await planting.takeBack(next.by, next.number, next.way);
      due = due.filter((each) => each !== next);
      planted.takenBack.push(next);
    }
    await sleep(pace);
  }
  planted.matching.push(...due.map(({ indicator }) => indicator));
  return planted;
}

/** Waits until both agencies have told all that they hold, and hold no more; what is not told by then is counted as lost. */
export async function untilTold(databases: Databases, planted: Planted, longest = 300_000): Promise<void> {
  const latest = Date.now() + longest;
  const { matching, takenBack, alone } = planted;
  const indicator = { $in: [...matching, ...takenBack.map((each) => each.indicator), ...alone] };
  const counts = async (name: Name) => {
    const database = databases.of(name);
    const [changes, left] = await Promise.all([
      database.collection('sightings').countDocuments({ indicator, change: { $exists: true } }),
      database
        .collection('indicators')
        .countDocuments({ indicator, state: { $in: ['WAITING', 'BLINDED', 'MADE', 'GONE'] } }),
    ]);
    return changes + left;
  };
  for (;;) {
    const waiting = await Promise.all(agencies.map(counts));
    if (waiting.every((each) => each === 0)) break;
    if (Date.now() > latest) return;
    await sleep(250);
  }
  // What was told last is on its way.
  while (Date.now() < latest && (await count(databases, planted)).lost > 0) await sleep(250);
}
