/**
 * `npm run rekey -- --agency belarus [--renew-index]`: brings the match tokens of an agency's dossiers under the current key, as its
 * subgraph does after it has started, and says how many that were. Run again, it goes on with what is left. With
 * `--renew-index` it makes the index of the tokens anew at the end, which a change of every token leaves ten times as large as it need be.
 */
import { parseArgs } from 'node:util';
import { agencyNamed } from './options/agency-named.ts';
import { onRecordsOf } from './running/on-records-of.ts';
import { runCommand } from './running/run-command.ts';
import { showProgress } from './running/show-progress.ts';

await runCommand('rekey', 'npm run rekey -- --agency belarus [--renew-index]', async () => {
  const { values } = parseArgs({
    options: { agency: { type: 'string' }, 'renew-index': { type: 'boolean', default: false } },
  });
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  const report = await onRecordsOf(agencyNamed(values.agency), async ({ rekey, leftToRekey }) => {
    const progress = showProgress('re-keying', await leftToRekey());
    const options = {
      signal: ending.signal,
      onProgress: progress.add,
      renewsIndex: values['renew-index'],
    };
    return rekey(options).finally(progress.stop);
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.left > 0 ? 1 : 0;
});
