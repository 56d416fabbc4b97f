/**
 * `npm run chaos:warnings [-- --kills 60]`: kills the subgraphs of both agencies with SIGKILL at each step of a round, before and after each step
 * of a value that is taken back, and at any moment, while values are recorded at both, and contested, amended and erased at either. The last lines
 * count what was taken back, what both have found, what was lost and what was doubled. Exit code 1, with the reasons, when anything was, when
 * nothing was found or taken back, when an alert of a value that was taken back is open, when a step was never hit, or when fewer were killed than was asked for.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Launched, launchScript } from '../support/end-to-end/processes.ts';
import { agencies, type Name, perAgency } from './environment.ts';
import { killAtAnyMoment, killAtStage } from './instances.ts';
import { chaosStack } from './stack.ts';
import { count } from './warnings/count.ts';
import { openDatabases } from './warnings/databases.ts';
import { plantUntil, untilTold } from './warnings/flow.ts';
import { places } from './warnings/places.ts';
import { planter } from './warnings/planter.ts';
import { failuresOf, linesOf } from './warnings/verdict.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '60' } } });
const wanted = Number(values.kills);
const longestStart = 60_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const began = Date.now();

const stack = await chaosStack();
// One key for both, so that a value has the same name at both, by which it is counted.
stack.environment.RUSSIA_NODE_KEY = stack.environment.BELARUS_NODE_KEY;
const often = Object.fromEntries(
  agencies.flatMap((name) =>
    Object.entries({ RHYTHM_MS: '500', SLOTS: '12', QUOTA: '1000000', BUDGET: '1000000' }).map(
      ([ending, value]) => [`${name.toUpperCase()}_INDICATOR_${ending}`, value],
    ),
  ),
);

/** A subgraph that stops for good at a place, if one is named; whether it is up yet or has stopped before. */
async function start(name: Name, place?: string): Promise<Launched> {
  const launched = launchScript(
    'test/chaos/warnings/subgraph.ts',
    { ...stack.environment, ...often },
    ...['--agency', name],
    ...(place !== undefined ? ['--pause-at', place] : []),
  );
  let hasEnded = false;
  launched.exited.then(() => {
    hasEnded = true;
  });
  const isUp = () =>
    fetch(`http://localhost:${stack.ports[name]}/health/live`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  const latest = Date.now() + longestStart;
  while (!hasEnded && !launched.output().includes('"paused"') && !(await isUp())) {
    if (Date.now() > latest) throw new Error(`${name} does not start`);
    await sleep(50);
  }
  if (hasEnded) throw new Error(`${name} has ended: ${launched.errors()}${launched.output()}`);
  return launched;
}

const atAnyMoment = 'AT_ANY_MOMENT';
const kills = new Map(places.map((place) => [place, { belarus: 0, russia: 0 }]));
let left = wanted;

function noteKill(name: Name, place: string, isKilled: boolean): void {
  const killed = kills.get(place);
  if (isKilled && killed) killed[name]++;
}

/** One agency's processes, each killed at the next place. @returns the one that goes on */
async function suffer(name: Name, from: number, first: Launched): Promise<Launched> {
  if (left > 0) {
    left--;
    noteKill(name, atAnyMoment, await killAtAnyMoment(first));
  }
  for (let turn = from; left > 0; turn++) {
    left--;
    const place = places[turn % places.length] ?? atAnyMoment;
    const launched = await start(name, place === atAnyMoment ? undefined : place);
    noteKill(name, place, await (place === atAnyMoment ? killAtAnyMoment : killAtStage)(launched));
  }
  return start(name);
}

try {
  const databases = await openDatabases(stack);
  const planting = await planter(stack);
  const ending = new AbortController();
  const firsts = await perAgency((name) => start(name));
  let onStock: () => void = () => undefined;
  const hasStock = new Promise<void>((resolve) => {
    onStock = resolve;
  });
  const planted = plantUntil(databases, planting, ending.signal, () => onStock());
  const tooLong = sleep(longestStart, undefined, { ref: false }).then(() => {
    throw new Error('no values were found that both hold');
  });
  // Planting ends by itself only where it fails.
  await Promise.race([hasStock, planted, tooLong]);
  tooLong.catch(() => undefined);
  // Each begins elsewhere, so that a short run comes to more places.
  const survivors = await Promise.all([
    suffer('belarus', 0, firsts.belarus),
    suffer('russia', Math.ceil(places.length / 2), firsts.russia),
  ]);
  ending.abort();
  const all = await planted;
  await untilTold(databases, all);
  const counted = await count(databases, all);
  for (const survivor of survivors) survivor.signal('SIGTERM');
  await Promise.all(survivors.map(({ exited }) => exited));
  await planting.close();
  await databases.close();

  for (const [place, { belarus, russia }] of kills)
    say(`${String(belarus).padStart(4)} of Belarus, ${String(russia).padStart(2)} of Russia killed ${place}`);
  const run = {
    wanted,
    kills: new Map([...kills].map(([place, { belarus, russia }]) => [place, belarus + russia])),
    planted: all,
    count: counted,
  };
  const failures = failuresOf(run);
  for (const failure of failures) say(`failed: ${failure}`);
  say(
    `planted at both ${all.matching.length + all.takenBack.length}, at one alone ${all.alone.length}; ${Math.round((Date.now() - began) / 1_000)} s`,
  );
  for (const line of linesOf(run)) say(line);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await stack.stop();
}
