import { setTimeout as sleep } from 'node:timers/promises';
import { linked, profile } from '../../support/end-to-end/demo.ts';
import { evaluateIn, standingStillAt } from '../../support/end-to-end/from-inside.ts';
import { processesOf } from '../../support/end-to-end/processes.ts';
import { search } from '../../support/end-to-end/search.ts';
import { until } from '../../support/end-to-end/until.ts';
import type { Attack } from '../attack.ts';
import type { Target } from '../target.ts';

const subgraph = 'subgraphs/russia/start.ts';
const attestor = 'subgraphs/russia/attestor.ts';

/** Milliseconds: of a standstill until a process ends itself, and of the longest pause before it is started again. */
const longestAway = 90_000;

async function pidOf({ dataDirectory }: Target, file: string): Promise<number | undefined> {
  const running = await processesOf(dataDirectory);
  return running.find(({ command }) => command.includes(file))?.pid;
}

export async function demandPid(target: Target, file: string): Promise<number> {
  const pid = await pidOf(target, file);
  if (pid === undefined) throw new Error(`no process runs ${file}`);
  return pid;
}

const within = (milliseconds: number, holds: () => Promise<boolean>): Promise<boolean> =>
  until(holds, milliseconds).then(
    () => true,
    () => false,
  );

export const isLive = (address: string, milliseconds: number): Promise<boolean> =>
  fetch(`${address}/health/live`, { signal: AbortSignal.timeout(milliseconds) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Waits until both agencies answer somebody who has done nothing. */
export async function untilWhole(target: Target): Promise<void> {
  const officer = target.investigating('belarus', 'investigator');
  // Where the gateway is being started again, nobody takes the connection.
  const isWhole = () =>
    officer.query(profile, { id: linked.belarus }).then(
      ({ codes }) => codes.length === 0,
      () => false,
    );
  await until(isWhole, longestAway);
}

/** Waits until a process that stands still has ended, and ends it as its operator would where it does not. */
async function untilStartedAgain(target: Target, file: string, before: number): Promise<boolean> {
  const isAnew = async () => {
    const pid = await pidOf(target, file);
    return pid !== undefined && pid !== before;
  };
  const byItself = await within(longestAway, isAnew);
  if (!byItself) process.kill(before, 'SIGKILL');
  await untilWhole(target);
  return byItself;
}

/** Whether a subgraph that is kept busy for so long answers nobody, until somebody ends it where that is for ever. */
async function standsStill(target: Target, milliseconds: number): Promise<boolean> {
  const before = await demandPid(target, subgraph);
  const busy = `for (const end = Date.now() + ${milliseconds}; Date.now() < end; );`;
  await evaluateIn(before, busy, target.errors);
  if (milliseconds < longestAway) {
    const answers = await isLive(target.russia, milliseconds / 2);
    await untilWhole(target);
    return !answers;
  }
  return !(await untilStartedAgain(target, subgraph, before));
}

/** Whether an officer for whose query a subgraph stood still is answered on that query, or on another one. */
async function isAnsweredAgain(target: Target, name: string, again: string): Promise<boolean> {
  const officer = target.investigating('belarus', 'investigator');
  const lookFor = (surname: string) => officer.query(search, { criteria: { name: `${surname} Евгений` } });
  const before = await demandPid(target, subgraph);
  await evaluateIn(before, standingStillAt(name), target.errors);
  await lookFor(name);
  await untilStartedAgain(target, subgraph, before);
  return (await lookFor(again)).codes.length === 0;
}

/** Whether an attestor that is killed so many times, each time that it runs, stays away. */
async function staysAway(target: Target, kills: number): Promise<boolean> {
  for (let kill = 0; kill < kills; kill++) {
    process.kill(await demandPid(target, attestor), 'SIGKILL');
    // It is listed until whoever has started it has noticed.
    await sleep(500);
    if (kills > 1 && !(await within(longestAway, async () => (await pidOf(target, attestor)) !== undefined)))
      return true;
  }
  if (kills > 1) return false;
  const isAway = (await pidOf(target, attestor)) === undefined;
  await until(async () => (await pidOf(target, attestor)) !== undefined, longestAway);
  return isAway;
}

export const standstillAttacks: readonly Attack[] = [
  {
    mend: 'watch over the event loop',
    name: 'a subgraph that computes without end, and answers nobody any more',
    makesOutages: true,
    control: (target) => standsStill(target, 4_000),
    attempt: (target) => standsStill(target, 86_400_000),
  },
  {
    mend: 'query of a standstill',
    name: 'a query for which a subgraph stood still, asked again as soon as it runs again',
    makesOutages: true,
    control: (target) => isAnsweredAgain(target, 'Стоянов', 'Городейко'),
    heldBy: ['TOO_MANY_REQUESTS'],
    attempt: (target) => isAnsweredAgain(target, 'Недвижимов', 'Недвижимов'),
  },
  {
    mend: 'starts without limit',
    name: 'an attestor that is killed again and again, so that it stays away',
    control: (target) => staysAway(target, 1),
    attempt: (target) => staysAway(target, 5),
  },
];
