/**
 * `npm run bench:profile [-- --seconds 6 --rounds 3]`: the unified profile through this gateway, everything on, against
 * a stock ApolloGateway over the same subgraphs, with stand-ins for the databases and with the databases. The stacks
 * take turns, so that a change of the machine's speed meets all of them; the ratios are of the medians.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoAgencies } from '../demo-data/agencies/demo-agencies.ts';
import { demoRecords } from '../demo-data/records.ts';
import { writeDemoRecords } from '../demo-data/write.ts';
import { type Databases, openDatabases } from '../scripts/development/databases.ts';
import { callerToken, type Measured, measure, median } from './profile/measure.ts';
import { benchKeys } from './stacks/bench-keys.ts';
import { type GatewayKind, type Stack, startStack } from './stacks/start-stack.ts';

const kinds: GatewayKind[] = ['ours', 'stock', 'stock, crossborder in its process'];

const print = (line = '') => process.stdout.write(`${line}\n`);

async function compare(
  title: string,
  directory: string,
  databases: Databases | undefined,
  options: { seconds: number; rounds: number },
): Promise<void> {
  const token = await callerToken(directory);
  const stacks = new Map<GatewayKind, Stack>();
  try {
    for (const kind of kinds) stacks.set(kind, await startStack(kind, directory, databases?.uris));
    const measured = new Map<GatewayKind, Measured[]>(kinds.map((kind) => [kind, []]));
    // Until the code that is run often has been compiled, every stack is slower than it will be.
    for (const [, stack] of stacks) await measure(stack, token, 4);
    for (let round = 0; round < options.rounds; round += 1) {
      for (const [kind, stack] of stacks)
        measured.get(kind)?.push(await measure(stack, token, options.seconds));
    }
    print(`\n${title}: medians of ${options.rounds} rounds of ${options.seconds} s, 16 connections`);
    print('                                     requests/s   p50 ms   p99 ms   processor ms a request');
    const rates = new Map<GatewayKind, number>();
    for (const [kind, results] of measured) {
      const rate = median(results.map((result) => result.requestsPerSecond));
      rates.set(kind, rate);
      const names = [...(results[0]?.processor.keys() ?? [])];
      const processor = names
        .map(
          (name) =>
            `${name} ${median(results.map((result) => result.processor.get(name) ?? Number.NaN)).toFixed(2)}`,
        )
        .join(', ');
      const [p50, p99] = [median(results.map(({ p50 }) => p50)), median(results.map(({ p99 }) => p99))];
      print(
        `${kind.padEnd(36)} ${rate.toFixed(0).padStart(11)} ${p50.toFixed(0).padStart(8)} ${p99.toFixed(0).padStart(8)}   ${processor}`,
      );
    }
    const ours = rates.get('ours') ?? Number.NaN;
    for (const kind of kinds.slice(1))
      print(`ratio ours / ${kind}: ${(ours / (rates.get(kind) ?? Number.NaN)).toFixed(2)}`);
  } finally {
    for (const stack of stacks.values()) await stack.stop();
  }
}

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '6' }, rounds: { type: 'string', default: '3' } },
});
const options = { seconds: Number(values.seconds), rounds: Number(values.rounds) };
const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
try {
  await compare('In-memory stand-ins for the databases', directory, undefined, options);
  const databases = await openDatabases(directory, process.env, print);
  try {
    const records = demoRecords({ seed: 7, dossiersPerAgency: 300 });
    for (const agency of demoAgencies) {
      await writeDemoRecords(agency, databases.uris[agency], records[agency], benchKeys());
    }
    await compare('Databases', directory, databases, options);
  } finally {
    await databases.stop();
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
