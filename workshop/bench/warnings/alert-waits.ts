import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenedAgency } from '../../../subgraphs/agency/opened-agency.ts';
import { dossierWrites } from '../../../subgraphs/agency/storage/stores/dossier-writes.ts';
import { type Agency, agencyNames } from '../../../terms/agencies.ts';
import { recordingStep } from '../../demo-data/people/record-from.ts';
import { AlertWatch, type Stored } from './alert-watch.ts';
import { type ComparingStack, comparingStack } from './comparing-stack.ts';
import { dossierWithDomain, indicatorOfDomain } from './dossier-with-domain.ts';

/** Seconds from the acknowledged write of a value at one agency, which the other one holds. */
export interface AlertWait {
  /** To the alert of the agency that wrote it, and to that of the one that held it before. */
  here: number;
  there: number;
  /** To each thing that came between, in its order. */
  stages: { followedUp: number; sent: number; evaluated: number; told: number };
}

export interface AlertWaits {
  /** With nothing that waits, and behind an import. */
  alone: AlertWait[];
  behind: AlertWait[];
}

export interface Asked {
  directory: string;
  /** Milliseconds from one round to the next. */
  rhythm: number;
  /** Values that are measured each way. */
  values: number;
  /** Dossiers that are imported at each agency. */
  imported: number;
  report: (line: string) => void;
}

const otherThan = (agency: Agency): Agency => (agency === 'BELARUS' ? 'RUSSIA' : 'BELARUS');
const perImport = 250;
/** Rounds within which everything that is measured is to have come. */
const longest = 30;

interface Written {
  value: string;
  agency: Agency;
  at: number;
}

/** Values at one agency each, of which the other one is to be told. */
const valuesOf = (name: string, count: number): { value: string; agency: Agency }[] =>
  Array.from({ length: count }, (_, index) => ({
    value: `${name}-${index}.example.net`,
    agency: agencyNames[index % agencyNames.length] as Agency,
  }));

/** Records a dossier that holds a value, as an officer's action does. */
async function record(
  { of, matchOf }: ComparingStack,
  agency: Agency,
  value: string,
  number: number,
): Promise<void> {
  const dossier = dossierWithDomain(agency, value, { number, isImported: false });
  const isWritten = await dossierWrites(of[agency].models, matchOf).insert({
    dossier,
    entry: { ...recordingStep(dossier), by: `officer-${number}` },
  });
  if (!isWritten) throw new Error('a dossier was not written');
}

/** Imports dossiers, as the command does. */
async function importMany({ imports }: OpenedAgency, agency: Agency, count: number): Promise<void> {
  for (let from = 0; from < count; from += perImport) {
    const recordings = Array.from({ length: Math.min(perImport, count - from) }, (_, index) => {
      const number = from + index;
      const value = `import-${agency.toLowerCase()}-${number}.example.net`;
      const dossier = dossierWithDomain(agency, value, { number: 500_000 + number, isImported: true });
      return { record: dossier, entry: recordingStep(dossier) };
    });
    await imports.imports.insertNew(recordings);
  }
}

/** The identifiers of an agency that have not been told yet. */
async function left({ models }: OpenedAgency): Promise<number> {
  const [changes, waiting] = await Promise.all([
    models.sightings.countDocuments({ change: 'HELD' }),
    models.indicators.countDocuments({
      indicator: { $exists: true },
      state: { $in: ['WAITING', 'BLINDED', 'MADE'] },
    }),
  ]);
  return changes + waiting;
}

async function until(
  holds: () => boolean | Promise<boolean>,
  milliseconds: number,
  what: string,
): Promise<void> {
  const latest = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > latest) throw new Error(`${what}: not within ${milliseconds / 1_000} s`);
    await sleep(50);
  }
}

/** Writes values at moments that have nothing to do with rounds, and waits for the alerts of all. */
async function measure(
  stack: ComparingStack,
  watch: AlertWatch,
  values: readonly { value: string; agency: Agency }[],
  rhythm: number,
): Promise<AlertWait[]> {
  const written: Written[] = [];
  for (const [number, { value, agency }] of values.entries()) {
    await record(stack, agency, value, number);
    written.push({ value, agency, at: performance.now() });
    // Four in a round on average, of all that go with it: none waits for another.
    await sleep((Math.random() * rhythm) / 2);
  }
  const timeOf = (agency: Agency, value: string, stored: Stored) =>
    watch.timeOf(agency, indicatorOfDomain(value), stored);
  const isDone = () =>
    written.every(({ value }) => agencyNames.every((agency) => timeOf(agency, value, 'ALERT') !== undefined));
  await until(isDone, longest * rhythm, 'alerts of all that both hold');
  return written.map(({ value, agency, at }) => {
    const secondsTo = (whose: Agency, stored: Stored) =>
      ((timeOf(whose, value, stored) ?? Number.NaN) - at) / 1_000;
    return {
      here: secondsTo(agency, 'ALERT'),
      there: secondsTo(otherThan(agency), 'ALERT'),
      stages: {
        followedUp: secondsTo(agency, 'WAITING'),
        sent: secondsTo(agency, 'BLINDED'),
        evaluated: secondsTo(agency, 'MADE'),
        told: secondsTo(agency, 'TOLD'),
      },
    };
  });
}

/** Measures both on the same processes, one after the other. */
export async function alertWaits({
  directory,
  rhythm,
  values,
  imported,
  report,
}: Asked): Promise<AlertWaits> {
  const stack = await comparingStack(directory, rhythm, report);
  const watch = new AlertWatch();
  try {
    for (const agency of agencyNames) watch.watch(agency, stack.of[agency]);
    const [alone, behind] = [valuesOf('alone', values), valuesOf('behind', values)];
    // The other agency holds each before.
    for (const [number, { value, agency }] of [...alone, ...behind].entries())
      await record(stack, otherThan(agency), value, 100_000 + number);
    const isTold = async () =>
      (await Promise.all(agencyNames.map((agency) => left(stack.of[agency])))).every((each) => each === 0);
    await until(isTold, (longest + values) * rhythm, 'what is held before is told');
    const waits = { alone: await measure(stack, watch, alone, rhythm), behind: [] as AlertWait[] };
    for (const agency of agencyNames) await importMany(stack.of[agency], agency, imported);
    waits.behind = await measure(stack, watch, behind, rhythm);
    for (const agency of agencyNames)
      if ((await left(stack.of[agency])) === 0)
        throw new Error(`the import of ${agency} was told before the end: give more dossiers`);
    return waits;
  } finally {
    await watch.stop();
    await stack.stop();
  }
}
