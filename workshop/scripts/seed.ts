/**
 * `npm run seed -- --dossiers 300 --seed 7`: writes synthetic records into both agencies' databases: those that are named,
 * those of the stack in DATA_DIR, or new embedded ones there. The same seed gives the same records, and what is there already
 * stays.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runCommand } from '../../commands/running/run-command.ts';
import { modeSaid } from '../../commands/settings/mode-of.ts';
import { SettingsError } from '../../server/settings.ts';
import { matchUnder } from '../../subgraphs/agency/matching/match-under.ts';
import { connectDatabase } from '../../subgraphs/agency/storage/database/database.ts';
import { agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { demoAgencies } from '../demo-data/agencies/demo-agencies.ts';
import { demoRecords } from '../demo-data/records.ts';
import { writeDemoRecords } from '../demo-data/write.ts';
import { matchKeysOfStack } from './development/match-key-set-of-stack.ts';
import { nodeNamingOfStack } from './development/node-key-of-stack.ts';
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

await runCommand('seed', usage, async () => {
  const options = readOptions();
  if (modeSaid(process.env) === 'production') throw new SettingsError('production has no demo data');
  // Whoever seeds before the first start wants databases for it; they are told where these are.
  await withDatabases(agencyNames, { report, mayMake: true }, async (uris) => {
    const records = demoRecords({ seed: options.seed, dossiersPerAgency: options.dossiers });
    const matchKeys = matchKeysOfStack(process.env);
    // Before either is written to: one that cannot be had would leave half of what was asked for.
    for (const agency of demoAgencies) await (await connectDatabase(agency, uris[agency])).close();
    for (const agency of demoAgencies) {
      const written = await writeDemoRecords(
        agency,
        uris[agency],
        records[agency],
        matchUnder(matchKeys, nodeNamingOfStack(agency, process.env)),
      );
      report(
        `${subgraphOf(agency)}: ${written} dossiers written, ${options.dossiers - written} were there already`,
      );
    }
  });
  return 0;
});
