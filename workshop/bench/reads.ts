/**
 * `npm run bench:reads [-- --seconds 6 --rounds 5]`: the unified profile of an own officer with the record of all reads, against
 * the same with the record of other agencies' reads alone, over the real databases of one run. The two stacks take turns, and the
 * ratios are of the medians. It fails when a profile costs more than 1.15 times as much.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoAgencies } from '../demo-data/agencies/demo-agencies.ts';
import { linkedPerson } from '../demo-data/known/demo-ids.ts';
import { demoRecords } from '../demo-data/records.ts';
import { writeDemoRecords } from '../demo-data/write.ts';
import { openDatabases } from '../scripts/development/databases.ts';
import { type Measured, measure, median } from './profile/measure.ts';
import { profileQuestions } from './profile/questions.ts';
import { benchMatch } from './stacks/bench-keys.ts';
import { type Stack, startStack } from './stacks/start-stack.ts';

const goal = 1.15;
const print = (line = '') => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '6' }, rounds: { type: 'string', default: '5' } },
});
const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
const databases = await openDatabases(directory, process.env, print);
const stacks = new Map<string, Stack>();
try {
  const records = demoRecords({ seed: 7, dossiersPerAgency: 300 });
  for (const agency of demoAgencies)
    await writeDemoRecords(agency, databases.uris[agency], records[agency], benchMatch());
  const questions = await profileQuestions(directory, [linkedPerson.BELARUS], 1);
  stacks.set(
    'others’ reads',
    await startStack('ours', directory, databases.uris, { BENCH_READS: 'as before' }),
  );
  stacks.set('all reads', await startStack('ours', directory, databases.uris));

  const measured = new Map<string, Measured[]>([...stacks.keys()].map((name) => [name, []]));
  for (const stack of stacks.values()) await measure(stack, questions, 4);
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const [name, stack] of stacks)
      measured.get(name)?.push(await measure(stack, questions, Number(values.seconds)));

  const of = (name: string, figure: (each: Measured) => number) =>
    median((measured.get(name) ?? []).map(figure));
  const processor = ({ processor: byProcess }: Measured) =>
    [...byProcess.values()].reduce((sum, each) => sum + each, 0);
  const spread = (name: string) => {
    const rates = (measured.get(name) ?? []).map((each) => each.requestsPerSecond);
    return `${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)}`;
  };
  print(`\nmedians of ${values.rounds} rounds of ${values.seconds} s, 16 connections`);
  print('                 requests/s   (spread)        p50 ms   processor ms a request');
  for (const name of stacks.keys()) {
    const rate = of(name, (each) => each.requestsPerSecond).toFixed(0);
    const p50 = of(name, (each) => each.p50).toFixed(0);
    print(
      `${name.padEnd(16)} ${rate.padStart(10)}   ${spread(name).padEnd(14)} ${p50.padStart(7)}   ${of(name, processor).toFixed(2).padStart(22)}`,
    );
  }
  // With the database's own work, which is in the rate of a machine that has nothing else to do.
  const time =
    of('others’ reads', (each) => each.requestsPerSecond) / of('all reads', (each) => each.requestsPerSecond);
  const work = of('all reads', processor) / of('others’ reads', processor);
  print(
    `a profile costs ${time.toFixed(2)} times the time, ${work.toFixed(2)} times the processor time of our processes`,
  );
  if (time > goal) process.exitCode = 1;
} finally {
  for (const stack of stacks.values()) await stack.stop();
  await databases.stop();
  rmSync(directory, { recursive: true, force: true });
}
