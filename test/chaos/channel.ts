/**
 * `npm run chaos:channel -- --kills 60`: kills both subgraphs at every stage of a message's way, and at random moments, and
 * counts what was lost and what was doubled. Exit code 1 when anything was, when a stage was never hit, or when fewer were
 * killed than was asked for.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Launched } from '../support/end-to-end/processes.ts';
import { count, untilQuiet } from './count.ts';
import { agencies, type Name } from './environment.ts';
import { killAtAnyMoment, killAtStage, startInstance } from './instances.ts';
import { officersAtWork } from './officers.ts';
import { chaosStack } from './stack.ts';
import { stages } from './stages.ts';

const string = { type: 'string' } as const;
const options = z
  .object({
    kills: z.coerce.number().int().min(1).max(10_000).default(60),
    deduplication: z.enum(['on', 'off']).default('on'),
  })
  .parse(parseArgs({ options: { kills: string, deduplication: string } }).values);

const say = (line: string) => void process.stdout.write(`${line}\n`);
const began = Date.now();

const stack = await chaosStack();
const { deduplication } = options;
/** A stage says exactly where; a random moment is anywhere else, such as in the middle of a write. */
const places = [...stages, 'AT_ANY_MOMENT'] as const;
const kills = new Map(places.map((place) => [place, 0]));
let left = options.kills;
let turn = 0;

/** One agency's processes, each killed at the next place. @returns the one that goes on, since the other agency needs it */
async function suffer(name: Name): Promise<Launched> {
  while (left > 0) {
    left--;
    const place = places[turn++ % places.length] ?? 'AT_ANY_MOMENT';
    const isKilled =
      place === 'AT_ANY_MOMENT'
        ? await killAtAnyMoment(await startInstance(stack, name, { deduplication }))
        : await killAtStage(await startInstance(stack, name, { deduplication, stage: place }));
    if (isKilled) kills.set(place, (kills.get(place) ?? 0) + 1);
  }
  return startInstance(stack, name, { deduplication });
}

try {
  const ending = new AbortController();
  const working = Object.fromEntries(
    agencies.map((name) => [name, officersAtWork(stack, name, ending.signal)]),
  ) as Record<Name, ReturnType<typeof officersAtWork>>;
  const survivors = await Promise.all(agencies.map(suffer));
  ending.abort();
  const told = { belarus: await working.belarus, russia: await working.russia };
  await untilQuiet(stack);
  const result = await count(stack, told);
  for (const survivor of survivors) survivor.signal('SIGTERM');
  await Promise.all(survivors.map(({ exited }) => exited));

  for (const [place, number] of kills) say(`${String(number).padStart(4)} killed ${place}`);
  const killed = [...kills.values()].reduce((sum, number) => sum + number, 0);
  say(`${killed} kills of ${options.kills} in ${Date.now() - began} ms`);
  if (result.misnumbered > 0) say(`${result.misnumbered} series of numbers with a gap`);
  say(`${result.sent} sent, ${result.lost} lost, ${result.doubled} doubled`);
  const isHit = [...kills.values()].every((number) => number > 0) || options.kills < places.length;
  const isWhole = result.lost + result.doubled + result.misnumbered === 0;
  process.exitCode = isHit && isWhole && killed === options.kills ? 0 : 1;
} finally {
  await stack.stop();
}
