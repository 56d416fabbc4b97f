/**
 * `npm run retention -- --agency belarus`: erases what an agency may no longer hold, as its subgraph does once a day, and
 * says how much it was; never what. `--today 2036-01-01`, in development alone, erases what is due by that day.
 */
import { parseArgs } from 'node:util';
import { agencyNamed } from './options/agency-named.ts';
import { retentionDay } from './options/retention-day.ts';
import { onRecordsOf } from './running/on-records-of.ts';
import { runCommand } from './running/run-command.ts';

await runCommand('retention', 'npm run retention -- --agency belarus [--today 2036-01-01]', async () => {
  const { values } = parseArgs({ options: { agency: { type: 'string' }, today: { type: 'string' } } });
  const agency = agencyNamed(values.agency);
  const day = retentionDay(values.today, agency, process.env, new Date());
  const report = await onRecordsOf(agency, ({ runDay }) => runDay(day));
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.failed > 0 ? 1 : 0;
});
