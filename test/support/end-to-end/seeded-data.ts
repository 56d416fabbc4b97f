import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ended, launchScript } from './processes.ts';
import { newDirectory } from './stack.ts';
import type { AgencyName } from './tokens.ts';

/** How the global setup tells the workers where the seeded data directory of this run is. */
const variable = 'CONCORD_TEST_SEEDED_DATA';

/** Makes what a stack leaves in its data directory when it has written the demo data and ended in order. */
export async function seedData(): Promise<string> {
  const directory = newDirectory();
  const seed = launchScript('workshop/scripts/seed.ts', { DATA_DIR: directory });
  // Beside it the shared stack starts.
  const { code, output, complaints } = await ended(seed, 240_000);
  if (code !== 0) throw new Error(`no seeded data: ${output}${complaints.join('\n')}`);
  for (const agency of ['belarus', 'russia']) {
    // Three files of 100 MB. A server that has ended in order needs nothing of them.
    rmSync(join(directory, agency, 'mongodb', 'journal'), { recursive: true });
  }
  process.env[variable] = directory;
  return directory;
}

function seeded(): string {
  const directory = process.env[variable];
  if (!directory)
    throw new Error(`${variable} is not set: only end-to-end tests and mutate:attack write seeded data`);
  return directory;
}

/** Fills the data directory of a stack that has not started yet. Its keys are made when it starts. */
export const copySeededData = (dataDirectory: string): void =>
  cpSync(seeded(), dataDirectory, { recursive: true });

/** The same, if this run has written them; otherwise the stack writes them itself. */
export function copyAnySeededData(dataDirectory: string): void {
  if (process.env[variable] !== undefined) copySeededData(dataDirectory);
}

/** Fills that of a server alone, which is to hold an agency's records. */
export const copySeededDatabase = (agency: AgencyName, directory: string): void =>
  cpSync(join(seeded(), agency), directory, { recursive: true });
