/**
 * `npm run chaos:mongodb`: makes faults to both agencies' replica sets, subgraphs and the gateway while officers write and read,
 * and compares all that they were told with what is in the databases. Exit code 1 when anything was lost, doubled or is
 * unrecorded, when a fault was not made, or when an officer was told of a fault of ours.
 */
import { untilQuiet } from './count.ts';
import { agencies, type Name } from './environment.ts';
import { allFaults } from './mongodb/faults/all.ts';
import { type Federation, startFederation } from './mongodb/federation.ts';
import { Ledger } from './mongodb/ledger.ts';
import { officersAtWork } from './mongodb/officers.ts';
import { type Options, readOptions } from './mongodb/options.ts';
import { codesIn, heading, lineOf, longestOf, type Row } from './mongodb/report.ts';
import { make } from './mongodb/run.ts';
import { spoil } from './mongodb/spoil.ts';
import { countAll } from './mongodb/stored.ts';
import { failuresOf, isExpected } from './mongodb/verdict.ts';
import { windowOf } from './mongodb/window.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What ends a run that hangs; all faults are made well before, also on a slow machine. */
const longestLoad = 30 * 60_000;
const longestQuiet = 20_000;

/** Requests that met a fault of ours whose log lines are shown, and how much of each line. */
const mostExplained = 5;
const longestLine = 700;

const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1_000);

/** Rejects when somebody ends the run; what it has started is then ended in order. */
const interrupted = new Promise<never>((_resolve, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => reject(new Error(`ended by ${signal}`)));
});
interrupted.catch(() => undefined);

/** Makes the faults one after the other while officers work. @returns how each of them went */
async function makeAll(federation: Federation, ledger: Ledger, options: Options): Promise<Row[]> {
  const ending = new AbortController();
  const { writes, writers } = options;
  const work = { federation, ledger, focus: agencies as readonly Name[], writers, ending: ending.signal };
  const focus = (of: readonly Name[]) => {
    work.focus = of;
  };
  const conditions = { federation, ledger, focus, writes, latest: began + longestLoad };
  const rows: Row[] = [];
  const working = officersAtWork(work);
  try {
    say(heading);
    for (const fault of allFaults.filter(({ name }) => options.faults.includes(name))) {
      const row = await Promise.race([make(fault, conditions), interrupted, working]);
      if (!row) throw new Error('the officers have stopped');
      rows.push(row);
      say(lineOf(row));
    }
  } finally {
    ending.abort();
  }
  await Promise.race([working, interrupted]);
  return rows;
}

/** What the logs say of the first requests that were answered with a fault of ours. */
function explain({ services }: Federation, ledger: Ledger): void {
  const faults = ledger.refusals.filter(({ code }) => !isExpected(code));
  for (const { code, requestId } of faults.slice(0, mostExplained))
    for (const { log } of Object.values(services))
      for (const line of log.filter((each) => each.includes(requestId)))
        say(`${code}: ${line.slice(0, longestLine)}`);
}

/** @returns whether nothing has failed */
async function run(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const smallDisk = options.faults.includes('full-disk');
  const federation = await startFederation({ smallDisk, report: say });
  try {
    say(`two sets of three members, two subgraphs and the gateway run after ${seconds()} s`);
    const ledger = new Ledger();
    const rows = await makeAll(federation, ledger, options);
    await untilQuiet(federation, longestQuiet);
    if (options.spoil) await spoil(federation.uris, ledger);
    const count = await countAll(federation.uris, ledger);

    const all = windowOf(ledger, agencies, began, Date.now());
    const made = rows.filter(({ outcome }) => 'proof' in outcome).length;
    say(`${made} of ${rows.length} faults made in ${seconds()} s; refused: ${codesIn(all.refused)}`);
    const failures = failuresOf({ rows, all, count });
    for (const failure of failures) say(`FAILED: ${failure}`);
    explain(federation, ledger);
    say(longestOf(rows));
    const { lost, doubled, unrecorded } = count;
    const counted = `${lost} lost, ${doubled} doubled, ${unrecorded} unrecorded`;
    say(`${all.writes} writes, ${all.reads} reads, ${counted}`);
    return failures.length === 0;
  } finally {
    await federation.stop();
  }
}

let code = 1;
try {
  code = (await run()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`chaos:mongodb: ${(error as Error).message}\n`);
}
// Not by itself: a fault that was broken off would wait on, and start again what has been ended.
process.exit(code);
