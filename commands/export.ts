/**
 * `npm run export -- --agency belarus backup.jsonl`: writes all that an agency's database holds into a new file, which
 * `npm run restore` takes. See docs/backup.md.
 */

import { exportDatabase } from './backup/export-database.ts';
import { fileOptions } from './backup/file-options.ts';
import { complain, runCommand } from './running/run-command.ts';
import { withDatabase } from './running/with-database.ts';

await runCommand('export', 'npm run export -- --agency belarus FILE', async () => {
  const { agency, file } = fileOptions();
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  const { counts, sha256 } = await withDatabase(agency, { report: complain }, (uri) =>
    exportDatabase(agency, uri, file, interrupted.signal),
  );
  process.stdout.write(`${JSON.stringify({ file, documents: counts, sha256 })}\n`);
  return 0;
});
