/**
 * `npm run seed -- --dossiers 300 --seed 7`: writes synthetic records into both agencies' databases, those of a
 * running stack when there is one. The same seed gives the same records, and what is there already stays.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Agency, agencyNames, subgraphOf } from '../identity/agencies.ts';
import { demoRecords } from './demo-data/records.ts';
import { writeDemoRecords } from './demo-data/write.ts';
import { matchKeysFor } from './development/match-keys.ts';
import { withDatabases } from './development/with-databases.ts';

const usage = 'npm run seed -- [--dossiers 300] [--seed 7]';

const optionsSchema = z.object({
  dossiers: z.coerce.number('--dossiers must be 3 to 100000').int().min(3).max(100_000).default(300),
  seed: z.coerce.number('--seed must be a whole number').int('--seed must be a whole number').default(7),
});

function readOptions() {
  const string = { type: 'string' } as const;
  const result = optionsSchema.safeParse(parseArgs({ options: { dossiers: string, seed: string } }).values);
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join('; '));
  return result.data;
}

const report = (line: string) => process.stdout.write(`${line}\n`);

async function seed(uris: Record<Agency, string>): Promise<void> {
  const options = readOptions();
  const records = demoRecords({ seed: options.seed, dossiersPerAgency: options.dossiers });
  const matchKeys = matchKeysFor('development', process.env);
  for (const agency of agencyNames) {
    const written = await writeDemoRecords(agency, uris[agency], records[agency], matchKeys);
    report(
      `${subgraphOf(agency)}: ${written} dossiers written, ${options.dossiers - written} were there already`,
    );
  }
}

try {
  if (process.env.CONCORD_MODE === 'production') throw new Error('production has no demo data');
  readOptions();
  await withDatabases(report, seed);
} catch (error) {
  process.stderr.write(`seed: ${(error as Error).message}\nusage: ${usage}\n`);
  process.exitCode = 1;
}
