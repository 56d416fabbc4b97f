import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Agency } from '../../../terms/agencies.ts';
import { demoAgencies } from '../../demo-data/agencies/demo-agencies.ts';
import { type DemoRecords, demoRecords } from '../../demo-data/records.ts';
import { writeDemoRecords } from '../../demo-data/write.ts';
import { benchMatch } from './bench-keys.ts';
import { releaseOfAll } from './release-of-all.ts';

/**
 * Makes the records that stacks are measured over. A fifth are of persons whom both agencies know; Russia has released all that it has of
 * these, so that the whole question is asked of each dossier, and an answer is the same with rules and without.
 */
export function makeRecords(dossiersPerAgency: number): DemoRecords {
  const { BELARUS, RUSSIA } = demoRecords({ seed: 7, dossiersPerAgency });
  const release = releaseOfAll('BELARUS', new Date());
  const dossiers = RUSSIA.dossiers.map((dossier) =>
    dossier.samePersonAs ? { ...dossier, handlingCode: 'ON_RELEASE' as const, releases: [release] } : dossier,
  );
  return { BELARUS, RUSSIA: { ...RUSSIA, dossiers } };
}

/**
 * Keeps records for the processes of stacks, since making them takes seconds of each.
 * @returns what the processes are told, for `keptRecords`
 */
export function keepRecords(directory: string, records: DemoRecords): NodeJS.ProcessEnv {
  const file = join(directory, 'records');
  writeFileSync(file, serialize(records));
  return { BENCH_RECORDS: file };
}

/** The records that were kept for this process, or a few. */
export const keptRecords = (): DemoRecords =>
  process.env.BENCH_RECORDS ? deserialize(readFileSync(process.env.BENCH_RECORDS)) : makeRecords(300);

/** Writes records into both agencies' databases. */
export async function writeRecords(records: DemoRecords, uris: Record<Agency, string>): Promise<void> {
  for (const agency of demoAgencies)
    await writeDemoRecords(agency, uris[agency], records[agency], benchMatch());
}

/** Dossiers of Belarus whose persons have a dossier in Russia too, by a link that both have confirmed. */
export const linkedDossiers = ({ BELARUS }: DemoRecords): string[] =>
  BELARUS.dossiers.filter(({ samePersonAs = [] }) => samePersonAs.length > 0).map(({ _id }) => _id);
