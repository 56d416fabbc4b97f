/**
 * `npm run bench:sdk [-- --rounds 300 --requests 20]`: a unified profile through the client against bare `fetch` with the
 * same query and mandate, both parsed, at one gateway, in short turns. Each round has a ratio of its own, so that a change of the
 * machine's speed meets both sides of it. It fails when the median of the ratios is over the goal.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ProfileDocument } from '../src/generated/operations.ts';
import { createConcordClient } from '../src/index.ts';

const goal = 1.1;
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '300' }, requests: { type: 'string', default: '20' } },
});
const rounds = Number(values.rounds);
const requests = Number(values.requests);

const gateway = fork(fileURLToPath(new URL('stand-in-gateway.ts', import.meta.url)));
const [port] = await once(gateway, 'message');
const endpoint = `http://127.0.0.1:${port}/graphql`;
const variables = { id: 'BY-7Q4KZ0XN3VDH9TRC' };
const concord = createConcordClient({
  endpoint,
  token: 'token',
  mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
});

async function bare(): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: 'Bearer token',
      'concord-purpose': 'INVESTIGATION',
      'concord-legal-basis': 'COOPERATION_AGREEMENT',
      'concord-case': 'BY-2026-000001',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ query: ProfileDocument.concord.source, variables }),
  });
  return response.json();
}

const client = () => concord.query(ProfileDocument, variables);

interface Measured {
  /** Microseconds a request, on the clock. */
  time: number;
  /** Microseconds of this process's processor time a request: what others do on the machine is not in it. */
  processor: number;
}

async function measure(ask: () => Promise<unknown>): Promise<Measured> {
  const start = performance.now();
  const used = process.cpuUsage();
  for (let request = 0; request < requests; request++) await ask();
  const { user, system } = process.cpuUsage(used);
  return { time: ((performance.now() - start) * 1000) / requests, processor: (user + system) / requests };
}

const median = (numbers: number[]) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const measured = { bare: [] as Measured[], client: [] as Measured[] };
for (let warm = 0; warm < 50; warm++) for (const ask of [bare, client]) await measure(ask);
for (let round = 0; round < rounds; round++) {
  // Who comes first takes turns too.
  const both = [['bare', bare] as const, ['client', client] as const];
  for (const [name, ask] of round % 2 === 0 ? both : both.reverse()) measured[name].push(await measure(ask));
}
gateway.disconnect();

/** The median of the rounds' ratios, with the medians that they are of. */
function compare(title: string, of: keyof Measured): number {
  const [bareOnes, clientOnes] = [measured.bare, measured.client].map((all) => all.map((one) => one[of]));
  const ratio = median((clientOnes ?? []).map((one, round) => one / (bareOnes?.[round] ?? Number.NaN)));
  const [bareOne, clientOne] = [bareOnes ?? [], clientOnes ?? []].map((all) => median(all).toFixed(0));
  process.stdout.write(
    `${title}: bare fetch ${bareOne} µs, client ${clientOne} µs, ratio ${ratio.toFixed(2)}\n`,
  );
  return ratio;
}

process.stdout.write(`${rounds} rounds of ${requests} requests, medians a request\n`);
compare('processor time of this process', 'processor');
const ratio = compare('time on the clock', 'time');
process.stdout.write(`ratio client / bare fetch: ${ratio.toFixed(2)}, goal at most ${goal}\n`);
if (ratio > goal) process.exitCode = 1;
