/**
 * `npm run retention -- --agency belarus`: erases what an agency may no longer hold, as its subgraph does once a day, and
 * says how much it was; never what. `--today 2036-01-01`, in development alone, erases what is due by that day.
 */
import { parseArgs } from 'node:util';
import { agencyStores } from '../subgraphs/agency/agency.ts';
import { dailyRun } from '../subgraphs/agency/jobs/daily-run.ts';
import { matchUnder } from '../subgraphs/agency/matching/match-under.ts';
import { agencyModels } from '../subgraphs/agency/storage/database/database.ts';
import { linkLookups } from '../subgraphs/agency/storage/stores/link-lookups.ts';
import { retentionStore } from '../subgraphs/agency/storage/stores/retention-store.ts';
import { definitions } from './definitions.ts';
import { agencyNamed } from './options/agency-named.ts';
import { retentionDay } from './options/retention-day.ts';
import { onRecordsOf } from './running/on-records-of.ts';
import { runCommand } from './running/run-command.ts';

await runCommand('retention', 'npm run retention -- --agency belarus [--today 2036-01-01]', async () => {
  const { values } = parseArgs({ options: { agency: { type: 'string' }, today: { type: 'string' } } });
  const agency = agencyNamed(values.agency);
  const day = retentionDay(values.today, agency, process.env, new Date());
  const report = await onRecordsOf(agency, (connection, matchKeys) => {
    const models = agencyModels(connection);
    const { writes } = agencyStores(connection, matchKeys);
    const run = dailyRun({ unanswered: linkLookups(models), writes, dossiers: models.dossiers });
    return run(retentionStore(models, definitions[agency].retention, matchUnder(matchKeys)), day);
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.failed > 0 ? 1 : 0;
});
