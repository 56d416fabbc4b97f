/**
 * `npm run chaos:warnings [-- --kills 60]`: kills the subgraphs of both agencies with SIGKILL at each step of a round, and at any moment, while
 * identifiers are recorded and taken back at both. The last line counts what both have found, what was lost and what was doubled. Exit code 1
 * when anything was, when nothing was found, when a step was never hit, or when fewer were killed than was asked for.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Launched, launchScript } from '../support/end-to-end/processes.ts';
import { agencies, type Name } from './environment.ts';
import { killAtAnyMoment, killAtStage } from './instances.ts';
import { chaosStack } from './stack.ts';
import { count, openDatabases, plantUntil, untilTold } from './warnings/flow.ts';
import { places } from './warnings/places.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '60' } } });
const wanted = Number(values.kills);
const longestStart = 60_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const began = Date.now();

const stack = await chaosStack();
const often = Object.fromEntries(
  agencies.flatMap((name) =>
    Object.entries({ RHYTHM_MS: '500', SLOTS: '12', QUOTA: '1000000' }).map(([ending, value]) => [
      `${name.toUpperCase()}_INDICATOR_${ending}`,
      value,
    ]),
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
const all = [...places, atAnyMoment];
const kills = new Map(all.map((place) => [place, { belarus: 0, russia: 0 }]));
let left = wanted;

/** One agency's processes, each killed at the next place. @returns the one that goes on */
async function suffer(name: Name, from: number): Promise<Launched> {
  for (let turn = from; left > 0; turn++) {
    left--;
    const place = all[turn % all.length] ?? atAnyMoment;
    const isKilled =
      place === atAnyMoment
        ? await killAtAnyMoment(await start(name))
        : await killAtStage(await start(name, place));
    const killed = kills.get(place);
    if (isKilled && killed) killed[name]++;
  }
  return start(name);
}

try {
  const databases = await openDatabases(stack);
  const ending = new AbortController();
  const planting = plantUntil(databases, ending.signal);
  // Each begins elsewhere, so that a short run comes to more places.
  const survivors = await Promise.all([suffer('belarus', 0), suffer('russia', Math.ceil(all.length / 2))]);
  ending.abort();
  const planted = await planting;
  await untilTold(databases, planted);
  const { matches, lost, doubled } = await count(databases, planted);
  for (const survivor of survivors) survivor.signal('SIGTERM');
  await Promise.all(survivors.map(({ exited }) => exited));
  await databases.close();

  for (const [place, { belarus, russia }] of kills)
    say(`${String(belarus).padStart(4)} of Belarus, ${String(russia).padStart(2)} of Russia killed ${place}`);
  const killed = [...kills.values()].reduce((sum, { belarus, russia }) => sum + belarus + russia, 0);
  const { matching, takenBack, alone } = planted;
  say(
    `planted at both ${matching.length}, taken back ${takenBack.length}, at one alone ${alone.length}; ${Math.round((Date.now() - began) / 1_000)} s`,
  );
  say(`${killed} kills, ${matches} matches, ${lost} lost, ${doubled} doubled`);
  const isHit =
    wanted < all.length * 2 || [...kills.values()].every(({ belarus, russia }) => belarus + russia > 0);
  const isWhole = matches > 0 && matches === matching.length && lost + doubled === 0;
  process.exitCode = isHit && isWhole && killed === wanted ? 0 : 1;
} finally {
  await stack.stop();
}
