/**
 * `npm run bench:sdk [-- --rounds 200 --requests 10]`: a unified profile through the client against bare `fetch` with the same
 * query and mandate, both parsed, in one run, at two gateways:
 *
 * - *nothing behind it*: a process that has its answer ready. Beside an answer that costs nothing the client's own work
 *   weighs the most that it can: the worst case, and the number to watch when the client is changed.
 * - *both agencies*: `npm start` with its demo data, in a temporary directory. It is what a partner meets, and what the
 *   goal is for: the bench fails when the client takes more than a tenth more time than bare `fetch`.
 *
 * Turns are short, and alternate. Each round has a ratio of its own, so that a change of the machine's speed meets both
 * sides of it; what is printed is the median of the ratios, beside the medians of what they are of.
 */
import { parseArgs } from 'node:util';
import { ProfileDocument } from '../src/generated/operations.ts';
import { createConcordClient } from '../src/index.ts';
import { demoStack, type Gateway, standIn } from './gateways.ts';

const goal = 1.1;
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '200' }, requests: { type: 'string', default: '10' } },
});
const rounds = Number(values.rounds);
const requests = Number(values.requests);
const warmUp = 40;
const variables = { id: 'BY-7Q4KZ0XN3VDH9TRC' };

interface Measured {
  /** Microseconds a request, on the clock. */
  time: number;
  /** Microseconds of this process's processor time a request: what others do on the machine is not in it. */
  processor: number;
}
type Side = 'bare' | 'client';
type Ask = () => Promise<{ data: { suspect?: object | null } }>;

function sidesOf({ endpoint, token }: Gateway): Record<Side, Ask> {
  const concord = createConcordClient({
    endpoint,
    token,
    mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
  });
  return {
    bare: async () => {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'concord-purpose': 'INVESTIGATION',
          'concord-legal-basis': 'COOPERATION_AGREEMENT',
          'concord-case': 'BY-2026-000001',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ query: ProfileDocument.concord.source, variables }),
      });
      return (await response.json()) as Awaited<ReturnType<Ask>>;
    },
    client: () => concord.query(ProfileDocument, variables),
  };
}

async function turn(ask: Ask): Promise<Measured> {
  const start = performance.now();
  const used = process.cpuUsage();
  for (let request = 0; request < requests; request++) {
    const { data } = await ask();
    if (!data.suspect) throw new Error('the gateway does not answer with the profile');
  }
  const { user, system } = process.cpuUsage(used);
  return { time: ((performance.now() - start) * 1000) / requests, processor: (user + system) / requests };
}

/** Who comes first takes turns too. */
async function round(asks: Record<Side, Ask>, number: number): Promise<Record<Side, Measured>> {
  if (number % 2 === 0) return { bare: await turn(asks.bare), client: await turn(asks.client) };
  const client = await turn(asks.client);
  return { bare: await turn(asks.bare), client };
}

const median = (numbers: number[]) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

function report(title: string, of: keyof Measured, measured: Record<Side, Measured>[]): number {
  const ratio = median(measured.map(({ bare, client }) => client[of] / bare[of]));
  const [bare, client] = (['bare', 'client'] as const).map((side) =>
    median(measured.map((one) => one[side][of])).toFixed(0),
  );
  process.stdout.write(`  ${title}: bare fetch ${bare} µs, client ${client} µs, ratio ${ratio.toFixed(2)}\n`);
  return ratio;
}

const gateways: { name: string; gateway: Gateway }[] = [];
try {
  gateways.push({ name: 'nothing behind it', gateway: await standIn() });
  gateways.push({ name: 'both agencies', gateway: await demoStack() });
  const compared = gateways.map(({ name, gateway }) => ({
    name,
    asks: sidesOf(gateway),
    measured: [] as Record<Side, Measured>[],
  }));
  for (let number = -warmUp; number < rounds; number++)
    for (const { asks, measured } of compared) {
      const one = await round(asks, number);
      if (number >= 0) measured.push(one);
    }
  process.stdout.write(`${rounds} rounds of ${requests} requests; medians a request, and of the ratios\n`);
  let ratio = Number.NaN;
  for (const { name, measured } of compared) {
    process.stdout.write(`${name}\n`);
    report('processor time of this process', 'processor', measured);
    ratio = report('time on the clock', 'time', measured);
  }
  process.stdout.write(`client / bare fetch with both agencies: ${ratio.toFixed(2)}, goal at most ${goal}\n`);
  if (!(ratio <= goal)) process.exitCode = 1;
} finally {
  for (const { gateway } of gateways.reverse()) await gateway.stop();
}
