/**
 * `npm run chaos:mongodb`: makes faults to both agencies' replica sets, subgraphs and the gateway while officers write and read,
 * and compares all that they were told with what is in the databases. Exit code 1 when anything was lost, doubled or is
 * unrecorded, when a fault was not made, or when an officer was shown a fault of ours.
 */
import { untilQuiet } from './count.ts';
import { agencies, type Name } from './environment.ts';
import { allFaults } from './mongodb/faults/all.ts';
import { type Federation, startFederation } from './mongodb/federation.ts';
import { Ledger } from './mongodb/ledger.ts';
import { officersAtWork, type Work } from './mongodb/officers.ts';
import { readOptions } from './mongodb/options.ts';
import { codesIn, heading, lineOf, longestOf, type Row } from './mongodb/report.ts';
import { make } from './mongodb/run.ts';
import { spoil } from './mongodb/spoil.ts';
import { countAll } from './mongodb/stored.ts';
import { windowOf } from './mongodb/window.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** The whole run ends within nine minutes, and the count takes some of the last. */
const longestLoad = 8 * 60_000;
const longestQuiet = 20_000;

/** What an officer may be told while something is broken. Anything else is a fault of ours. */
const expected = ['AGENCY_UNAVAILABLE', 'OUTCOME_UNKNOWN', 'UNAVAILABLE', 'NO_ANSWER'];

/** Faults of ours whose log lines are shown. */
const mostExplained = 5;
const longestLine = 700;

const linesAbout = ({ services }: Federation, requestId: string): string[] =>
  Object.values(services).flatMap(({ log }) =>
    log.filter((line) => line.includes(requestId)).map((line) => line.slice(0, longestLine)),
  );

async function run(began: number): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const faults = allFaults.filter(({ name }) => options.faults.includes(name));
  const wantsSmallDisk = options.faults.includes('full-disk');
  const federation = await startFederation({ smallDisk: wantsSmallDisk });
  const ledger = new Ledger();
  const ending = new AbortController();
  const interrupted = new Promise<never>((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new Error(`ended by ${signal}`)));
  });
  const seconds = () => Math.round((Date.now() - began) / 1_000);
  try {
    say(`two sets of three members, two subgraphs and the gateway run after ${seconds()} s`);
    if (wantsSmallDisk && 'missing' in federation.smallDisk)
      say(`full-disk cannot be made: ${federation.smallDisk.missing}; --skip full-disk leaves it out`);
    const work: Work = { federation, ledger, focus: agencies, ending: ending.signal };
    const focus = (of: readonly Name[]) => {
      work.focus = of;
    };
    const working = officersAtWork(work);
    const rows: Row[] = [];
    say(heading);
    const conditions = { federation, ledger, focus, writes: options.writes, latest: began + longestLoad };
    for (const fault of faults) {
      const row = await Promise.race([make(fault, conditions), interrupted, working.then(() => undefined)]);
      if (!row) throw new Error('the officers have stopped');
      rows.push(row);
      say(lineOf(row));
    }
    ending.abort();
    await Promise.race([working, interrupted]);
    await untilQuiet(federation, longestQuiet);
    if (options.spoil) await spoil(federation.uris, ledger);
    const count = await countAll(federation.uris, ledger);

    const all = windowOf(ledger, agencies, began, Date.now());
    const faulty = [...all.refused].filter(([code]) => !expected.includes(code));
    const missing = rows.filter(({ outcome }) => 'failure' in outcome);
    say(
      `${rows.length - missing.length} of ${rows.length} faults made in ${seconds()} s; refused: ${codesIn(all.refused)}`,
    );
    for (const { fault } of missing) say(`not made: ${fault.name} ${fault.target}`);
    if (faulty.length > 0) {
      say(`faults of ours that officers were shown: ${codesIn(new Map(faulty))}`);
      const requests = ledger.refusals.filter(({ code }) => !expected.includes(code)).slice(0, mostExplained);
      for (const { code, requestId } of requests)
        for (const line of linesAbout(federation, requestId)) say(`${code}: ${line}`);
    }
    if (count.misnumbered > 0) say(`${count.misnumbered} dossiers whose history has a gap`);
    say(longestOf(rows));
    const { lost, doubled, unrecorded } = count;
    say(
      `${all.writes} writes, ${all.reads} reads, ${lost} lost, ${doubled} doubled, ${unrecorded} unrecorded`,
    );
    const isWhole = lost + doubled + unrecorded + count.misnumbered === 0;
    return isWhole && missing.length + faulty.length === 0 && all.writes > 0 && all.reads > 0;
  } finally {
    ending.abort();
    await federation.stop();
  }
}

let code = 1;
try {
  code = (await run(Date.now())) ? 0 : 1;
} catch (error) {
  process.stderr.write(`chaos:mongodb: ${(error as Error).message}\n`);
}
// Not by itself: a fault that was broken off would wait on, and start again what has been ended.
process.exit(code);
