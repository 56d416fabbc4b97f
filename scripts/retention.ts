/**
 * `npm run retention -- --agency belarus`: erases what an agency may no longer hold, as its subgraph does once a day, and
 * says how much it was; never what. `--today 2036-01-01`, in development alone, erases what is due by that day.
 */
import { parseArgs } from 'node:util';
import { agencyNames, subgraphOf } from '../identity/agencies.ts';
import { agencyModels, openDatabase } from '../subgraphs/agency/database.ts';
import { runRetention } from '../subgraphs/agency/retention/run.ts';
import { retentionStore } from '../subgraphs/agency/retention/store.ts';
import { belarus } from '../subgraphs/belarus/definition.ts';
import { russia } from '../subgraphs/russia/definition.ts';
import { retentionDay } from './development/retention-day.ts';
import { withDatabase } from './development/with-databases.ts';

const definitions = { BELARUS: belarus, RUSSIA: russia };

const usage = 'npm run retention -- --agency belarus [--today 2036-01-01]';

try {
  const { values } = parseArgs({ options: { agency: { type: 'string' }, today: { type: 'string' } } });
  const agency = agencyNames.find((name) => subgraphOf(name) === values.agency);
  if (!agency) throw new Error(`--agency must be one of ${agencyNames.map(subgraphOf).join(', ')}`);
  const day = retentionDay(values.today, agency, process.env, new Date());
  const complain = (line: string) => process.stderr.write(`${line}\n`);
  const report = await withDatabase(agency, complain, async (uri) => {
    const connection = await openDatabase(agency, uri);
    try {
      const store = retentionStore(agencyModels(connection), definitions[agency].retention);
      return await runRetention(store, day);
    } finally {
      await connection.close();
    }
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = report.failed > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`retention: ${(error as Error).message}\nusage: ${usage}\n`);
  process.exitCode = 1;
}
