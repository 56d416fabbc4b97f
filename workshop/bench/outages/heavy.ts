import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { linkedPerson } from '../../demo-data/known/demo-ids.ts';
import { freePort } from '../../embedded-mongodb/free-ports.ts';
import { startProcess } from '../../scripts/development/processes.ts';
import { percentile } from '../profile/latencies.ts';
import { callerToken, type Question, questionOf } from '../profile/questions.ts';
import { bundleProduct } from '../stacks/bundle-product.ts';
import { documentOf, type HeavyShape, heavyShapes } from './heavy-shapes.ts';
import { largestAllowed } from './largest-allowed.ts';
import { plant } from './planted.ts';

export interface HeavyOptions {
  directory: string;
  /** Seconds beside the worst query, and beside each other one to find it. */
  seconds: number;
  secondsEach: number;
  callers: number;
  print: (line?: string) => void;
}

/** An answer, and how long it took. */
interface Met {
  text: string;
  milliseconds: number;
  codes: string[];
  /** Seconds after which it is to be asked again; 0 for at once. */
  again: number;
}

/** The other officer's answers beside some load, or alone. */
interface Beside {
  p50: number;
  p99: number;
  answers: number;
  unavailable: number;
  /** How many of the load's queries met which code; those that were answered under ANSWERED. */
  load: Record<string, number>;
}

const half = `{ id handlingCode names { kind script full patronymic } birth { date precision } citizenships { country }
  contacts { kind value service } roles { kind coerced } offences { article { code title } } status { stage } cases }`;
const profile = `query Profile($id: ID!) { suspect(id: $id) { belarus ${half} russia ${half} } }`;

const mostOfSize = 100;
const longestStart = 300_000;

/** Times that a query is asked which an outage has answered, and milliseconds between them. */
const [mostAttempts, betweenAttempts] = [3, 2_000];

/** A p99 may be so many times that alone, or so many milliseconds more, whichever is more. */
const goal = { times: 2, more: 50 };
export const allowedBeside = (alone: number): number => Math.max(alone * goal.times, alone + goal.more);

/** Errors come first in an answer, and most of these answers are too long to be parsed for nothing. */
const codesIn = (text: string): string[] => {
  if (!text.startsWith('{"errors"')) return [];
  const { errors } = JSON.parse(text) as { errors: { extensions: { code: string } }[] };
  return errors.map(({ extensions }) => extensions.code);
};

async function ask(pool: Pool, { headers, body }: Question): Promise<Met> {
  const begun = performance.now();
  const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body });
  const text = await answer.body.text();
  return {
    text,
    milliseconds: performance.now() - begun,
    codes: codesIn(text),
    again: Number(answer.headers['retry-after'] ?? 0),
  };
}

/** Starts what `npm start` does, from the bundle, with demo data and the product's own limits. */
async function startProduct(directory: string) {
  const [gateway, belarus, russia] = [await freePort(), await freePort(), await freePort()];
  const stack = await startProcess({
    name: 'stack',
    entry: 'workshop/scripts/start.ts',
    port: gateway,
    environment: {
      PATH: process.env.PATH,
      DATA_DIR: directory,
      GATEWAY_PORT: String(gateway),
      BELARUS_PORT: String(belarus),
      RUSSIA_PORT: String(russia),
      LOG_LEVEL: 'warn',
    },
    logDirectory: join(directory, 'logs'),
    longestStart,
    nodeOptions: await bundleProduct(),
  });
  return { stack, origin: `http://localhost:${gateway}` };
}

/**
 * Measures what another officer meets beside the worst query that is still allowed, asked by so many callers without a pause, but for
 * those that the gateway asks them for.
 * @returns whether the goal was met, and nothing was lost
 */
export async function benchHeavy(options: HeavyOptions): Promise<boolean> {
  const { directory, seconds, secondsEach, callers, print } = options;
  const { stack, origin } = await startProduct(directory);
  const pool = new Pool(origin, { connections: callers + 2, headersTimeout: 120_000, bodyTimeout: 120_000 });
  let planted = '';
  let officers = 0;
  const officer = async (document: string, variables: object = {}) => {
    officers += 1;
    return questionOf(await callerToken(directory, `heavy-${officers}`), document, variables);
  };
  /** A new officer each, so that nobody's budget is spent by the search for the largest. */
  async function isAllowed(shape: HeavyShape, size: number): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      const { codes } = await ask(pool, await officer(documentOf(shape, size, planted)));
      if (codes.length === 0) return true;
      if (codes.includes('QUERY_TOO_LARGE')) return false;
      // What has been asked before is still worked at, or this takes too long to be answered by itself.
      if (attempt === mostAttempts) {
        print(`${shape.name}, ${size}: ${[...new Set(codes)]} each time`);
        return false;
      }
      await sleep(betweenAttempts);
    }
  }

  async function beside(document: string | undefined, time: number): Promise<Beside> {
    const end = performance.now() + time * 1_000;
    const load: Record<string, number> = {};
    const pressing = Array.from({ length: document === undefined ? 0 : callers }, async () => {
      const question = await officer(document ?? '');
      while (performance.now() < end) {
        const { codes, again } = await ask(pool, question);
        for (const code of codes.length === 0 ? ['ANSWERED'] : new Set(codes))
          load[code] = (load[code] ?? 0) + 1;
        if (codes.length > 0)
          await sleep(Math.min(Math.max(again * 1_000, 20), Math.max(0, end - performance.now())));
      }
    });
    const measured: Pick<Met, 'milliseconds' | 'codes'>[] = [];
    // A new officer now and then, who has spent nothing.
    while (performance.now() < end) {
      const question = await officer(profile, { id: linkedPerson.BELARUS });
      for (let asked = 0; asked < 500 && performance.now() < end; asked += 1) {
        const { milliseconds, codes } = await ask(pool, question);
        measured.push({ milliseconds, codes });
      }
    }
    await Promise.all(pressing);
    const took = measured.map(({ milliseconds }) => milliseconds);
    return {
      p50: percentile(took, 0.5),
      p99: percentile(took, 0.99),
      answers: measured.length,
      unavailable: measured.filter(({ codes }) => codes.length > 0).length,
      load,
    };
  }

  const row = (name: string, { p50, p99, answers, unavailable, load }: Beside) => {
    const figures = [p50.toFixed(1), p99.toFixed(1), String(answers), String(unavailable)];
    const met = Object.entries(load).map(([code, count]) => `${count} ${code}`);
    print(`${name.padEnd(56)} ${figures.map((each) => each.padStart(8)).join(' ')}  ${met.join(', ')}`);
  };
  try {
    const planting = await callerToken(directory, 'heavy-planting');
    planted = await plant(planting, async (question) => (await ask(pool, question)).text);
    await beside(undefined, secondsEach);
    print(`${'beside'.padEnd(56)}   p50 ms   p99 ms  answers     lost  the queries beside`);
    const alone = await beside(undefined, Math.max(secondsEach, seconds / 3));
    row('nothing', alone);
    const found: { name: string; document: string; met: Beside }[] = [];
    for (const shape of heavyShapes) {
      const size = await largestAllowed(mostOfSize, (each) => isAllowed(shape, each));
      if (size === undefined) {
        print(`${shape.name.padEnd(56)} is allowed at no size`);
        continue;
      }
      const [name, document] = [`${shape.name}, ${size}`, documentOf(shape, size, planted)];
      const met = await beside(document, secondsEach);
      row(name, met);
      found.push({ name, document, met });
    }
    const [worst] = found.sort(
      (one, other) => other.met.unavailable - one.met.unavailable || other.met.p99 - one.met.p99,
    );
    if (!worst) throw new Error('no query is allowed');
    const measured = await beside(worst.document, seconds);
    row(`the worst, for ${seconds} s: ${worst.name}`, measured);
    const most = allowedBeside(alone.p99);
    const lost = [...found.map(({ met }) => met), measured].reduce(
      (sum, { unavailable }) => sum + unavailable,
      0,
    );
    const isMet = measured.p99 <= most && lost === 0;
    print(
      `goal: p99 at most ${most.toFixed(1)} ms, and nothing lost: ${isMet ? 'met' : 'MISSED'} with ${measured.p99.toFixed(1)} ms, ${lost} lost`,
    );
    print(
      JSON.stringify({ worst: worst.name, alone: alone.p99, beside: measured.p99, most, lost, met: isMet }),
    );
    return isMet;
  } finally {
    await pool.destroy();
    await stack.stop();
  }
}
