/**
 * `npm run retention -- --agency belarus`: erases what an agency may no longer hold, as its subgraph does once a day, and
 * says how much it was; never what.
 */
import { parseArgs } from 'node:util';
import { agencyModels } from '../subgraphs/agency/database.ts';
import { runRetention } from '../subgraphs/agency/retention/run.ts';
import { retentionStore } from '../subgraphs/agency/retention/store.ts';
import { agencyNamed, onRecordsOf, runScript } from './development/script.ts';

await runScript('retention', 'npm run retention -- --agency belarus', async () => {
  const { values } = parseArgs({ options: { agency: { type: 'string' } } });
  const report = await onRecordsOf(agencyNamed(values.agency), (connection) =>
    runRetention(retentionStore(agencyModels(connection)), new Date()),
  );
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.failed > 0 ? 1 : 0;
});
